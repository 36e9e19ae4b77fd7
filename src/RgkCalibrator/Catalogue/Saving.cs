using System.Globalization;

namespace RgkCalibrator.Catalogue;

/// <summary>What a region aims to save in a year.</summary>
/// <param name="Least">In euros.</param>
/// <param name="Most">In euros; not below <paramref name="Least"/>.</param>
public sealed record Saving(decimal Least, decimal Most)
{
    private const decimal Million = 1_000_000;
    private const decimal Largest = 100_000;

    /// <summary>As readers see it: 8-10 miljoen euro.</summary>
    public Wording Shown() => new($"{Range(Language.Dutch)} miljoen euro", $"{Range(Language.English)} million euros");

    /// <summary>Reads millions of euros: <c>8-10 miljoen</c>, <c>9.5 million</c>.</summary>
    internal static bool TryRead(string text, out Saving saving)
    {
        saving = new Saving(0, 0);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var range, "miljoen" or "million"])
            return false;
        var ends = range.Split('-');
        if (ends.Length > 2 || !TryMillions(ends[0], out var least) || !TryMillions(ends[^1], out var most))
            return false;
        saving = new Saving(least * Million, most * Million);
        return least <= most;
    }

    private static bool TryMillions(string text, out decimal millions) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out millions)
        && millions is > 0 and <= Largest;

    private string Range(Language language)
    {
        var (least, most) = (Millions(Least), Millions(Most));
        return least == most ? least : $"{least}-{most}";

        string Millions(decimal euros) => Numbers.Shown((double)(euros / Million), 2, language);
    }
}
