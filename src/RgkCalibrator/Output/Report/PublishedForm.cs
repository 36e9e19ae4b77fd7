using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Report;

/// <summary>
/// The draft in the form in which a framework is published: a product with its subgroups below it, what falls outside
/// beside all of them, and the footnotes.
/// </summary>
internal sealed class PublishedForm(
    MarkupWriter html, FrameworkKind kind, IReadOnlyList<SafeLine> lines, Language language)
{
    private const int ColumnsOfLine = 3;

    private static readonly DurationStep CareYear = DurationStep.Months(12);

    private static readonly Wording Kept = new(
        "De gegevens dragen hier geen lijn; dit is de lijn die nu geldt.",
        "The data do not carry a line here; this is the line now in force.");

    private static readonly Wording Absent = new(
        "Er is geen lijn die getoond mag worden, en ook geen die nu geldt.",
        "There is no line that may be shown, and none in force.");

    private readonly List<string> _notes = [];

    /// <summary>Writes it.</summary>
    internal void Write()
    {
        var columns = PublishedWords.Columns;
        html.Open("div", ("class", "scroll"));
        html.Open("table", ("class", "published"));
        html.Words("caption", ReportWords.NameOf(kind).In(language));
        html.Open("thead");
        html.Open("tr");
        foreach (var column in columns)
            html.Words("th", column.In(language), ("scope", "col"));
        html.Close();
        html.Close();
        foreach (var product in lines.GroupBy(line => line.Product.Code))
            WriteProduct([.. product]);
        html.Close();
        html.Close();
        WriteNotes();
    }

    // The name of a product with subgroups has a row of its own, so that each volume stands beside its subgroup.
    private void WriteProduct(IReadOnlyList<SafeLine> own)
    {
        var product = own[0].Product;
        var name = $"{product.Code} {product.Name}";
        html.Open("tbody");
        html.Open("tr");
        if (own is [{ SubgroupId.Length: 0 } only])
        {
            html.Words("th", name, ("scope", "row"));
            WriteLine(only);
            WriteOutside(product, rows: 1);
            html.Close();
        }
        else
        {
            html.Words("th", name, ("scope", "rowgroup"), ("colspan", Numbers.Whole(ColumnsOfLine)));
            WriteOutside(product, rows: own.Count + 1);
            html.Close();
            foreach (var line in own)
            {
                html.Open("tr");
                html.Words("th", line.SubgroupName.In(language), ("scope", "row"), ("class", "part"));
                WriteLine(line);
                html.Close();
            }
        }

        html.Close();
    }

    private void WriteLine(SafeLine line)
    {
        var (duration, volume) = line.Proposed;
        if (duration is not null && volume is { } proposed)
        {
            var source = line is { Basis: Basis.Norm, Norm: { } norm } ? ReportWords.OfNorm(norm) : null;
            Cell(Volume(line, proposed, duration), source);
            Cell(duration.Shown());
        }
        else if (line.Current is { } current)
        {
            Cell(PublishedWords.Volume(current.Volume, line.Product.Unit), Kept);
            Cell(current.Duration.Shown());
        }
        else
        {
            Cell(Wording.Same("–"), Absent);
            Cell(Wording.Same("–"));
        }
    }

    private static Wording Volume(SafeLine line, decimal volume, DurationStep duration)
    {
        var amount = PublishedWords.Volume(volume, line.Product.Unit);
        if (line.IsPerCareYear && duration != CareYear)
            amount = new(amount.Dutch + " per zorgjaar", amount.English + " per care year");
        // The alternative was agreed for the volume that is in force.
        if (volume == line.Current?.Volume && line.Product.AlternativeUnit is { } other)
            amount = new($"{amount.Dutch}, of {other}", $"{amount.English}, or {other}");
        if (line is not { Basis: not Basis.Norm, Intensity: { } intensity, Product.IntensityUnit: { } unit })
            return amount;
        var perWeek = PublishedWords.PerWeek(intensity, unit);
        return new($"{amount.Dutch} (gemiddeld {perWeek.Dutch})", $"{amount.English} (on average {perWeek.English})");
    }

    private void WriteOutside(Product product, int rows)
    {
        html.Open("td", ("rowspan", Numbers.Whole(rows)));
        if (product.ExceptionGrounds.Count > 0)
            html.Open("ul");
        foreach (var ground in product.ExceptionGrounds)
            html.Words("li", ground.Summary);
        if (product.ExceptionGrounds.Count > 0)
            html.Close();
        html.Close();
    }

    private void Cell(Wording text, Wording? note = null)
    {
        html.Open("td");
        html.Words("span", text.In(language));
        if (note is not null)
        {
            var number = Numbers.Whole(NumberOf(note.In(language)));
            html.Open("sup");
            html.Words(
                "a", number, ("href", $"#{IdOf(number)}"), ("aria-label", ReportWords.Note(number).In(language)));
            html.Close();
        }

        html.Close();
    }

    private int NumberOf(string note)
    {
        if (!_notes.Contains(note, StringComparer.Ordinal))
            _notes.Add(note);
        return _notes.IndexOf(note) + 1;
    }

    private string IdOf(string number) => $"noot-{kind.NameInFiles()}-{number}";

    private void WriteNotes()
    {
        if (_notes.Count > 0)
        {
            html.Open("ol", ("class", "notes"));
            foreach (var (i, note) in _notes.Index())
                html.Words("li", note, ("id", IdOf(Numbers.Whole(i + 1))));
            html.Close();
        }

        html.Open("ul", ("class", "notes"));
        foreach (var note in PublishedWords.Footnotes(kind))
            html.Words("li", note.In(language));
        html.Close();
    }
}
