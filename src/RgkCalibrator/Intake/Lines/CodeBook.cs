namespace RgkCalibrator.Intake.Lines;

/// <summary>A code in declarations, and what reading needs to know of the product that it stands for.</summary>
/// <param name="Code">The code in the declarations.</param>
/// <param name="Until">The last start day of lines for which the code stands for this product.</param>
/// <param name="Product">The present code of the product.</param>
/// <param name="Unit">The unit in which the product's volumes are carried.</param>
/// <param name="ConvertsDagdelen">Whether a dagdeel of it is four hours; else the two are never converted.</param>
public sealed record ProductCode(
    string Code, DateOnly Until, string Product, CareUnit Unit, bool ConvertsDagdelen = false);

/// <summary>Which product a code stands for on a day: codes change hands over the years.</summary>
public sealed class CodeBook
{
    private readonly ILookup<string, ProductCode> _byCode;

    /// <summary>A book of codes; of entries with one code the first whose last day has not passed counts.</summary>
    public CodeBook(IEnumerable<ProductCode> codes)
    {
        var ordered = codes.OrderBy(code => code.Until).ToList();
        _byCode = ordered.ToLookup(code => code.Code, StringComparer.Ordinal);
        LastDays = [.. ordered.Select(code => code.Until).Where(day => day < DateOnly.MaxValue).Distinct()];
    }

    /// <summary>The days after which some code stands for another product, ascending.</summary>
    public IReadOnlyList<DateOnly> LastDays { get; }

    /// <summary>The entry of a line with this code that starts on this day; null where the code is not known.</summary>
    public ProductCode? Find(string code, DateOnly start) =>
        _byCode[code].FirstOrDefault(entry => start <= entry.Until);
}
