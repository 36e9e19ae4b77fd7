using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Tests.Intake.Files;

public sealed class InputFilesTests
{
    [Fact]
    public void A_folder_stands_for_its_Parquet_files_in_ordinal_order()
    {
        using var folder = Filled(
            "b.parquet", "a.parquet", "B.parquet", "notes.txt", "c.parquet.bak", "10.parquet", "9.parquet");

        Assert.Equal(["10.parquet", "9.parquet", "B.parquet", "a.parquet", "b.parquet"], Names(folder.Root));
    }

    [Fact]
    public void Files_and_folders_can_be_named_together_in_any_order()
    {
        using var folder = Filled("a.parquet", "b.csv");
        using var other = Filled("c.parquet");

        var found = InputFiles.Find([folder["b.csv"], other.Root, folder["a.parquet"]]).Select(file => file.Path);

        Assert.Equal(
            new[] { folder["a.parquet"], folder["b.csv"], other["c.parquet"] }.Order(StringComparer.Ordinal),
            found);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_refused_however_it_is_written()
    {
        using var folder = Filled("a.parquet");
        var again = Path.Combine(folder.Root, ".", "a.parquet");

        Assert.All(
            [
                [folder["a.parquet"], folder["a.parquet"]],
                [folder.Root, folder["a.parquet"]],
                [folder["a.parquet"], again],
            ],
            (string[] inputs) => IsRefused(ExitCode.WrongUse, "a.parquet", inputs));
    }

    [Fact]
    public void A_link_in_a_folder_that_leads_back_into_it_is_passed_over_and_one_that_leads_out_is_read()
    {
        using var folder = Filled();
        using var elsewhere = Filled("b.csv");
        var year = Directory.CreateDirectory(folder["year=2023"]).FullName;
        File.WriteAllText(Path.Combine(year, "a.csv"), string.Empty);
        Directory.CreateSymbolicLink(folder["year=2024"], folder.Root);
        Directory.CreateSymbolicLink(folder["year=2025"], year);
        Directory.CreateSymbolicLink(Path.Combine(year, "month=1"), Path.GetTempPath());
        Directory.CreateSymbolicLink(folder["year=2026"], elsewhere.Root);

        Assert.All(
            [folder.Root, folder.Root + InputFiles.WithFolders],
            input =>
            {
                Assert.Equal(
                    ["year=2023/a.csv", "year=2026/b.csv"], InputFiles.Find([input]).Select(file => file.Name));
                Assert.Equal(
                    ["year=2023/month=1/", "year=2024/", "year=2025/"], InputFiles.PassedOverNames([input]));
            });
    }

    [Fact]
    public void A_link_to_a_folder_beside_it_that_is_not_looked_into_is_named_with_that_folder()
    {
        using var folder = Filled("a.csv");
        var archive = Directory.CreateDirectory(folder["archief"]).FullName;
        File.WriteAllText(Path.Combine(archive, "b.csv"), string.Empty);
        Directory.CreateSymbolicLink(folder["year=2024"], archive);

        Assert.Equal(["a.csv"], InputFiles.Find([folder.Root]).Select(file => file.Name));
        Assert.Equal(["archief/", "year=2024/"], InputFiles.PassedOverNames([folder.Root]));
        var deep = folder.Root + InputFiles.WithFolders;
        Assert.Equal(["a.csv", "archief/b.csv"], InputFiles.Find([deep]).Select(file => file.Name));
        Assert.Equal(["year=2024/"], InputFiles.PassedOverNames([deep]));
    }

    [Fact]
    public void A_file_that_is_reached_by_a_link_as_well_is_refused_with_both_names()
    {
        using var folder = Filled("a.csv");
        using var elsewhere = Filled("c.csv");
        File.CreateSymbolicLink(folder["b.csv"], folder["a.csv"]);
        Directory.CreateSymbolicLink(elsewhere["year=1"], folder.Root);
        Directory.CreateSymbolicLink(elsewhere["year=2"], folder.Root);
        File.CreateSymbolicLink(elsewhere["weg.csv"], folder["is er niet.csv"]);

        Assert.All(
            [[folder.Root], [folder["b.csv"], folder["a.csv"]], [elsewhere.Root]],
            (string[] inputs) =>
            {
                var refused = Assert.Throws<CalibrationException>(() => InputFiles.Find(inputs));
                Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
                Assert.EndsWith("b.csv", refused.Where, StringComparison.Ordinal);
                Assert.Contains("hetzelfde bestand als a.csv", refused.What.Dutch, StringComparison.Ordinal);
            });
        Assert.Single(InputFiles.Find([folder["b.csv"]]));
    }

    [Fact]
    public void A_folder_without_files_and_what_is_not_there_are_refused()
    {
        using var folder = Filled("a.xls", "~$a.xlsx");

        IsRefused(ExitCode.Files, folder.Root, folder.Root);
        IsRefused(ExitCode.Files, "~$a.xlsx", folder["~$a.xlsx"]);
        IsRefused(ExitCode.Files, folder["nothing"], folder["nothing"]);
        IsRefused(ExitCode.Files, folder["*.csv"], folder["*.csv"]);
        IsRefused(ExitCode.Files, folder["nothing"], Path.Combine(folder["nothing"], "*.csv"));
    }

    [Fact]
    public void A_pattern_stands_for_the_files_that_fit_it_when_no_file_bears_that_name()
    {
        using var folder = Filled("a1.csv", "a2.CSV", "b1.csv", "a12.parquet", "a1.xlsx");

        Assert.Equal(
            ["a1.csv", "a1.xlsx"],
            Names(folder["a?.*"]).Where(name => name!.Contains('1', StringComparison.Ordinal)));
        Assert.Equal(["a1.csv", "a1.xlsx", "a12.parquet"], Names(folder["a1*"]));
    }

    [Theory]
    [InlineData("[2023].parquet")]
    [InlineData("[ab] & ]c[.parquet")]
    [InlineData("a*.parquet")]
    [InlineData("**.parquet")]
    [InlineData("wat?.parquet")]
    [InlineData("aanbieder's jaar.parquet")]
    [InlineData("\"dubbel\".parquet")]
    [InlineData("{a,b}.parquet")]
    [InlineData("a%20b;c#d,e$f!g~.parquet")]
    [InlineData(" begint met een spatie.parquet")]
    [InlineData("déjà vu 😀.parquet")]
    [InlineData("zonder uitgang")]
    [InlineData("declaraties.csv")]
    public void A_name_is_a_name_and_no_pattern(string name)
    {
        using var reading = new Reading();
        // Neighbours that a pattern of that name would find as well, or instead.
        foreach (var neighbour in new[] { "2.parquet", "a.parquet", "ab.parquet", "b.parquet", "watt.parquet" })
            File.Copy(reading.Write(TestRow.Good with { Client = "neighbour" }), reading.Folder[neighbour]);
        var folder = Directory.CreateDirectory(reading.Folder["map [x] * 'y'"]).FullName;
        var path = Path.Combine(folder, name);
        File.Copy(reading.Write(TestRow.Good, TestRow.Good), path);
        File.Copy(path, reading.Folder[name]);

        Assert.All([path, reading.Folder[name]], file =>
        {
            var row = Assert.Single(reading.Trajectories([.. InputFiles.Find([file]).Select(found => found.Path)]));
            Assert.Equal((TestRow.Good.Client, 2), (row.ClientId, row.Lines));
            Assert.Equal(name, Assert.Single(reading.LedgerOf(file).Files).File);
        });
    }

    private static TemporaryFolder Filled(params string[] names)
    {
        var folder = new TemporaryFolder();
        foreach (var name in names)
            File.WriteAllText(folder[name], string.Empty);
        return folder;
    }

    private static IEnumerable<string?> Names(string input) =>
        InputFiles.Find([input]).Select(file => Path.GetFileName(file.Path));

    private static void IsRefused(ExitCode code, string where, params string[] inputs)
    {
        var refused = Assert.Throws<CalibrationException>(() => InputFiles.Find(inputs));

        Assert.Equal((code, where), (refused.ExitCode, refused.Where));
        Assert.All(
            [refused.What.Dutch, refused.What.English, refused.Remedy.Dutch, refused.Remedy.English],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }
}
