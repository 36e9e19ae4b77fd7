using RgkCalibrator.Control;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Control.MirrorTable.Row>;

namespace RgkCalibrator.Output.Control;

/// <summary>The mirror of one provider as a workbook.</summary>
internal static class MirrorTable
{
    private const int NamingColumns = 2;

    /// <summary>The workbook.</summary>
    internal static Workbook Workbook(Mirror mirror, ControlFigures figures, Language language)
    {
        var words = new MirrorWords(mirror, figures, language);
        var table = Of(mirror, figures, language);
        Note[] notes =
        [
            new(words.Title.In(language), NoteStyle.Title),
            .. figures.IsSynthetic
                ? [new Note(ControlWording.Synthetic.In(language), NoteStyle.Warning)]
                : Array.Empty<Note>(),
            .. words.Summary().Concat(words.Reading()).Select(note => new Note(note.In(language), NoteStyle.Plain)),
        ];
        return new Workbook(
            words.Title.In(language),
            [
                new Sheet(new Wording("Spiegel", "Mirror").In(language), notes, new SheetTable(table, []))
                {
                    FrozenColumns = NamingColumns,
                },
            ]);
    }

    /// <summary>A row for each line and measure.</summary>
    internal static Table Of(Mirror mirror, ControlFigures figures, Language language) => Table.From(
        new("Spiegel", "Mirror"),
        [
            Column.Words("product", row => ControlWording.NameOf(row.Line.Line.Group), new("Product", "Product")),
            Column.Words(
                "measure", row => ControlWording.NameOf(row.Measure), new("Maat", "Measure")),
            Column.Words(
                "line", row => ControlWording.Shown(row.Line.Line.Group, row.Line.Line.Line), new("Lijn", "Line")),
            Column.Whole("n", row => row.Own.Beyond.N, new("Uw trajecten", "Your trajectories")),
            Column.Whole("beyond", row => row.Own.Beyond.Beyond, new("Daarvan erover", "Of these beyond")),
            Column.Portion("share", row => ControlTables.ShareOf(row.Own.Beyond), new("Uw deel", "Your share")),
            Column.Portion("aim", _ => figures.Aim, new("Beoogd", "Aim")),
            Column.Whole(
                "n_others", row => row.Shared is null ? null : row.Line.Region!.Trajectories,
                new("Trajecten anderen (afgerond)", "Trajectories of others (rounded)")),
            new(
                "share_others", ColumnKind.Number, (row, shownIn) => Shown(row.Shared, shownIn),
                new("Deel anderen", "Share of others")),
            Column.YesNo(
                "stands_out", row => row.Line.StandsOut(row.Measure), new("Valt op", "Stands out")),
            Column.Whole(
                "n_before", row => row.Own.Before.N, new("Uw trajecten voor het kader", "Yours before the framework")),
            Column.Whole(
                "beyond_before", row => row.Own.Before.Beyond,
                new("Daarvan erover, eerder", "Of these beyond, before")),
            Column.Portion(
                "share_before", row => ControlTables.ShareOf(row.Own.Before),
                new("Uw deel voor het kader", "Your share before")),
            Column.PValue(
                "history_p", row => row.Own.History?.P,
                new("Kans op zo'n verschil door toeval", "Chance of such a difference")),
            Column.Computed(
                "units_beyond", row => row.IsOfVolume ? row.Line.Own.UnitsBeyond : null,
                new("Uw volume boven de lijn", "Your volume above the line")),
            Column.Whole(
                "not_yet_followed", row => row.IsOfEither ? row.Line.Own.NotYetFollowed : null,
                new("Nog niet te volgen", "Not yet followed")),
        ],
        from line in mirror.Lines
        from one in line.Own.Points()
        select new Row(line, one.Measure, one.Point),
        language);

    private static TableCell Shown(SafeShare? share, Language language) => share switch
    {
        null => TableCell.Empty,
        { IsBand: true } => TableCell.Text(MirrorWords.ShownShare(share, language)),
        _ => TableCell.Share(share.Value, language),
    };

    internal sealed record Row(MirrorLine Line, BeyondMeasure Measure, ProviderPoint Own)
    {
        internal SafeShare? Shared => Line.Region?.Of(Measure);

        internal bool IsOfEither => Measure == BeyondMeasure.Either;

        internal bool IsOfVolume => Measure == BeyondMeasure.VolumeWithin;
    }
}
