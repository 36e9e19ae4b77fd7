using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Formats.Docx;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

namespace RgkCalibrator.Output.Annexes;

/// <summary>The annexes as text documents, in the form in which they are published.</summary>
internal static class AnnexDocuments
{
    private static readonly int[] ProductWidths = [15, 60, 25];
    private static readonly int[] LineWidths = [38, 22, 12, 28];
    private static readonly int[] ChangeWidths = [7, 15, 12, 14, 14, 9, 14, 15];

    // Who decided, and when, stands in the workbook and the tables: a page is too narrow for them.
    private const int ChangeColumns = 8;

    /// <summary>Annex 1.</summary>
    internal static WordDocument Products(AdoptedFramework framework) =>
        FromTable(AnnexTables.Products(framework), ProductWidths, framework);

    /// <summary>
    /// Annex 2 or 3: a product with its subgroups below it, and what falls outside beside all of them.
    /// </summary>
    internal static WordDocument Lines(AdoptedFramework framework, FrameworkKind kind)
    {
        var products = AnnexTables.LinesOf(framework, kind).GroupBy(line => line.Code);
        return new WordDocument(AnnexWords.Title(kind),
        [
            .. Warning(framework),
            new WordTable(
                ["Product", "Volume", "Duur", "Buiten het kader"], LineWidths,
                [.. products.SelectMany(lines => Rows([.. lines]))]),
            .. AnnexWords.Below(kind, AnnexTables.LinesOf(framework, kind))
                .Select(note => new WordParagraph(note, WordStyle.Small)),
        ]);
    }

    /// <summary>What was advised, and what became of it.</summary>
    internal static WordDocument Changes(AdoptedFramework framework)
    {
        var table = AnnexTables.Changes(framework);
        return FromTable(
            table with
            {
                Columns = [.. table.Columns.Take(ChangeColumns)],
                Rows = [.. table.Rows.Select(row => row.Take(ChangeColumns).ToList())],
            },
            ChangeWidths, framework);
    }

    // The name of a product with subgroups has a row of its own, so that each volume stands beside its subgroup.
    private static IEnumerable<WordRow> Rows(IReadOnlyList<AdoptedLine> lines)
    {
        var (name, outside) = ($"{lines[0].Code} {lines[0].Product}", Paragraphs(lines));
        if (lines is [{ Label.Length: 0 } only])
            return [Row(new WordParagraph(name, WordStyle.Strong), only, new WordCell(outside))];
        var heading = new WordRow(
        [
            new WordCell([new WordParagraph(name, WordStyle.Strong)]), new WordCell([]), new WordCell([]),
            new WordCell(outside, WordMerge.Begins),
        ]);
        return lines.Select(line =>
            Row(new WordParagraph(line.Label), line, new WordCell([], WordMerge.GoesOn)) with { Continues = true })
            .Prepend(heading);
    }

    private static WordRow Row(WordParagraph name, AdoptedLine line, WordCell outside) => new(
    [
        new WordCell([name]),
        new WordCell([new WordParagraph(AnnexWords.Volume(line))]),
        new WordCell([new WordParagraph(line.Decision.Adopted!.Duration.Shown().Dutch)]),
        outside,
    ]);

    // What is the same for all lines stands there once.
    private static WordParagraph[] Paragraphs(IReadOnlyList<AdoptedLine> lines) =>
    [
        .. lines.SelectMany(line => line.Outside.Select(text => (text, line)))
            .GroupBy(pair => pair.text)
            .Select(same => new WordParagraph(
                same.Count() == lines.Count || same.First().line.Label.Length == 0
                    ? same.Key
                    : $"{string.Join(", ", same.Select(pair => pair.line.Label))}: {same.Key}",
                WordStyle.Small)),
    ];

    private static WordDocument FromTable(Table table, int[] widths, AdoptedFramework framework) => new(
        table.Title,
        [
            .. Warning(framework),
            new WordTable(
                [.. table.Columns.Select(column => column.Heading)], widths,
                [.. table.Rows.Select(row => new WordRow([.. row.Select(cell => Cell(cell.Shown))]))]),
        ]);

    private static WordCell Cell(string text) => new([new WordParagraph(text, WordStyle.Small)], WordMerge.None);

    private static IEnumerable<WordBlock> Warning(AdoptedFramework framework) =>
        framework.IsSynthetic ? [new WordParagraph(AnnexWords.Synthetic, WordStyle.Warning)] : [];
}
