using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Stories;

/// <summary>Where the rows of all files ended, in sentences.</summary>
internal static class LedgerStory
{
    internal static StoryPart Part(Ledger ledger)
    {
        var reasons = ledger.Files.SelectMany(file => file.Rejected)
            .GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(reason => reason.Key).ToList();
        return new(
            new("Rijen", "Rows"),
            [
                new(Rows(Language.Dutch, "gelezen", "gebruikt", "afgekeurd"),
                    Rows(Language.English, "read", "used", "rejected")),
                .. reasons.Select(reason => Wording.Same($"{reason.Key.Name()}: {Numbers.Whole(reason.Sum())}")),
            ]);

        string Rows(Language language, string read, string used, string rejected) => string.Join(
            ", ",
            $"{Numbers.Shown(ledger.Files.Sum(file => file.Rows), 0, language)} {read}",
            $"{Numbers.Shown(ledger.Used, 0, language)} {used}",
            $"{Numbers.Shown(ledger.RejectedRows.Count, 0, language)} {rejected}") + ".";
    }
}
