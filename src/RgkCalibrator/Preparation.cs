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
        EngineSessions.Use(run, session => UnchangedInput.During(InputFiles.Find(inputs), input =>
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
        var files = InputFiles.Find(inputs);
        RefuseOneName(files);
        OwnInput.Refuse(inputs, files, folder);
        using var output = StagedOutput.ForFolder(folder, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var warnings = new List<Wording>();
        var copied = UnchangedInput.During(files, _ => output.Guard(() =>
        {
            var rows = 0L;
            foreach (var file in files)
            {
                if (SourceFiles.IsParquet(file.Path))
                {
                    var (target, pairs) = (output.PathOf(file.Name), Path.Combine(output.Spill, "pairs.parquet"));
                    rows += new ParquetPseudonyms(session, pseudonym)
                        .Write(file.Path, target, pairs, mapping, run.Stop);
                    continue;
                }

                var copy = TextCopies.Make(session, file, CsvPseudonyms.HeadersBy(mapping), run.Stop);
                rows += WriteCsv(copy?.Path ?? file.Path, output.PathOf(TargetName(file)), copy?.Notes.Rows);
                warnings.AddRange(copy?.Notes.Warnings ?? []);
            }

            Manifest.Write(output, [], Ledger.Empty, new JsonObject { ["clientId"] = "HMAC-SHA256" });
            return rows;
        }));
        output.Commit();
        return new PseudonymisedFiles(copied, warnings);

        long WriteCsv(string source, string target, long? counted)
        {
            var written = CsvPseudonyms.Write(source, target, mapping, pseudonym, run.Stop);
            return counted is { } all && all != written
                ? throw LedgerClosing.Lost(Path.GetFileName(source), all, written)
                : written;
        }
    }

    // A copy in CSV of a workbook, or of what was compressed, is no such file.
    private static string TargetName(InputFile file)
    {
        var ending = Path.GetExtension(file.Path).ToUpperInvariant();
        return ending is ".XLSX" or ".XLSM" ? Path.ChangeExtension(file.Name, ".csv")
            : ending == ".GZ" ? Path.ChangeExtension(file.Name, null)
            : file.Name;
    }

    private static void RefuseOneName(IReadOnlyList<InputFile> files)
    {
        var names = files.GroupBy(TargetName, StringComparer.OrdinalIgnoreCase);
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
