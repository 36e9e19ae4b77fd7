using System.Globalization;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace RgkCalibrator.Engine;

/// <summary>A column's type; width and scale are those of a decimal (width 1 to 38) and 0 for all others.</summary>
internal sealed record LogicalType(DuckDBType Id, byte Width = 0, byte Scale = 0)
{
    /// <summary>The number of texts from which a type of texts by number needs more than a byte for each.</summary>
    internal const int TooManyTexts = byte.MaxValue + 1;

    internal static LogicalType Boolean { get; } = new(DuckDBType.Boolean);

    internal static LogicalType Integer { get; } = new(DuckDBType.Integer);

    internal static LogicalType BigInt { get; } = new(DuckDBType.BigInt);

    internal static LogicalType Double { get; } = new(DuckDBType.Double);

    internal static LogicalType Date { get; } = new(DuckDBType.Date);

    /// <summary>A moment: microseconds since 1 January 1970 in UTC.</summary>
    internal static LogicalType Moment { get; } = new(DuckDBType.TimestampTz);

    internal static LogicalType Varchar { get; } = new(DuckDBType.Varchar);

    internal static LogicalType Decimal(byte width, byte scale) => new(DuckDBType.Decimal, width, scale);

    /// <summary>The texts of such a type; of all others none.</summary>
    internal IReadOnlyList<string> Texts { get; private init; } = [];

    /// <summary>
    /// One of a few different texts, fewer than <see cref="TooManyTexts"/>: a row has the number of its text in a byte,
    /// a file the text.
    /// </summary>
    internal static LogicalType OneOf(IReadOnlyList<string> texts) => texts.Count is > 0 and < TooManyTexts
        ? new LogicalType(DuckDBType.Enum) { Texts = texts }
        : throw new ArgumentOutOfRangeException(nameof(texts), texts.Count, "None, or too many.");

    /// <summary>The bytes of one value; of a text, those of the library's 16-byte handle.</summary>
    internal int Size => Id switch
    {
        DuckDBType.Boolean or DuckDBType.TinyInt or DuckDBType.Enum => 1,
        DuckDBType.SmallInt => 2,
        DuckDBType.Integer or DuckDBType.Date => 4,
        DuckDBType.BigInt or DuckDBType.Double or DuckDBType.TimestampTz => 8,
        DuckDBType.HugeInt or DuckDBType.Varchar => 16,
        DuckDBType.Decimal => Width <= 4 ? 2 : Width <= 9 ? 4 : Width <= 18 ? 8 : 16,
        _ => throw new InvalidOperationException($"No size is known of type {Id}."),
    };

    /// <summary>As the library writes it in SQL and in DESCRIBE.</summary>
    internal string Sql => Id == DuckDBType.Decimal
        ? string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})")
        : Id.ToString().ToUpperInvariant();

    /// <summary>A native handle; the caller disposes of it.</summary>
    internal DuckDBLogicalType Create() => Id switch
    {
        DuckDBType.Decimal => DuckDB.NET.Native.NativeMethods.LogicalType.DuckDBCreateDecimalType(Width, Scale),
        DuckDBType.Enum => CreateEnum(),
        _ => DuckDB.NET.Native.NativeMethods.LogicalType.DuckDBCreateLogicalType(Id),
    };

    private unsafe DuckDBLogicalType CreateEnum()
    {
        // By hand: the generated marshalling of arrays of texts overflows in checked code.
        nint[] members = [.. Texts.Select(Marshal.StringToCoTaskMemUTF8)];
        fixed (nint* first = members)
        {
            var type = new DuckDBLogicalType();
            Marshal.InitHandle(type, NativeMethods.CreateEnumType(first, (ulong)members.Length));
            Array.ForEach(members, Marshal.FreeCoTaskMem);
            return type;
        }
    }
}
