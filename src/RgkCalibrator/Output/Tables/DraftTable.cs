using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>The draft framework as tables: one for each kind of framework.</summary>
internal static class DraftTable
{
    /// <summary>The lines of one kind, in the order of the catalogue; without intervals, for which a page of text is too narrow.</summary>
    internal static Table Of(FrameworkKind kind, IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language)
    {
        var title = kind == FrameworkKind.Rgk
            ? new Wording("Richtinggevend kader (concept)", "Guiding framework (draft)")
            : new Wording("Normenkader (concept)", "Limiting framework (draft)");
        var rows = lines.Where(line => line.Product.Framework == kind).Select(line => Row(line, IntervalForm.Absent, language)).ToList();
        return new Table(title.In(language), Columns(settings, IntervalForm.Absent, language), rows);
    }

    /// <summary>All lines in one table, with the kind of framework in the first column.</summary>
    internal static Table Of(IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language, IntervalForm intervals = IntervalForm.InWords)
    {
        var kind = new TableColumn(new Wording("Kader", "Framework").In(language), "framework", IsNumber: false);
        var estimator = new TableColumn(new Wording("Schatter", "Estimator").In(language), "estimator", IsNumber: false);
        var rows = lines.Select(line => (IReadOnlyList<TableCell>)[Kind(line), NameOf(line.Estimator, language), .. Row(line, intervals, language)]).ToList();
        return new Table(new Wording("Concept-kader", "Draft framework").In(language), [kind, estimator, .. Columns(settings, intervals, language)], rows);
    }

    private static TableColumn[] Columns(FrameworkSettings settings, IntervalForm intervals, Language language)
    {
        var (p, q) = (settings.Compared.Name().In(language), settings.Percentage.Name().In(language));
        var (pName, qName) = (NameOf(settings.Compared), NameOf(settings.Percentage));
        return
        [
            Column(new("Code", "Code"), "product_code"),
            Column(new("Product", "Product"), "product"),
            Column(new("Subgroep", "Subgroup"), "subgroup"),
            Column(new("Trajecten", "Trajectories"), "trajectories", isNumber: true),
            Column(new("Duur " + p, "Duration " + p), "duration_" + pName),
            Column(new("Duur " + q, "Duration " + q), "duration_" + qName),
            Column(new("Volume " + p, "Volume " + p), "volume_" + pName, isNumber: true),
            Column(new("Volume " + q, "Volume " + q), "volume_" + qName, isNumber: true),
            .. IntervalColumns.Of(settings, intervals, language),
            Column(new("Eenheid", "Unit"), "unit"),
            Column(new("Per week", "Per week"), "intensity", isNumber: true),
            Column(new("Binnen duur", "Within duration"), "within_duration", isNumber: true),
            Column(new("Binnen volume", "Within volume"), "within_volume", isNumber: true),
            Column(new("Binnen beide", "Within both"), "within_both", isNumber: true),
            Column(new("Huidige duur", "Current duration"), "current_duration"),
            Column(new("Huidig volume", "Current volume"), "current_volume", isNumber: true),
            Column(new("Opmerkingen", "Remarks"), "remarks"),
        ];

        TableColumn Column(Wording heading, string name, bool isNumber = false) => new(heading.In(language), name, isNumber);
    }

    /// <summary>In column names, which hold no point: p80, p97_5.</summary>
    internal static string NameOf(Percentage percentage) =>
        "p" + percentage.ToString()[1..].Replace('.', '_');

    private static TableCell[] Row(SafeLine line, IntervalForm intervals, Language language)
    {
        var current = line.Current;
        return
        [
            TableCell.Text(line.Product.Code),
            TableCell.Text(line.Product.Name),
            Subgroup(line, language),
            Count(line.Trajectories, language),
            Duration(line.Compared.Duration, language),
            Duration(line.Chosen.Duration, language),
            Number(line.Compared.Volume, language),
            Number(line.Chosen.Volume, language),
            .. IntervalColumns.Of(line, intervals, language),
            TableCell.Text(line.Product.Unit.Name()),
            Intensity(line, language),
            Share(line.WithinDuration, language),
            Share(line.WithinVolume, language),
            Share(line.WithinBoth, language),
            Duration(current?.Duration, language),
            Number(current?.Volume, language),
            TableCell.Text(string.Join("; ", LineRemarks.Of(line).Select(remark => remark.In(language)))),
        ];
    }

    /// <summary>The name to readers, the id to programs.</summary>
    internal static TableCell Subgroup(SafeLine line, Language language) => new(line.SubgroupName.In(language), line.SubgroupId);

    private static TableCell Kind(SafeLine line) => TableCell.Text(line.Product.Framework == FrameworkKind.Rgk ? "rgk" : "norm");

    internal static TableCell NameOf(Estimator estimator, Language language) => estimator == Estimator.Corrected
        ? new TableCell(new Wording("gecorrigeerd", "corrected").In(language), "corrected")
        : new TableCell(new Wording("alleen afgerond", "complete only").In(language), "completed");

    internal static TableCell Count(SafeCount? count, Language language) => count is null ? TableCell.Empty : count.Value is { } value
        ? TableCell.Whole(value, language)
        : TableCell.Text("<" + Numbers.Whole(count.Smallest));

    internal static TableCell Duration(DurationStep? duration, Language language) =>
        duration is null ? TableCell.Empty : TableCell.Text(duration.Shown().In(language));

    internal static TableCell Number(decimal? number, Language language) =>
        number is { } value ? TableCell.Decimal(value, 2, language) : TableCell.Empty;

    private static TableCell Intensity(SafeLine line, Language language) =>
        line is { Intensity: { } intensity, Product.IntensityUnit: { } unit } ? Intensity(intensity, unit, language) : TableCell.Empty;

    /// <summary>Minutes to whole ones, the rest to tenths.</summary>
    internal static TableCell Intensity(decimal intensity, IntensityUnit unit, Language language) =>
        TableCell.Decimal(intensity, unit == IntensityUnit.MinuutPerWeek ? 0 : 1, language, UnitName(unit));

    internal static string UnitName(IntensityUnit unit) => unit switch
    {
        IntensityUnit.MinuutPerWeek => "minuut",
        IntensityUnit.UurPerWeek => "uur",
        IntensityUnit.DagdeelPerWeek => "dagdeel",
        IntensityUnit.EtmaalPerWeek => "etmaal",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of intensity."),
    };

    internal static TableCell Share(SafeShare? share, Language language) => share switch
    {
        null => TableCell.Empty,
        { IsBand: true } => TableCell.Text(">" + Numbers.Share(share.Value, 0, language)),
        _ => TableCell.Share(share.Value, language),
    };
}
