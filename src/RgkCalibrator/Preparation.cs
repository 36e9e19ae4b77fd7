using System.Text.Json.Nodes;
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

/// <summary>What was copied with pseudonyms.</summary>
/// <param name="Rows">Rows written.</param>
/// <param name="Warnings">Sentences on what of the files was not copied.</param>
public sealed record PseudonymisedFiles(long Rows, IReadOnlyList<Wording> Warnings);

/// <summary>What goes before a calibration: getting to know the files, and getting them safe to work with.</summary>
public static class Preparation
{
    /// <summary>Looks at the columns of files and writes down what they probably are.</summary>
    /// <exception cref="CalibrationException">A file cannot be read, or no record looks like a header.</exception>
    public static MappingDraft ProposeMapping(IReadOnlyList<string> inputs, Language language, RunSettings run) =>
        EngineSessions.Use(run, session => UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var sources = input.Files.Select(file => SourcePreview.Read(session, file, run.Stop));
            var proposal = new MappingProposal([.. sources], language);
            return new MappingDraft(proposal.Text(), proposal.Missing, proposal.Questions);
        }));

    /// <summary>Writes a text to a file, whole or not at all.</summary>
    /// <exception cref="CalibrationException">It cannot be written.</exception>
    public static void Save(string file, string text, RunSettings run)
    {
        using var output = StagedOutput.ForFile(file, run.Warn);
        output.Guard(() => File.WriteAllText(output.FilePath, text));
        output.Commit();
    }

    /// <summary>
    /// Copies files into a folder, with the ids of clients replaced by pseudonyms: HMAC-SHA256 with the key in a file.
    /// What is read as a copy in CSV is written as CSV.
    /// </summary>
    /// <exception cref="CalibrationException">The key or a file cannot be read, or two files bear one name.</exception>
    public static PseudonymisedFiles Pseudonymise(
        IReadOnlyList<string> inputs, string keyFile, string folder, ColumnMapping mapping, RunSettings run)
    {
        var pseudonym = PseudonymKey.Read(keyFile);
        OwnInput.Refuse(inputs, InputFiles.Find(inputs), folder);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Pseudonyms, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var files = SourceFiles.Find(session, inputs, run);
        RefuseOneName(files);
        var warnings = new List<Wording>();
        var copied = UnchangedInput.During(files, _ => output.Guard(() =>
        {
            var (rows, joined) = (0L, JoinedMessages.Read(files, run.Stop));
            foreach (var file in files)
            {
                var target = output.PathOf(PseudonymisedName(file));
                var pairs = Path.Combine(output.Spill, "pairs.parquet");
                rows += SourceFiles.IsParquet(file.Path)
                    ? new ParquetPseudonyms(session, pseudonym).Write(file.Path, target, pairs, mapping, run.Stop)
                    : WriteText(file, joined, target);
            }

            Manifest.Write(output, [], Ledger.Empty, new JsonObject { ["clientId"] = "HMAC-SHA256" });
            return rows;
        }));
        output.Commit();
        return new PseudonymisedFiles(copied, warnings);

        long WriteText(InputFile file, JoinedMessages joined, string target)
        {
            if (TextCopies.Make(session, file, joined, CsvPseudonyms.HeadersBy(mapping), run.Stop) is not { } copy)
                return CsvPseudonyms.Write(file.Path, target, mapping, pseudonym, run.Stop);
            warnings.AddRange(copy.Notes.Warnings);
            return WriteCopy(copy, target, mapping, pseudonym, run.Stop);
        }
    }

    // What is read by a copy in CSV is written as CSV; what comes from a pipe has no ending yet.
    private static string PseudonymisedName(InputFile file)
    {
        if (JoinedMessages.AreIn(file.Path))
            return file.Name + ".csv";
        var isParquet = SourceFiles.IsParquet(file.Path);
        if (isParquet || !TextCopies.IsCopied(file))
            return Path.HasExtension(file.Name) ? file.Name : file.Name + (isParquet ? ".parquet" : ".csv");
        var isPacked = string.Equals(Path.GetExtension(file.Name), ".gz", StringComparison.OrdinalIgnoreCase);
        var name = isPacked ? file.Name[..^".gz".Length] : file.Name;
        return isPacked && Path.HasExtension(name) ? name : Path.ChangeExtension(name, ".csv");
    }

    // A message becomes the lines that it declares; one that declares none has gone into the lines of others.
    private static long WriteCopy(
        TextCopy copy, string target, ColumnMapping mapping, PseudonymKey key, CancellationToken stop)
    {
        var notes = copy.Notes;
        if (notes is { HasCanonicalColumns: true, Rows: 0 })
            return 0;
        var written = CsvPseudonyms.Write(
            copy.Path, target, notes.HasCanonicalColumns ? ColumnMapping.None : mapping, key, stop);
        return notes.Rows is { } rows && rows != written
            ? throw LedgerClosing.Lost(Path.GetFileName(copy.Path), rows, written)
            : written;
    }

    private static void RefuseOneName(IReadOnlyList<InputFile> files)
    {
        var names = files.GroupBy(PseudonymisedName, StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(name => name.Count() > 1) is not { } twice)
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new("Twee bestanden krijgen dezelfde naam.", "Two files would bear the same name."),
            Path.GetFileName(twice.First().Path),
            new("Behandel ze na elkaar, elk naar een eigen map.",
                "Treat them one after the other, each to a folder of its own."));
    }
}
