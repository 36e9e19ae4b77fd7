using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Tables.ProviderTable.Row>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The main providers of each line against it, one a row.</summary>
internal static class ProviderTable
{
    internal static StudySheet Sheet(IReadOnlyList<ProviderFunnel> funnels, Language language) => StudySheet.From(
        "providers",
        new("Aanbieders", "Providers"),
        About,
        new("Aanbieders naast de lijn", "Providers against the line"),
        Columns,
        funnels.SelectMany(funnel => funnel.Providers, (funnel, provider) => new Row(funnel, provider)),
        language);

    private static Wording About { get; } = new(
        "Per lijn en hoofdaanbieder het deel boven de lijn, naast dat van de andere aanbieders. Een reden om te "
            + "vragen, nooit een oordeel: wie een aanbieder behandelt staat er niet in.",
        "Per line and main provider the share beyond the line, beside that of the other providers. A reason to ask, "
            + "never a verdict: whom a provider treats is not in it.");

    internal static IReadOnlyList<Column> Columns { get; } =
    [
        .. Figures(), .. Limits(), .. Band("", new("", ""), provider => provider.Exact, "Exact limit"),
        .. Band(
            "wide_", new(" verruimd", " widened"), provider => provider.Widened,
            "Limit that allows for the usual spread between providers"),
        .. Spread(), .. History(),
    ];

    private static Column[] Figures() =>
    [
        LineNaming.ProductCode<Row>(row => row.Of.Followed.Group.Product.Code),
        LineNaming.Subgroup<Row>(row => row.Of.Followed.Group.Scope),
        LineNaming.Measure<Row>(row => row.Of.Measure, row => row.Of.Followed.Duration),
        Column.Text(
            "provider_id", row => row.Provider.Provider, new("Aanbieder", "Provider"), "The main provider, by its id."),
        Column.Selected(
            "line", row => (double?)row.Of.Line, new("Lijn", "Line"),
            "The proposed volume; empty for durations, whose line is L."),
        Column.Whole(
            "n", row => row.Provider.Beyond.N, new("Gevolgd", "Followed"),
            "Its trajectories that could be followed for L."),
        Column.Whole(
            "beyond", row => row.Provider.Beyond.Beyond, new("Erboven", "Beyond"),
            "How many of them go beyond the line."),
        Column.Portion(
            "share", row => (double)row.Provider.Beyond.Beyond / row.Provider.Beyond.N, new(
                "Deel erboven", "Share beyond"),
            "The share beyond, 0 to 1."),
        Column.Portion(
            "target", row => row.Provider.Target, new("Deel bij de anderen", "Share of the others"),
            "The share beyond of all other providers together."),
    ];

    private static Column[] Limits() =>
    [
        Column.OneOf<FunnelSide>(
            "flag_95", row => row.Provider.Point?.Flag(0.95), new("Buiten 95%", "Outside 95%"),
            "Where it stands by the exact binomial chance, at 95%.",
            StudyWords.NameOf).Noted(
            "Opvallend bij een kans van ten hoogste 2,5% naar boven of naar beneden. Een reden om te vragen.",
            "Striking at a chance of at most 2.5% upwards or downwards. A reason to ask."),
        Column.OneOf<FunnelSide>(
            "flag_998", row => row.Provider.Point?.Flag(0.998), new("Buiten 99,8%", "Outside 99.8%"),
            "The same at 99.8%.", StudyWords.NameOf),
        Column.PValue(
            "tail_above", row => row.Provider.Point?.UpperTail, new(
                "Kans op zoveel of meer", "Chance of so many or more"),
            "The exact chance of so many or more beyond."),
        Column.PValue(
            "tail_below", row => row.Provider.Point?.LowerTail, new(
                "Kans op zo weinig of minder", "Chance of so few or fewer"),
            "The exact chance of so few or fewer."),
    ];

    /// <summary>Limits for drawing: they would crowd a sheet.</summary>
    private static Column[] Band(string prefix, Wording more, Func<ProviderPoint, FunnelBand?> band, string meaning)
    {
        return
        [
            Limit("lower_95", limits => limits.Lower95, "95% onder", "95% lower"),
            Limit("upper_95", limits => limits.Upper95, "95% boven", "95% upper"),
            Limit("lower_998", limits => limits.Lower998, "99,8% onder", "99.8% lower"),
            Limit("upper_998", limits => limits.Upper998, "99,8% boven", "99.8% upper"),
        ];

        Column Limit(string name, Func<FunnelBand, double> limit, string dutch, string english) => Column.Computed(
            prefix + name, row => band(row.Provider) is { } limits ? limit(limits) : null,
            new(dutch + more.Dutch, english + more.English),
            $"{meaning} at the target and n ({english}), for drawing and never for a verdict.") with
        {
            IsOnSheet = false,
        };
    }

    private static Column[] Spread() =>
    [
        Column.Computed(
            "phi", row => row.Of.Overdispersion?.WinsorizedPhi, new("φ", "φ"),
            "The overdispersion φ of the line's providers, winsorised.").Noted(
            "Hoeveel sterker de aanbieders verschillen dan door toeval te verwachten is; 1 is niet sterker.",
            "How much more providers differ than by chance; 1 is not more."),
        Column.Computed(
            "tau_squared", row => row.Of.Overdispersion?.TauSquared, new("τ²", "τ²"),
            "The variance τ² between them on the arcsine scale."),
    ];

    private static Column[] History() =>
    [
        Column.Whole(
            "n_before", row => row.Provider.Before.N, new("Gevolgd voor de breuk", "Followed before the break"),
            "Its trajectories that started before the break."),
        Column.Whole(
            "beyond_before", row => row.Provider.Before.Beyond, new("Erboven voor de breuk", "Beyond before the break"),
            "How many of these go beyond the line."),
        Column.Whole(
            "n_from", row => row.Provider.From.N, new("Gevolgd vanaf de breuk", "Followed from the break"),
            "Its trajectories that started from the break on."),
        Column.Whole(
            "beyond_from", row => row.Provider.From.Beyond, new("Erboven vanaf de breuk", "Beyond from the break"),
            "How many of these go beyond the line."),
        Column.PValue(
            "history_p", row => row.Provider.History?.P, new("Eigen verleden p", "Own history p"),
            "The p-value of Fisher's test between the two.").Noted(
            "De kans dat de aanbieder door toeval zo verschilt van zichzelf voor de breuk.",
            "The chance that the provider differs so from itself before the break."),
    ];

    internal sealed record Row(ProviderFunnel Of, ProviderPoint Provider);
}
