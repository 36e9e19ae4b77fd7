using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Output.Tables;

/// <summary>The main providers of each line against it, one a row.</summary>
internal static class ProviderTable
{
    /// <summary>The names of the columns of limits: they are for drawing, and would crowd a sheet.</summary>
    internal static IReadOnlyList<string> ForDrawing =>
        ["lower_95", "upper_95", "lower_998", "upper_998", "wide_lower_95", "wide_upper_95", "wide_lower_998", "wide_upper_998"];

    internal static Table Of(IReadOnlyList<ProviderFunnel> funnels, Language language) => StudyColumn<Row>.TableOf(
        new("Aanbieders naast de lijn", "Providers against the line"),
        [.. Figures(language), .. Limits(), .. Spread(language)],
        funnels.SelectMany(funnel => funnel.Providers, (funnel, provider) => new Row(funnel, provider)),
        language);

    private static IEnumerable<StudyColumn<Row>> Figures(Language language) =>
    [
        Text("product_code", new("Code", "Code"), row => row.Of.Followed.Group.Product.Code),
        Text("subgroup", new("Subgroep", "Subgroup"), row => row.Of.Followed.Group.Subgroup),
        Text("measure", new("Maat", "Measure"), row => StudySheets.NameOf(row.Of.Measure, row.Of.Followed.Duration)),
        Text("provider_id", new("Aanbieder", "Provider"), row => row.Provider.Provider),
        new("line", new("Lijn", "Line"), row => TableCell.Exact((double?)row.Of.Line)),
        new("n", new("Gevolgd", "Followed"), row => TableCell.Whole(row.Provider.Beyond.N, language)),
        new("beyond", new("Erboven", "Beyond"), row => TableCell.Whole(row.Provider.Beyond.Beyond, language)),
        new("share", new("Deel erboven", "Share beyond"), row => StudySheets.Computed((double)row.Provider.Beyond.Beyond / row.Provider.Beyond.N)),
        new("target", new("Deel bij de anderen", "Share of the others"), row => StudySheets.Computed(row.Provider.Target)),
    ];

    private static IEnumerable<StudyColumn<Row>> Limits() =>
    [
        Text("flag_95", new("Buiten 95%", "Outside 95%"), row => Side(row.Provider.Point, 0.95)),
        Text("flag_998", new("Buiten 99,8%", "Outside 99.8%"), row => Side(row.Provider.Point, 0.998)),
        new("tail_above", new("Kans op zoveel of meer", "Chance of so many or more"), row => StudySheets.Computed(row.Provider.Point?.UpperTail)),
        new("tail_below", new("Kans op zo weinig of minder", "Chance of so few or fewer"), row => StudySheets.Computed(row.Provider.Point?.LowerTail)),
        .. Band("", new("", ""), provider => provider.Exact),
        .. Band("wide_", new(" verruimd", " widened"), provider => provider.Widened),
    ];

    private static IEnumerable<StudyColumn<Row>> Band(string prefix, Wording more, Func<ProviderPoint, FunnelBand?> band) =>
    [
        new(prefix + "lower_95", new("95% onder" + more.Dutch, "95% lower" + more.English), row => StudySheets.Computed(band(row.Provider)?.Lower95)),
        new(prefix + "upper_95", new("95% boven" + more.Dutch, "95% upper" + more.English), row => StudySheets.Computed(band(row.Provider)?.Upper95)),
        new(prefix + "lower_998", new("99,8% onder" + more.Dutch, "99.8% lower" + more.English), row => StudySheets.Computed(band(row.Provider)?.Lower998)),
        new(prefix + "upper_998", new("99,8% boven" + more.Dutch, "99.8% upper" + more.English), row => StudySheets.Computed(band(row.Provider)?.Upper998)),
    ];

    private static IEnumerable<StudyColumn<Row>> Spread(Language language) =>
    [
        new("phi", new("φ", "φ"), row => StudySheets.Computed(row.Of.Overdispersion?.WinsorizedPhi)),
        new("tau_squared", new("τ²", "τ²"), row => StudySheets.Computed(row.Of.Overdispersion?.TauSquared)),
        new("n_before", new("Gevolgd voor de breuk", "Followed before the break"), row => TableCell.Whole(row.Provider.Before.N, language)),
        new("beyond_before", new("Erboven voor de breuk", "Beyond before the break"), row => TableCell.Whole(row.Provider.Before.Beyond, language)),
        new("n_from", new("Gevolgd vanaf de breuk", "Followed from the break"), row => TableCell.Whole(row.Provider.From.N, language)),
        new("beyond_from", new("Erboven vanaf de breuk", "Beyond from the break"), row => TableCell.Whole(row.Provider.From.Beyond, language)),
        new("history_p", new("Eigen verleden p", "Own history p"), row => StudySheets.Computed(row.Provider.History?.P)),
    ];

    private static StudyColumn<Row> Text(string name, Wording heading, Func<Row, string> text) =>
        new(name, heading, row => TableCell.Text(text(row))) { IsNumber = false };

    private static string Side(FunnelPoint? point, double confidence) => point?.Flag(confidence) switch
    {
        null => string.Empty,
        FunnelSide.Within => "within",
        FunnelSide.Below => "below",
        FunnelSide.Above => "above",
        var side => throw new InvalidOperationException($"Unknown side {side}."),
    };

    private sealed record Row(ProviderFunnel Of, ProviderPoint Provider);
}
