using RgkCalibrator.Control;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Output.Tables;

using LineColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Control.ControlledLine>;
using ProviderColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Control.ControlSums.OfProvider>;

namespace RgkCalibrator.Output.Control;

/// <summary>A control summed up: by line for all providers, and by provider for all lines.</summary>
internal static class ControlSums
{
    /// <summary>A row for each line.</summary>
    internal static Table ByLine(ControlFigures figures, Language language) => Table.From(
        new("Per lijn", "By line"),
        [
            LineNaming.ProductCode<ControlledLine>(line => line.Group.Product.Code),
            LineNaming.Subgroup<ControlledLine>(line => line.Group.Scope),
            LineColumn.Words(
                "line", line => ControlWording.Shown(line.Group, line.Line), new("Lijn", "Line")),
            LineColumn.Whole("n", line => line.Since.Followed.Count, Followed),
            .. ProviderTotal.Measures.Select(Share),
            LineColumn.Portion("aim", _ => figures.Aim, new("Beoogd", "Aim")),
            LineColumn.Whole("not_yet_followed", line => line.NotYetFollowed, NotYet),
            LineColumn.Computed("units_beyond", line => UnitsOf(line), UnitsBeyond),
            LineColumn.ShownWhole("euros_beyond", line => UnitsOf(line) * (double?)line.Price, EurosBeyond),
            LineColumn.Whole("providers", line => line.Providers.Count, new("Aanbieders", "Providers")),
            LineColumn.Whole(
                "to_discuss", line => line.Providers.Count(own => own.Signal == Signal.AboveSpread), ToDiscuss),
        ],
        figures.Lines, language);

    /// <summary>A row for each provider.</summary>
    internal static Table ByProvider(ControlFigures figures, Language language) => Table.From(
        new("Per aanbieder", "By provider"),
        [
            ProviderColumn.Text("provider_id", one => one.Provider, new("Aanbieder", "Provider")),
            ProviderColumn.Whole("lines", one => one.Lines.Count, new("Lijnen", "Lines")),
            ProviderColumn.Whole("n", one => one.Lines.Sum(line => line.Own.Either.Beyond.N), Followed),
            .. ProviderTotal.Measures.SelectMany(Total),
            ProviderColumn.Whole(
                "not_yet_followed", one => one.Lines.Sum(line => line.Own.NotYetFollowed), NotYet),
            ProviderColumn.ShownWhole("euros_beyond", one => one.Euros, EurosBeyond),
            ProviderColumn.Whole(
                "to_discuss", one => one.Lines.Count(line => line.Own.Signal == Signal.AboveSpread), ToDiscuss),
        ],
        ProvidersOf(figures), language);

    private static IEnumerable<OfProvider> ProvidersOf(ControlFigures figures)
    {
        var totals = figures.Totals.ToLookup(total => total.Provider);
        return figures.Mirrors.Select(mirror => new OfProvider(
            mirror.Provider, mirror.Lines, totals[mirror.Provider].ToDictionary(total => total.Measure)));
    }

    private static IEnumerable<ProviderColumn> Total(BeyondMeasure measure)
    {
        var (name, words) = (NameOf(measure), ControlWording.NameOf(measure));
        yield return ProviderColumn.Whole(
            "beyond_" + name, one => one.Of(measure)?.Point?.Beyond,
            new($"Trajecten {words.Dutch}", $"Trajectories {words.English}"));
        yield return ProviderColumn.ShownWhole(
            "expected_" + name, one => one.Of(measure)?.Expected,
            new($"Verwacht {words.Dutch}", $"Expected {words.English}"));
        yield return ProviderColumn.OneOf<Signal>(
            "signal_" + name, one => one.Of(measure)?.Signal,
            new($"Signaal {words.Dutch}", $"Signal {words.English}"), shown: ControlWording.NameOf).Noted(
            "Alle lijnen van de aanbieder samen, naast wat te verwachten is als die op elke lijn het deel van de "
                + "anderen had.",
            "All lines of the provider together, beside what is expected if it had the share of the others on each.");
    }

    private static string NameOf(BeyondMeasure measure) => measure switch
    {
        BeyondMeasure.VolumeWithin => "volume",
        BeyondMeasure.Outlasting => "duration",
        _ => "either",
    };

    private static Wording Followed { get; } = new("Gevolgd", "Followed");

    private static Wording NotYet { get; } = new("Nog niet te volgen", "Not yet followed");

    private static Wording UnitsBeyond { get; } = new("Volume boven de lijn", "Volume above the line");

    private static Wording EurosBeyond { get; } = new("Euro boven de lijn", "Euros above the line");

    private static Wording ToDiscuss { get; } = new("Te bespreken", "To discuss");

    private static LineColumn Share(BeyondMeasure measure)
    {
        var words = ControlWording.NameOf(measure);
        return LineColumn.Portion(
            "share_" + NameOf(measure),
            line => line.Since is { HasVolume: false } && measure != BeyondMeasure.Outlasting
                || line.Since.Followed.Count == 0
                    ? null
                    : (double)line.Since.Followed.Places.Count(place => line.Since.IsBeyond(measure, place))
                        / line.Since.Followed.Count,
            new($"Deel {words.Dutch}", $"Share {words.English}"));
    }

    private static double? UnitsOf(ControlledLine line) =>
        line.Since.HasVolume ? line.Since.Followed.Places.Sum(line.Since.UnitsBeyond) : null;

    internal sealed record OfProvider(
        string Provider, IReadOnlyList<MirrorLine> Lines, IReadOnlyDictionary<BeyondMeasure, ProviderTotal> Totals)
    {
        internal ProviderTotal? Of(BeyondMeasure measure) => Totals.GetValueOrDefault(measure);

        /// <summary>Null where none of its lines has a price.</summary>
        internal double? Euros => Lines.All(line => line.Line.Price is null)
            ? null
            : Lines.Sum(line => ControlTables.EurosOf(line.Line, line.Own) ?? 0);
    }
}
