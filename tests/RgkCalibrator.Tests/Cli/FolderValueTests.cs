using System.Text;

namespace RgkCalibrator.Tests.Cli;

/// <summary>Files in folders whose names are values of their rows: <c>product_code=45C02</c>.</summary>
public sealed class FolderValueTests : IDisposable
{
    private const string Header = "client_id;start_date;end_date;volume;unit";
    private const string Care = ";2019-03-01;2019-03-31;2;";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_in_folders_of_values_are_told_apart_without_these_values()
    {
        Write("map/product_code=45C02/deel.csv", $"{Header}\nK1{Care}stuk\n");
        Write("map/product_code=45C05/deel.csv", $"{Header}\nK2{Care}stuk\nK3{Care}uur\n");
        Write("map/product_code=45C09/deel.csv", $"{Header}\nK4;2019-03-01;2019-03-31;1.234;uur\n");

        var outcome = Outcome.Of("validate", _folder["map"], "--out", _folder["uit"]);

        Assert.Contains("deel.csv #1 (1), deel.csv #2 (2).", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Waar: deel.csv #3, volume", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("product_code=", outcome.Output, StringComparison.Ordinal);
        var rejected = File.ReadAllText(_folder["uit/intern/rejected.csv"]);
        Assert.Contains("deel.csv #1,1,unit,", rejected, StringComparison.Ordinal);
        Assert.Contains("deel.csv #2,1,unit,", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_equal_bytes_that_are_other_rows_by_their_folders_do_not_count_double()
    {
        var rows = $"{Header}\nK1{Care}uur\n";
        Write("map/product_code=45C02/deel.csv", rows);
        Write("map/product_code=45C05/deel.csv", rows);
        Write("map/product_code=45C05/kopie.csv", rows);

        var error = Outcome.Of("validate", _folder["map"]).Error;

        Assert.Contains(
            "Deze bestanden zijn gelijk, en hun rijen tellen dubbel: deel.csv #2, kopie.csv.", error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("deel.csv #1", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_files_count_double_where_they_have_the_column_of_the_folder_themselves()
    {
        var rows = $"product_code;{Header}\n45C02;K1{Care}uur\n";
        Write("map/product_code=45C02/deel.csv", rows);
        Write("map/product_code=45C05/deel.csv", rows);

        Assert.Contains(
            "hun rijen tellen dubbel: deel.csv #1, deel.csv #2.", Outcome.Of("validate", _folder["map"]).Error,
            StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text, new UTF8Encoding(false));
    }
}
