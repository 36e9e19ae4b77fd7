using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Output.Tables;

/// <summary>Whether groups need lines of their own, whether lines hold over the years, and where providers stand: for the analyst alone.</summary>
internal static class StudySheets
{
    private static readonly Wording AboutDifferentiation = new(
        "Per product en kenmerk het deel van elke groep boven de lijn van allen samen, van trajecten die de hele duur gevolgd konden worden. Een advies: of een verschil inhoudelijk is, zeggen mensen.",
        "Per product and factor the share of each group beyond the line of all together, of trajectories that could be followed for the whole duration. An advice: whether a difference means something is for people to say.");

    private static readonly Wording AboutStability = new(
        "Per lijn en startjaar, van trajecten die de hele duur gevolgd konden worden; een jaar met te weinig daarvan heeft geen waarde. Van twintig lijnen zonder verloop lijkt er één te verlopen.",
        "Per line and start year, of trajectories that could be followed for the whole duration; a year with too few of them has no value. Of twenty lines without drift one seems to have it.");

    private static readonly Wording AboutProviders = new(
        "Per lijn en hoofdaanbieder het deel boven de lijn, naast dat van de andere aanbieders. Een reden om te vragen, nooit een oordeel: wie een aanbieder behandelt staat er niet in.",
        "Per line and main provider the share beyond the line, beside that of the other providers. A reason to ask, never a verdict: whom a provider treats is not in it.");

    /// <summary>The three, each with what to know of it.</summary>
    internal static IReadOnlyList<StudySheet> Sheets(DraftStudies studies, Language language) =>
    [
        new("differentiation", new("Differentiatie", "Differentiation"), DifferentiationTable.Of(studies.Differentiation, language), AboutDifferentiation),
        new("stability", new("Stabiliteit", "Stability"), StabilityTable.Of(studies.Stability, language), AboutStability),
        new("providers", new("Aanbieders", "Providers"), ProviderTable.Of(studies.Funnels, language), AboutProviders) { Hidden = ProviderTable.ForDrawing },
    ];

    /// <summary>What was measured: <c>volume_within_12m</c>, <c>outlasting_12m</c>, <c>volume_care_year</c>.</summary>
    internal static string NameOf(BeyondMeasure measure, Trajectories.DurationStep? duration) => measure switch
    {
        BeyondMeasure.VolumeWithin => Estimation.MeasureWithin(duration!),
        BeyondMeasure.Outlasting => Estimation.MeasureWithin(duration!).Replace("volume_within", "outlasting", StringComparison.Ordinal),
        BeyondMeasure.CareYearVolume => "volume_care_year",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };

    /// <summary>A p-value or another computed number; empty: none.</summary>
    internal static TableCell Computed(double? value) => TableCell.Exact(value, isSelected: false);

    /// <summary>The p-value of a test in which something could differ.</summary>
    internal static TableCell P(ChiSquareResult? test) => Computed(test is { Degrees: > 0 } ? test.P : null);

    internal static TableCell Flag(bool? value) => TableCell.Text(value is { } flag ? flag ? "1" : "0" : string.Empty);
}

/// <summary>A study as a file for programs and as a sheet for the analyst.</summary>
/// <param name="File">The name of the file, without its ending.</param>
/// <param name="Name">Of the sheet.</param>
/// <param name="Table">All of it.</param>
/// <param name="Note">What to know of it.</param>
internal sealed record StudySheet(string File, Wording Name, Table Table, Wording Note)
{
    /// <summary>Names of columns that the sheet leaves out.</summary>
    internal IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>What stands on the sheet.</summary>
    internal Table Shown
    {
        get
        {
            int[] kept = [.. Enumerable.Range(0, Table.Columns.Count).Where(column => !Hidden.Contains(Table.Columns[column].Name))];
            return Hidden.Count == 0 ? Table : new Table(
                Table.Title,
                [.. kept.Select(column => Table.Columns[column])],
                [.. Table.Rows.Select(row => Array.ConvertAll(kept, column => row[column]))]);
        }
    }
}

/// <summary>A column of a table of rows of one kind.</summary>
/// <param name="Name">What programs call it.</param>
/// <param name="Heading">What readers see.</param>
/// <param name="Cell">Of a row.</param>
internal sealed record StudyColumn<T>(string Name, Wording Heading, Func<T, TableCell> Cell)
{
    /// <summary>Whether its cells are numbers.</summary>
    internal bool IsNumber { get; init; } = true;

    internal static Table TableOf(Wording title, IReadOnlyList<StudyColumn<T>> columns, IEnumerable<T> rows, Language language) => new(
        title.In(language),
        [.. columns.Select(column => new TableColumn(column.Heading.In(language), column.Name, column.IsNumber))],
        [.. rows.Select(row => columns.Select(column => column.Cell(row)).ToArray())]);
}
