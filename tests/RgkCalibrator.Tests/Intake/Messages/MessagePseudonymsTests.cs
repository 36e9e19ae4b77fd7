using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>Messages with citizen service numbers become lines with pseudonyms, with what they tell together.</summary>
public sealed class MessagePseudonymsTests : IDisposable
{
    // Passes the eleven-test, and is nobody's.
    private const string Number = "111222333";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Messages_become_joined_lines_in_CSV()
    {
        var row = new TestRow(Number, "45C02", new(2021, 1, 1), new(2021, 1, 31), 90, "01")
        {
            Id = "R1",
            Assignment = "7",
        };
        var care = new TestCare(Number, "7", new(2021, 1, 15));
        var written = Pseudonymised(
            ("d.xml", MessageText.Declaration([row, row with { Id = "R2", Mark = "C", Credits = "R1" }])),
            ("start.xml", MessageText.Care(care, new DateOnly(2010, 5, 4))));

        Assert.Equal(2, written);
        Assert.Equal(
            ["d.xml.csv", "manifest.json"], Directory.GetFiles(_folder["uit"]).Select(Path.GetFileName).Order());
        var records = File.ReadAllLines(Path.Combine(_folder["uit"], "d.xml.csv"));
        Assert.Matches("^[0-9a-f]{64};45C02;2021-01-01;2021-01-31;90;01;11111111;0518;;R1;;7;123.45;2010-05-04;"
            + "2021-01-15;;$", records[1]);
        Assert.Matches("^[0-9a-f]{64};45C02;.*;C;R2;R1;7;", records[2]);
        Assert.All(records, record => Assert.DoesNotContain(Number, record, StringComparison.Ordinal));
        using var reading = new Reading();
        Assert.Equal((2, 0), (reading.LedgerOf(Path.Combine(_folder["uit"], "d.xml.csv")).Rows,
            reading.LedgerOf(Path.Combine(_folder["uit"], "d.xml.csv")).Used));
    }

    public void Dispose() => _folder.Dispose();

    private long Pseudonymised(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            File.WriteAllText(_folder[name], text);
        File.WriteAllText(_folder["sleutel"], new string('k', 40));
        return Preparation.Pseudonymise(
            [.. files.Select(file => _folder[file.Name])], _folder["sleutel"], _folder["uit"], ColumnMapping.None,
            RunSettings.Default).Rows;
    }
}
