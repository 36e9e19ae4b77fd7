using System.Globalization;

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
}

/// <summary>A column's type; width and scale are those of a decimal (width 1 to 38) and 0 for all others.</summary>
internal sealed record LogicalType(LogicalTypeId Id, byte Width = 0, byte Scale = 0)
{
    internal static LogicalType Boolean { get; } = new(LogicalTypeId.Boolean);

    internal static LogicalType Integer { get; } = new(LogicalTypeId.Integer);

    internal static LogicalType BigInt { get; } = new(LogicalTypeId.BigInt);

    internal static LogicalType Double { get; } = new(LogicalTypeId.Double);

    internal static LogicalType Date { get; } = new(LogicalTypeId.Date);

    internal static LogicalType Varchar { get; } = new(LogicalTypeId.Varchar);

    internal static LogicalType Decimal(byte width, byte scale) => new(LogicalTypeId.Decimal, width, scale);

    /// <summary>The bytes of one value; of a text, those of the library's 16-byte handle.</summary>
    internal int Size => Id switch
    {
        LogicalTypeId.Boolean or LogicalTypeId.TinyInt => 1,
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
    internal nint Create() => Id == LogicalTypeId.Decimal
        ? NativeMethods.CreateDecimalType(Width, Scale)
        : NativeMethods.CreateLogicalType(Id);
}
