using System.Reflection;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Engine;

/// <summary>
/// Finds DuckDB's library beside the program, and nowhere else: not in the working folder, where anyone may have put
/// one.
/// </summary>
internal static class DuckDbLibrary
{
    private static readonly Lock Gate = new();
    private static bool _registered;

    internal static void Register()
    {
        lock (Gate)
        {
            if (_registered)
                return;
            NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, Resolve);
            NativeLibrary.SetDllImportResolver(typeof(DuckDB.NET.Native.NativeMethods).Assembly, Resolve);
            _registered = true;
        }
    }

    /// <summary>Loads the library before it is needed; where it cannot be, whoever needs it is told.</summary>
    internal static void Load()
    {
        Register();
        _ = NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, FileName()), out _);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? paths) =>
        name == NativeMethods.Library ? NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, FileName())) : 0;

    private static string FileName() =>
        OperatingSystem.IsWindows() ? "duckdb.dll"
        : OperatingSystem.IsMacOS() ? "libduckdb.dylib"
        : "libduckdb.so";
}
