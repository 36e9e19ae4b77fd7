namespace RgkCalibrator.Synthetic;

/// <summary>As what the files of a region are written.</summary>
public enum RegionFormat
{
    /// <summary>Parquet for all years.</summary>
    Parquet,

    /// <summary>
    /// CSV for all years as Excel writes it in the Netherlands: semicolons, decimal comma, day-month-year.
    /// </summary>
    Csv,

    /// <summary>2019 and 2021 in Parquet, the other years in CSV, each of those in a dialect of its own.</summary>
    Mixed,
}
