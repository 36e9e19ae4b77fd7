using System.Text.Json.Nodes;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Inspection;
using RgkCalibrator.Intake.Pseudonyms;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator;

/// <summary>A first mapping of sources.</summary>
/// <param name="Text">YAML, to be looked through by a person.</param>
/// <param name="Missing">Needed columns that were not found.</param>
/// <param name="Questions">Columns whose form only a person can tell.</param>
public sealed record MappingDraft(
    string Text, IReadOnlyList<CanonicalColumn> Missing, IReadOnlyList<CanonicalColumn> Questions);

/// <summary>What goes before a calibration: getting to know the files, and getting them safe to work with.</summary>
public static class Preparation
{
    /// <summary>Looks at the columns of files and writes down what they probably are.</summary>
    /// <exception cref="CalibrationException">A file cannot be read, or no record looks like a header.</exception>
    public static MappingDraft ProposeMapping(IReadOnlyList<string> inputs, Language language, RunSettings run) =>
        EngineSessions.Use(run, session =>
        {
            var sources = InputFiles.Find(inputs).Select(file => SourcePreview.Read(session, file, run.Stop));
            var proposal = new MappingProposal([.. sources], language);
            return new MappingDraft(proposal.Text(), proposal.Missing, proposal.Questions);
        });

    /// <summary>
    /// Copies files into a folder, with the ids of clients replaced by pseudonyms: HMAC-SHA256 with the key in a file.
    /// </summary>
    /// <returns>Rows written.</returns>
    /// <exception cref="CalibrationException">The key or a file cannot be read, or two files bear one name.</exception>
    public static long Pseudonymise(
        IReadOnlyList<string> inputs, string keyFile, string folder, ColumnMapping mapping, RunSettings run)
    {
        var pseudonym = PseudonymKey.Read(keyFile);
        var files = InputFiles.Find(inputs);
        RefuseOneName(files);
        using var output = StagedOutput.ForFolder(folder);
        using var session = EngineSessions.Open(output, run.Threads);
        var rows = 0L;
        output.Guard(() =>
        {
            var joined = JoinedMessages.Read(files, run.Stop);
            foreach (var file in files)
            {
                var target = output.PathOf(file.Name);
                var pairs = Path.Combine(output.Spill, "pairs.parquet");
                rows += SourceFiles.IsParquet(file.Path)
                    ? new ParquetPseudonyms(session, pseudonym).Write(file.Path, target, pairs, mapping, run.Stop)
                    : JoinedMessages.AreIn(file.Path)
                        ? WriteMessage(session, file, joined, target, pseudonym, run.Stop)
                        : CsvPseudonyms.Write(file.Path, target, mapping, pseudonym, run.Stop);
            }

            Manifest.Write(output, [], Ledger.Empty, new JsonObject { ["clientId"] = "HMAC-SHA256" });
        });
        output.Commit();
        return rows;
    }

    // A message becomes the lines that it declares, as CSV; one that declares none has gone into the lines of others.
    private static long WriteMessage(
        Session session, InputFile file, JoinedMessages joined, string target, PseudonymKey key, CancellationToken stop)
    {
        var copy = TextCopies.Make(session, file, joined, stop);
        return copy is { HasCanonicalColumns: true, Rows: 0 }
            ? 0
            : CsvPseudonyms.Write(copy?.Path ?? file.Path, target + ".csv", ColumnMapping.None, key, stop);
    }

    private static void RefuseOneName(IReadOnlyList<InputFile> files)
    {
        var names = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(name => name.Count() > 1) is not { } twice)
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new("Twee bestanden hebben dezelfde naam.", "Two files bear the same name."),
            Path.GetFileName(twice.First().Path),
            new("Behandel ze na elkaar, elk naar een eigen map.",
                "Treat them one after the other, each to a folder of its own."));
    }
}
