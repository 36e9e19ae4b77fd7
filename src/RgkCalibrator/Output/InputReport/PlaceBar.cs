using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.InputReport;

/// <summary>A bar of all rows, in parts as long as the share of each place.</summary>
/// <param name="tables">Writes shares.</param>
/// <param name="language">The language of its text alternative.</param>
internal sealed class PlaceBar(LedgerTables tables, Language language)
{
    private const double Width = 1000;
    private const double Height = 20;
    private const double Gap = 1;

    // The least length of a part: a place with few rows can be seen too.
    private const double Least = 4;

    /// <summary>The blue and vermillion of the charts for the two ends, and quieter colours between them.</summary>
    internal static string ColourOf(RowOutcome place) => place switch
    {
        RowOutcome.Used => Palette.Inside,
        RowOutcome.Netted => "56B4E9",
        RowOutcome.Duplicate => Palette.Line,
        RowOutcome.Excluded => "B6BEC7",
        RowOutcome.Rejected => Palette.Outside,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown place."),
    };

    /// <summary>Paints the bar; nothing for a file without rows.</summary>
    internal void Paint(MarkupWriter html, FileLedger file)
    {
        if (file.Rows == 0)
            return;
        html.Open(
            "svg",
            ("class", "bar"),
            ("viewBox", $"0 0 {MarkupAttribute.Number(Width)} {MarkupAttribute.Number(Height)}"),
            ("preserveAspectRatio", "none"),
            ("role", "img"),
            ("aria-label", Alternative(file)));
        var parts = PlacesOf(file)
            .Select(place => (Place: place, Length: Math.Max(Least, Width * file.At(place).Rows / file.Rows))).ToList();
        var (x, scale) = (0.0, Width / parts.Sum(part => part.Length));
        foreach (var (place, length) in parts)
        {
            html.Empty(
                "rect", ("x", x * scale), ("width", (length * scale) - Gap), ("height", Height),
                ("fill", "#" + ColourOf(place)));
            x += length;
        }

        html.Close();
    }

    /// <summary>Lists the colours, each with its place and its share.</summary>
    internal void Legend(MarkupWriter html, FileLedger file)
    {
        if (file.Rows == 0)
            return;
        html.Open("ul", ("class", "legend"));
        foreach (var place in PlacesOf(file))
            html.Words("li", Part(file, place), ("class", place.NameInFiles()));
        html.Close();
    }

    private string Alternative(FileLedger file) =>
        $"{file.File}: {string.Join(", ", PlacesOf(file).Select(place => Part(file, place)))}";

    private static IEnumerable<RowOutcome> PlacesOf(FileLedger file) =>
        Enum.GetValues<RowOutcome>().Where(place => file.At(place).Rows > 0);

    private string Part(FileLedger file, RowOutcome place) =>
        $"{LedgerWords.Name(place).In(language)} {tables.ShareOf(file.At(place).Rows, file.Rows)}";
}
