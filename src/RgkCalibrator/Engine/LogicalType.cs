using System.Globalization;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Engine;

/// <summary>duckdb_type: the types that are used here, by the library's numbers.</summary>
internal enum LogicalTypeId
{
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    Double = 11,
    Date = 13,
    HugeInt = 16,
    Varchar = 17,
    Decimal = 19,
    Enum = 23,
}

/// <summary>A column's type; width and scale are those of a decimal (width 1 to 38) and 0 for all others.</summary>
internal sealed record LogicalType(LogicalTypeId Id, byte Width = 0, byte Scale = 0)
{
    /// <summary>The number of texts from which a type of texts by number needs more than a byte for each.</summary>
    internal const int TooManyTexts = byte.MaxValue + 1;

    internal static LogicalType Boolean { get; } = new(LogicalTypeId.Boolean);

    internal static LogicalType Integer { get; } = new(LogicalTypeId.Integer);

    internal static LogicalType BigInt { get; } = new(LogicalTypeId.BigInt);

    internal static LogicalType Double { get; } = new(LogicalTypeId.Double);

    internal static LogicalType Date { get; } = new(LogicalTypeId.Date);

    internal static LogicalType Varchar { get; } = new(LogicalTypeId.Varchar);

    internal static LogicalType Decimal(byte width, byte scale) => new(LogicalTypeId.Decimal, width, scale);

    /// <summary>The texts of such a type; of all others none.</summary>
    internal IReadOnlyList<string> Texts { get; private init; } = [];

    /// <summary>One of a few different texts, fewer than <see cref="TooManyTexts"/>: a row has the number of its text in a byte, a file the text.</summary>
    internal static LogicalType OneOf(IReadOnlyList<string> texts) => texts.Count is > 0 and < TooManyTexts
        ? new LogicalType(LogicalTypeId.Enum) { Texts = texts }
        : throw new ArgumentOutOfRangeException(nameof(texts), texts.Count, "None, or too many.");

    /// <summary>The bytes of one value; of a text, those of the library's 16-byte handle.</summary>
    internal int Size => Id switch
    {
        LogicalTypeId.Boolean or LogicalTypeId.TinyInt or LogicalTypeId.Enum => 1,
        LogicalTypeId.SmallInt => 2,
        LogicalTypeId.Integer or LogicalTypeId.Date => 4,
        LogicalTypeId.BigInt or LogicalTypeId.Double => 8,
        LogicalTypeId.HugeInt or LogicalTypeId.Varchar => 16,
        LogicalTypeId.Decimal => Width <= 4 ? 2 : Width <= 9 ? 4 : Width <= 18 ? 8 : 16,
        _ => throw new InvalidOperationException($"No size is known of type {Id}."),
    };

    /// <summary>As the library writes it in SQL and in DESCRIBE.</summary>
    internal string Sql => Id == LogicalTypeId.Decimal
        ? string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})")
        : Id.ToString().ToUpperInvariant();

    /// <summary>A native handle; the caller destroys it.</summary>
    internal nint Create() => Id switch
    {
        LogicalTypeId.Decimal => NativeMethods.CreateDecimalType(Width, Scale),
        LogicalTypeId.Enum => CreateEnum(),
        _ => NativeMethods.CreateLogicalType(Id),
    };

    private unsafe nint CreateEnum()
    {
        // By hand: the generated marshalling of arrays of texts overflows in checked code.
        nint[] members = [.. Texts.Select(Marshal.StringToCoTaskMemUTF8)];
        fixed (nint* first = members)
        {
            var type = NativeMethods.CreateEnumType(first, (ulong)members.Length);
            Array.ForEach(members, Marshal.FreeCoTaskMem);
            return type;
        }
    }
}
