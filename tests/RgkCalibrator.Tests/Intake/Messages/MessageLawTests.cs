using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake.Corpus;
using RgkCalibrator.Tests.Intake.Laws;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>Laws over random dirt: messages come to what the same rows come to in Parquet.</summary>
public sealed class MessageLawTests : IDisposable
{
    private static readonly DateOnly Birth = new(2008, 2, 29);

    private readonly Reading _reading = new();
    private int _cases;

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void Every_row_of_messages_ends_where_the_same_row_of_Parquet_does() =>
        Prop.ForAll(Arb.From(DirtyRows.Files), files =>
        {
            // A message is of one provider, and a credit in it is a C that names a line or none.
            var rows = files.Files.SelectMany(file => file.Rows).Select(row => row with
            {
                Provider = row.Provider ?? "p3",
                Birth = row.Client is null ? null : Birth,
                Credits = row.Mark == "C" ? row.Credits : null,
            }).ToLookup(row => row.Provider!);
            using var expected = Read([.. rows.Select(own => _reading.Write([.. own]))]);
            using var actual = Read(Messages(rows));

            Assert.Equal(Lines(expected), Lines(actual));
            Assert.Equal(expected.VolumeCarried, actual.VolumeCarried);
            Assert.Equal(Rejected(expected.Ledger), Rejected(actual.Ledger));
            Assert.Equal(expected.Ledger.Remarks, actual.Ledger.Remarks);
            Assert.Equal(Places(expected.Ledger, rows.Count), Places(actual.Ledger, rows.Count));
            Assert.All(actual.Ledger.Files, file => Assert.True(file.Balances));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(1729, 1729));

    private RgkCalibrator.Intake.Declarations Read(IReadOnlyList<string> paths) =>
        _reading.Read(paths, Reading.AllProducts);

    // The messages that are only joined come last, so that files have the same numbers.
    private List<string> Messages(ILookup<string, TestRow> rows)
    {
        var folder = Directory.CreateDirectory(_reading.Folder["m" + Numbers.Whole(++_cases)]).FullName;
        var files = rows.Select(own => MessageText.Declaration([.. own], own.Key));
        var births = rows.SelectMany(own => own).Select(row => row.Client).OfType<string>().Distinct()
            .Select(client => MessageText.Assignment(client, "9", "45C02", Birth, Birth));
        return
        [
            .. files.Concat(births).Select((text, number) =>
            {
                var path = Path.Combine(folder, Numbers.Whole(number) + ".xml");
                File.WriteAllText(path, text);
                return path;
            }),
        ];
    }

    private static IEnumerable<string> Lines(RgkCalibrator.Intake.Declarations declarations) =>
        CorpusFolder.LinesOf(declarations).Select(line => line.ToString());

    private static IEnumerable<(int File, long Row, RejectionReason Reason)> Rejected(Ledger ledger) =>
        ledger.RejectedRows.Select(row => (row.File, row.Row, row.Reason));

    private static IEnumerable<(int, RowOutcome, long, Int128)> Places(Ledger ledger, int files) =>
        ledger.Files.Take(files).SelectMany((file, number) =>
            Enum.GetValues<RowOutcome>().Select(place => (number, place, file.At(place).Rows, file.At(place).Ticks)));
}
