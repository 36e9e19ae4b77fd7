using System.Globalization;
using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Requests;
using RgkCalibrator.Requests;

namespace RgkCalibrator;

/// <summary>A list of requests beside a framework; restricted.</summary>
/// <param name="Rows">Each request, in the order of the list.</param>
/// <param name="Sums">The requests by line and year of start.</param>
/// <param name="IsSynthetic">Whether the list says that it is made up.</param>
public sealed record RequestReport(
    IReadOnlyList<CheckedRow> Rows, IReadOnlyList<RequestSum> Sums, bool IsSynthetic);

/// <summary>How a checked list is written.</summary>
/// <param name="Language">The language of its words.</param>
/// <param name="IsStrict">Whether a request that cannot be read stops it.</param>
public sealed record RequestSettings(Language Language, bool IsStrict);

/// <summary>Lays requests for care beside a framework. It decides nothing.</summary>
public static class RequestChecking
{
    /// <summary>Reads a framework to lay requests beside.</summary>
    /// <param name="framework">A <c>framework.json</c>, or a CSV file with lines.</param>
    /// <param name="catalogue">The products, and the rules of their subgroups.</param>
    /// <exception cref="CalibrationException">The file cannot be read, or two of its lines are for the same
    /// care.</exception>
    public static FrameworkCheck Open(string framework, ProductCatalogue catalogue) =>
        FrameworkCheck.Of(framework, Finalization.ReadFramework(framework, products: null), catalogue);

    /// <summary>What past trajectories needed, from what a packet of <c>derive</c> released.</summary>
    /// <param name="packet">The folder of the packet.</param>
    /// <exception cref="CalibrationException">A file is gone, changed or unreadable.</exception>
    public static PastNeeds ReadPast(string packet) => DistributionJson.Read(packet);

    /// <summary>Reads a list of requests, and lays each beside a framework.</summary>
    /// <param name="list">A CSV file (also in gzip) or a workbook.</param>
    /// <param name="check">The framework.</param>
    /// <param name="past">What past trajectories needed; null: not asked.</param>
    /// <param name="settings">How strict it is.</param>
    /// <param name="run">Is told what the user should know, and can stop it.</param>
    /// <exception cref="CalibrationException">The list cannot be read.</exception>
    public static RequestReport CheckList(
        string list, FrameworkCheck check, PastNeeds? past, RequestSettings settings, RunSettings run) =>
        UnchangedInput.During([new InputFile(list)], _ => Check(list, check, past, settings, run));

    /// <summary>Does likewise, and writes a folder: each request, and the sums by line and year.</summary>
    /// <param name="list">As above.</param>
    /// <param name="framework">The file of the framework, for the manifest.</param>
    /// <param name="folder">Where the files go; all of them are restricted.</param>
    /// <param name="check">As above.</param>
    /// <param name="past">As above.</param>
    /// <param name="settings">How it is written.</param>
    /// <param name="run">As above.</param>
    /// <exception cref="CalibrationException">The list cannot be read, or the folder cannot be written.</exception>
    public static RequestReport WriteList(
        string list, string framework, string folder, FrameworkCheck check, PastNeeds? past,
        RequestSettings settings, RunSettings run)
    {
        InputFile[] files = [new(list), new(framework)];
        OwnInput.Refuse([list, framework], files, folder);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Requests, run.Warn);
        var report = UnchangedInput.During(files, input =>
        {
            var found = Check(list, check, past, settings, run);
            output.Guard(() =>
            {
                var percentile = RequestSummary.PercentileOf(check.Framework);
                RequestFiles.Write(
                    output, found.Rows, found.Sums, RequestNotes.Of(found.IsSynthetic, check.Framework),
                    settings.Language);
                var ledger = new Ledger([.. files.Select(LedgerOf)], []) { IsSynthetic = found.IsSynthetic };
                Manifest.Write(output, [.. files.Select(file => input.HashOf(file.Path))], ledger, new JsonObject
                {
                    ["catalogue"] = check.Catalogue.Name,
                    ["catalogueSha256"] = check.Catalogue.Fingerprint,
                    ["percentile"] = "P" + percentile.ToString(CultureInfo.InvariantCulture),
                    ["released"] = past is not null,
                    ["language"] = settings.Language.NameInFiles(),
                });
            });
            return found;
        });
        output.Commit();
        return report;
    }

    private static RequestReport Check(
        string list, FrameworkCheck check, PastNeeds? past, RequestSettings settings, RunSettings run)
    {
        var read = RequestFile.Read(list, run.Stop);
        foreach (var warning in read.Warnings)
            run.Warn?.Invoke(warning);
        List<CheckedRow> rows =
        [
            .. read.Rows.Select(row => new CheckedRow(row, row.Request is { } one ? check.Answer(one) : null)),
        ];
        var report = new RequestReport(rows, RequestSummary.Of(rows, check, past), read.IsSynthetic);
        if (settings.IsStrict)
            RefuseUnreadable(report, list);
        return report;
    }

    private static void RefuseUnreadable(RequestReport report, string list)
    {
        var unreadable = report.Rows.Where(row => row.Verdict == RequestVerdict.Unreadable).ToList();
        if (unreadable.Count == 0)
            return;
        var (count, first) = (Numbers.Whole(unreadable.Count), unreadable[0]);
        throw new CalibrationException(
            ExitCode.Flawed,
            new($"Aanvragen die niet te lezen zijn: {count}; er is niets geschreven.",
                $"Requests that cannot be read: {count}; nothing was written."),
            $"{Path.GetFileName(list)}, {Numbers.Whole(first.Row.Number)}: {first.Trouble!.Value.NameInFiles()}",
            new("Verbeter de rijen, of laat --strict weg: dan komen ze in het overzicht.",
                "Mend the rows, or leave --strict out: then they are listed."));
    }

    private static FileLedger LedgerOf(InputFile file) => new(
        Path.GetFileName(file.Path), 0, 0, new Dictionary<RowOutcome, Amount>(),
        new Dictionary<RejectionReason, long>());
}
