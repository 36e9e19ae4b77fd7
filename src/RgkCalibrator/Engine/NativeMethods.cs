using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace RgkCalibrator.Engine;

/// <summary>The functions of DuckDB's C API that DuckDB.NET.Bindings does not declare.</summary>
internal static partial class NativeMethods
{
    internal const string Library = "duckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_create_enum_type")]
    internal static unsafe partial nint CreateEnumType(nint* members, ulong count);

    [LibraryImport(Library, EntryPoint = "duckdb_init_set_max_threads")]
    internal static partial void SetMaxThreads(nint info, ulong threads);
}
