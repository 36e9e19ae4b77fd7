using RgkCalibrator.Catalogue;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Completion;

using CurveColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Monitoring.DeclaredTables.OfCurve>;
using ProductColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Monitoring.DeclaredTables.OfProduct>;
using YearColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Monitoring.YearTotal>;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>What was declared: by product and quarter, by delay, and by year against the aims.</summary>
internal static class DeclaredTables
{
    /// <summary>Every product and quarter of care.</summary>
    internal static Table Products(MonitorFigures figures, Language language) => Table.From(
        new("Volume en euro per product", "Volume and euros by product"), ProductColumns(figures),
        from product in figures.Products
        from one in product.Quarters
        select new OfProduct(product.Product, one.Quarter, one.Sum),
        language);

    /// <summary>The curves of completion: of the region, and of products with one of their own.</summary>
    internal static Table Curves(MonitorFigures figures, Language language) => Table.From(
        new("Hoe laat declaraties komen", "How late declarations come"),
        [
            CurveColumn.Text(
                "product_code", one => one.Code, new("Code", "Code"), "Empty for all products together."),
            CurveColumn.Whole(
                "months", one => one.Months, new("Maanden later", "Months later"),
                "Months after the month of care."),
            CurveColumn.Portion(
                "declared", one => one.Share.Share, new("Gedeclareerd", "Declared"), "The part that is in by then."),
            CurveColumn.Portion(
                "lowest", one => one.Share.Lowest, new("Laagste", "Lowest"), "The lowest of earlier months."),
            CurveColumn.Portion(
                "highest", one => one.Share.Highest, new("Hoogste", "Highest"), "The highest of earlier months."),
        ],
        CurvesOf(figures), language);

    /// <summary>The years, beside those to which the region wants to go back.</summary>
    internal static Table Years(MonitorFigures figures, Language language)
    {
        var (children, euros) = (Base(figures.Aims.Children), Base(figures.Aims.Euros));
        return Table.From(
            new("Jaren naast de doelen", "Years against the aims"),
            [
                YearColumn.Text("year", one => Numbers.Whole(one.Year), new("Jaar", "Year")),
                YearColumn.Whole("children", one => one.Children, new("Kinderen met zorg", "Children with care")),
                YearColumn.Portion(
                    "children_change", one => Change(one, children, year => year.Children),
                    Against(new("Kinderen", "Children"), figures.Aims.Children)),
                YearColumn.ShownWhole("euros", one => one.Indexed ?? one.Euros, new("Euro", "Euros")),
                YearColumn.ShownWhole(
                    "euros_without_index", one => one.WithoutIndexation,
                    new("Euro zonder indexatie", "Euros without indexation")),
                YearColumn.Portion(
                    "euros_change", one => Change(one, euros, year => year.WithoutIndexation),
                    Against(new("Euro", "Euros"), figures.Aims.Euros)),
                YearColumn.Portion("declared", one => one.Declared?.Share, new("Gedeclareerd", "Declared")),
                YearColumn.YesNo("complete", one => one.IsComplete, new("Volledig", "Complete")),
            ],
            figures.Years, language);

        YearTotal? Base(int? year) => figures.Years.FirstOrDefault(one => one.Year == year);
    }

    // A year that is not complete would seem to fall.
    private static double? Change(YearTotal year, YearTotal? back, Func<YearTotal, double?> of) =>
        year.IsComplete && back is { IsComplete: true } && of(back) is { } before and > 0
            ? (of(year) - before) / before
            : null;

    private static Wording Against(Wording what, int? year) => year is { } known
        ? new(
            $"{what.Dutch}: verschil met {Numbers.Whole(known)}", $"{what.English}: change from {Numbers.Whole(known)}")
        : new($"{what.Dutch}: verschil (geen doel)", $"{what.English}: change (no aim)");

    private static ProductColumn[] ProductColumns(MonitorFigures figures) =>
    [
        ProductColumn.Text("quarter", one => one.Quarter.ToString(), new("Kwartaal", "Quarter")),
        LineNaming.ProductCode<OfProduct>(one => one.Product.Code),
        ProductColumn.Text("product", one => one.Product.Name, new("Product", "Product")),
        ProductColumn.Whole("lines", one => one.Sum.Lines, new("Regels", "Lines"), "Declared lines that count."),
        ProductColumn.Computed(
            "volume", one => one.Sum.Units, new("Volume", "Volume"),
            "Their volume in the unit, by the month in which the declared period ends."),
        ProductColumn.ShownWhole("euros", one => Indexed(one, figures), new("Euro", "Euros")) with
        {
            Meaning = "With the indexation of prices; without one as declared, or by tariff.",
        },
        ProductColumn.ShownWhole(
            "euros_without_index", one => WithoutIndex(one, figures),
            new("Euro zonder indexatie", "Euros without indexation")) with
        {
            Meaning = "At the prices of the year to which costs are to go back; empty where that is not known.",
        },
        ProductColumn.Portion(
            "declared", one => one.Sum.Declared?.Share, new("Gedeclareerd", "Declared"),
            "The expected part of the volume that is in; empty where that is not known."),
        ProductColumn.Computed(
            "volume_expected", one => one.Sum.Units / one.Sum.Declared?.Share,
            new("Volume verwacht", "Expected volume"),
            "The volume when all is in."),
        ProductColumn.Computed(
            "volume_expected_low", one => one.Sum.Units / one.Sum.Declared?.Highest,
            new("Volume ten minste", "Volume at least"), "The least, by earlier months."),
        ProductColumn.Computed(
            "volume_expected_high", one => one.Sum.Units / one.Sum.Declared?.Lowest,
            new("Volume ten hoogste", "Volume at most"), "The most, by earlier months."),
        ProductColumn.YesNo(
            "complete", one => figures.Arrivals.IsComplete(one.Sum.Declared), new("Volledig", "Complete"),
            "Whether so much is in that it can be held against another quarter."),
    ];

    private static double? Indexed(OfProduct one, MonitorFigures figures) =>
        figures.Prices.Basis == Framework.Scenarios.EuroBasis.Amount || figures.Index.IsEmpty
            ? one.Sum.Euros
            : one.Sum.Euros * Factor(one, figures);

    private static double? WithoutIndex(OfProduct one, MonitorFigures figures) =>
        figures.Prices.Basis == Framework.Scenarios.EuroBasis.Amount
            ? one.Sum.Euros / Factor(one, figures)
            : one.Sum.Euros;

    private static double? Factor(OfProduct one, MonitorFigures figures) =>
        figures.Aims.Euros is { } back ? (double?)figures.Index.Factor(back, one.Quarter.Year) : null;

    private static IEnumerable<OfCurve> CurvesOf(MonitorFigures figures)
    {
        if (figures.Arrivals.Region is not { } region)
            return [];
        return figures.Arrivals.ByProduct.Prepend(new(string.Empty, region)).SelectMany(
            one => one.Value.Shares.Select((share, months) => new OfCurve(one.Key, months, share)));
    }

    internal sealed record OfProduct(Product Product, Quarter Quarter, DeclaredSum Sum);

    internal sealed record OfCurve(string Code, int Months, Completeness Share);
}
