namespace RgkCalibrator.Synthetic;

/// <summary>The file formats of a region.</summary>
public enum RegionFormat
{
    /// <summary>Parquet for all years.</summary>
    Parquet,

    /// <summary>
    /// CSV for all years as Excel writes it in the Netherlands: semicolons, decimal comma, day-month-year.
    /// </summary>
    Csv,

    /// <summary>Parquet for 2019 and 2021, CSV for the other years, each in a style of its own.</summary>
    Mixed,
}
