using RgkCalibrator.Requests;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Cli;
using RgkCalibrator.Tests.Requests;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>Made-up requests, of which it is known what is right.</summary>
public sealed class RequestListsTests : IDisposable
{
    private const int Count = 1300;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2025)]
    [InlineData(7)]
    public void Every_request_gets_the_outcome_that_it_was_made_from(long seed)
    {
        SyntheticRegion.Write(_folder["regio"], new SyntheticSettings(10, seed) { Requests = Count });
        var truth = Rows("truth/requests.csv").ToDictionary(row => row["request_id"]);

        foreach (var name in new[] { "aanvragen/aanvragen-jw315.csv", "aanvragen/aanvragen.csv" })
        {
            var report = RequestChecking.CheckList(
                _folder["regio/" + name], FrameworkOf2025.Check, null, new RequestSettings(Language.Dutch, false),
                RunSettings.Default);

            Assert.Equal(Count, report.Rows.Count);
            Assert.True(report.IsSynthetic);
            Assert.All(report.Rows, row =>
            {
                var right = truth[row.Row.Id];
                Assert.Equal(right["verdict"], row.Verdict.NameInFiles());
                Assert.Equal(right["reason"], row.Row.Trouble?.NameInFiles() ?? string.Empty);
                if (right["subgroup"].Length > 0)
                    Assert.Equal(right["subgroup"], row.Answer!.Only!.Subgroup);
            });
        }

        // Every outcome and every line occurs.
        Assert.Equal(
            Enum.GetValues<RequestVerdict>().Select(verdict => verdict.NameInFiles()).Order(StringComparer.Ordinal),
            truth.Values.Select(row => row["verdict"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(
            Reference.Rows("framework_2025.csv").Select(row => row["code"]).ToHashSet(),
            truth.Values.Where(row => row["verdict"] == "inside").Select(row => row["product_code"]).ToHashSet());
    }

    [Fact]
    public void The_same_seed_gives_the_same_files_and_another_seed_others()
    {
        foreach (var (name, seed) in new[] { ("a", 1L), ("b", 1L), ("c", 2L) })
            SyntheticRegion.Write(_folder[name], new SyntheticSettings(10, seed) { Requests = 30 });

        Assert.Equal(Text("a"), Text("b"));
        Assert.NotEqual(Text("a"), Text("c"));

        string Text(string region) => File.ReadAllText(_folder[region + "/aanvragen/aanvragen-jw315.csv"])
            + File.ReadAllText(_folder[region + "/truth/requests.csv"]);
    }

    [Fact]
    public void Without_being_asked_no_requests_are_made_and_the_manifest_tells_how_many_were()
    {
        Assert.Equal(0, Outcome.Of("generate", "--clients", "10", "--out", _folder["a"]).Code);
        Assert.Equal(0, Outcome.Of("generate", "--clients", "10", "--requests", "3", "--out", _folder["b"]).Code);

        Assert.False(Directory.Exists(_folder["a/aanvragen"]));
        Assert.DoesNotContain("requests", File.ReadAllText(_folder["a/manifest.json"]), StringComparison.Ordinal);
        Assert.Contains("\"requests\": 3", File.ReadAllText(_folder["b/manifest.json"]), StringComparison.Ordinal);
        Assert.Equal(4, File.ReadAllLines(_folder["b/aanvragen/aanvragen.csv"]).Length);
        Assert.Equal(2, Outcome.Of("generate", "--clients", "10", "--requests", "0", "--out", _folder["c"]).Code);
    }

    private List<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(_folder["regio/" + name]);
        var header = lines[0].Split(',');
        return
        [
            .. lines.Skip(1).Select(line =>
                header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second)),
        ];
    }
}
