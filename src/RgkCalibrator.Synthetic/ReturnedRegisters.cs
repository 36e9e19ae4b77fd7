using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Register;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Register;
using RgkCalibrator.Review;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Writes workbooks as providers of the region could send them back, filled in well and badly, and what is right about
/// each row.
/// </summary>
internal static class ReturnedRegisters
{
    /// <summary>In a folder of their own, so that the region's folder holds declarations only.</summary>
    internal const string Folder = "meldingen";

    internal const string TruthPath = "truth/registers.csv";

    private static readonly string[] TruthHeader =
        ["file", "row", "provider_id", "product_code", "intervention", "verdict", "reason", "seen", "need"];

    /// <summary>Writes them.</summary>
    /// <param name="output">The folder of the region.</param>
    /// <param name="period">The start days of the trajectories that are counted.</param>
    /// <returns>Their names.</returns>
    internal static IReadOnlyList<string> Write(StagedOutput output, Period period)
    {
        var framework = FrameworkOf(CatalogueFile.Haaglanden2025());
        var names = new List<string>();
        using var file = File.Create(output.PathOf(TruthPath));
        var truth = new CsvWriter(file);
        truth.Header(TruthHeader);
        foreach (var made in RegisterDraws.All)
        {
            var name = $"meldingen-{made.Provider}.xlsx";
            names.Add($"{Folder}/{name}");
            var first = WriteBook(output.PathOf(names[^1]), framework, made, period);
            foreach (var (i, row) in made.Rows.Index())
                WriteTruth(truth, name, first + i, row);
        }

        names.Add($"{Folder}/meldingen-99000006.xlsx");
        File.WriteAllText(output.PathOf(names[^1]), "Aanbieder;Product;Situatie\r\n99000006;54002;synthetic\r\n");
        var none = new MadeReport("99000006", string.Empty, string.Empty, string.Empty) { Reason = "unreadable" };
        WriteTruth(truth, "meldingen-99000006.xlsx", null, none);
        truth.Flush();
        return [.. names, TruthPath];
    }

    private static RegisterFramework FrameworkOf(ProductCatalogue catalogue)
    {
        var lines = catalogue.Products.SelectMany(product => product.Current, (product, line) => new PublishedLine(
            product.Code, product.Name, product.Framework, line.SubgroupId ?? string.Empty, string.Empty, line.Volume,
            product.Unit, line.Duration));
        return RegisterFramework.Of(
            new GivenFramework(catalogue.Name, new PublishedFramework([], [.. lines]) { IsSynthetic = true }),
            catalogue);
    }

    /// <returns>The first row of the table.</returns>
    private static int WriteBook(string path, RegisterFramework framework, MadeReturn made, Period period)
    {
        var request = new RegisterRequest(framework, null, period)
        {
            IsSynthetic = true,
            Filled = [.. made.Rows.Select(row => row.Cells(framework))],
        };
        var book = RegisterWorkbook.Build(request, Language.Dutch);
        using var stream = File.Create(path);
        WorkbookFile.Write(book, stream);
        return book.Sheets[1].HeaderRow + 1;
    }

    private static void WriteTruth(CsvWriter truth, string file, int? row, MadeReport made)
    {
        truth.Text(file);
        truth.Text(row is { } number ? Numbers.Whole(number) : string.Empty);
        truth.Text(made.Provider);
        truth.Text(made.Code);
        truth.Text(made.Intervention);
        truth.Text(made.Reason.Length == 0 ? "accepted" : "refused");
        truth.Text(made.Reason);
        truth.Text(made.Seen);
        truth.Text(made.Need);
        truth.EndLine();
    }
}

/// <summary>A workbook that nobody sent back.</summary>
internal sealed record MadeReturn(string Provider, IReadOnlyList<MadeReport> Rows);

/// <summary>A row of it, and what is right about it.</summary>
/// <param name="Provider">The provider that it says.</param>
/// <param name="Code">The product.</param>
/// <param name="Ground">The id of the situation in the catalogue; empty where the framework names none.</param>
/// <param name="Intervention">The intervention that it says.</param>
internal sealed record MadeReport(string Provider, string Code, string Ground, string Intervention)
{
    /// <summary>The number of trajectories, as typed: digits are a number.</summary>
    internal string Trajectories { get; init; } = "12";

    /// <summary>The intensity, as typed.</summary>
    internal string Intensity { get; init; } = "2";

    /// <summary>The unit, as chosen.</summary>
    internal string Unit { get; init; } = "uren per week";

    /// <summary>The duration, as chosen.</summary>
    internal string Duration { get; init; } = "18 maanden";

    /// <summary>What stands for the product instead of the choice; null: the choice.</summary>
    internal string? ProductText { get; init; }

    /// <summary>What stands for the situation instead of the choice; null: the choice.</summary>
    internal string? SituationText { get; init; }

    /// <summary>Why it does not count; empty where it does.</summary>
    internal string Reason { get; init; } = string.Empty;

    /// <summary>How its number stands to the declarations; empty: not known.</summary>
    internal string Seen { get; init; } = string.Empty;

    /// <summary>Whether its situation goes beyond the line more often; empty: not known.</summary>
    internal string Need { get; init; } = string.Empty;

    /// <summary>The cells, in the order of the workbook.</summary>
    internal IReadOnlyList<TableCell> Cells(RegisterFramework framework)
    {
        var product = framework.Products.FirstOrDefault(one => one.Product.Code == Code);
        var ground = product?.Product.ExceptionGrounds.FirstOrDefault(one => one.Id == Ground)?.Summary
            ?? product?.Choices(Language.Dutch)[0] ?? string.Empty;
        return
        [
            TableCell.Text(Provider), TableCell.Text(ProductText ?? product?.Choice ?? Code),
            TableCell.Text(SituationText ?? ground), TableCell.Text(Intervention), Typed(Trajectories),
            Typed(Intensity), TableCell.Text(Unit), TableCell.Text(Duration),
        ];
    }

    private static TableCell Typed(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? TableCell.Exact(number)
            : TableCell.Text(text);
}
