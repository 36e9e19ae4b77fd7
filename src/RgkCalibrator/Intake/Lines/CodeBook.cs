namespace RgkCalibrator.Intake.Lines;

/// <summary>What reading needs to know of a product.</summary>
/// <param name="Code">Its present code.</param>
/// <param name="Unit">The unit its volumes are carried in.</param>
/// <param name="ConvertsDagdelen">Whether a dagdeel of it is four hours; else the two are never converted.</param>
public sealed record DeclaredProduct(string Code, CareUnit Unit, bool ConvertsDagdelen = false);

/// <summary>A code in the declarations and the product it stands for, up to and including a start day.</summary>
public sealed record DeclaredCode(string Code, DateOnly Until, DeclaredProduct Product);

/// <summary>Which product a code stands for on a day: codes change hands over the years.</summary>
public sealed class CodeBook
{
    private readonly ILookup<string, DeclaredCode> _byCode;

    /// <summary>A book of codes; of entries with one code the first whose last day has not passed counts.</summary>
    public CodeBook(IEnumerable<DeclaredCode> codes)
    {
        var ordered = codes.OrderBy(code => code.Until).ToList();
        _byCode = ordered.ToLookup(code => code.Code, StringComparer.Ordinal);
        LastDays = [.. ordered.Select(code => code.Until).Where(day => day < DateOnly.MaxValue).Distinct()];
    }

    /// <summary>The days after which some code stands for another product, ascending.</summary>
    public IReadOnlyList<DateOnly> LastDays { get; }

    /// <summary>The product of a line with this code that starts on this day; null: it is not known.</summary>
    public DeclaredProduct? Find(string code, DateOnly start) =>
        _byCode[code].FirstOrDefault(entry => start <= entry.Until)?.Product;
}
