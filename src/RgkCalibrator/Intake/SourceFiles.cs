using System.Runtime.ExceptionServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Messages;
using RgkCalibrator.Intake.Parquet;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake;

/// <summary>Opens input files, each by its kind.</summary>
internal static class SourceFiles
{
    /// <summary>Finds files, and takes those that can be read only once into copies.</summary>
    /// <exception cref="CalibrationException">One is not there, or cannot be read.</exception>
    internal static IReadOnlyList<InputFile> Find(Session session, IReadOnlyList<string> inputs, RunSettings run) =>
        new PipedInputs(session, run).Take(InputFiles.Find(inputs));

    /// <summary>Opens files, in their order.</summary>
    /// <exception cref="CalibrationException">
    /// One cannot be read, or its columns leave a question; of several the first is told. Or none has rows.
    /// </exception>
    internal static IReadOnlyList<SourceFile> Open(
        Session session, IReadOnlyList<InputFile> inputs, ColumnMapping mapping, CancellationToken stop)
    {
        // Counting the records of a CSV file, or asking the engine about a Parquet file, keeps one thread busy: others
        // begin on other files.
        var files = new SourceFile[inputs.Count];
        var troubles = new ExceptionDispatchInfo?[inputs.Count];
        var joined = JoinedMessages.Read(inputs, stop);
        Parallel.For(0, inputs.Count, new ParallelOptions { CancellationToken = stop }, number =>
        {
            try
            {
                files[number] = Open(session, number, inputs[number], joined, mapping, stop);
            }
            catch (CalibrationException trouble)
            {
                troubles[number] = ExceptionDispatchInfo.Capture(trouble);
            }
        });
        troubles.FirstOrDefault(trouble => trouble is not null)?.Throw();
        return HaveNoRows(files) is { } nothing ? throw nothing : files;
    }

    /// <summary>
    /// The refusal of files that hold headers and nothing else; null where there are rows. A month without declarations
    /// is a header without rows, and may stand beside others.
    /// </summary>
    internal static CalibrationException? HaveNoRows(IReadOnlyList<SourceFile> files)
    {
        if (files.Any(file => file.Rows > 0))
            return null;
        return files.OfType<CsvSource>().FirstOrDefault() is { } empty ? CsvMistakes.NoRows(empty.Name)
            : files.OfType<MessageSource>().FirstOrDefault() is { } message ? MessageMistakes.NoLines(message.Name)
            : null;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="number">The file's number in the ledger.</param>
    /// <param name="input">The file.</param>
    /// <param name="joined">What the messages among all files of the run say.</param>
    /// <param name="mapping">What files call their columns.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">It cannot be read, or its columns leave a question.</exception>
    internal static SourceFile Open(
        Session session, int number, InputFile input, JoinedMessages joined, ColumnMapping mapping,
        CancellationToken stop)
    {
        try
        {
            return OpenByKind(session, number, input, joined, mapping, stop) with { Name = input.Shown };
        }
        catch (CalibrationException trouble)
        {
            throw trouble.Naming(ShownText.Of(Path.GetFileName(input.Path)), ShownText.Of(input.Shown));
        }
    }

    private static SourceFile OpenByKind(
        Session session, int number, InputFile input, JoinedMessages joined, ColumnMapping mapping,
        CancellationToken stop)
    {
        var mapped = mapping.WithFolderValues(input);
        if (IsParquet(input.Path))
        {
            using var own = session.Beside();
            return ParquetSource.Open(own, number, input.Path, mapped, stop);
        }

        return TextCopies.Make(session, input, joined, CsvSource.HeadersBy(mapped), stop) is { } copy
            ? OpenCopy(number, copy, joined, mapped, stop)
            : CsvSource.Open(number, input.Path, mapped, stop);
    }

    private static SourceFile OpenCopy(
        int number, TextCopy copy, JoinedMessages joined, ColumnMapping mapping, CancellationToken stop)
    {
        var (name, notes) = (Path.GetFileName(copy.Path), copy.Notes);
        // Lines show their numbers when they are read; messages that are only joined are never read as lines.
        if (notes.HasCanonicalColumns && joined.HasServiceNumbers)
            throw ServiceNumbers.Refusal(name);
        if (notes is { HasCanonicalColumns: true, Rows: 0 })
            return new MessageSource(number, name, copy) { Readings = [], Names = [] };
        var source = OpenText(number, copy, notes.HasCanonicalColumns ? mapping.OnCanonicalColumns() : mapping, stop);
        return notes.Rows is { } rows && rows != source.Rows
            ? throw LedgerClosing.Lost(name, rows, source.Rows)
            : source;
    }

    private static CsvSource OpenText(int number, TextCopy copy, ColumnMapping mapping, CancellationToken stop)
    {
        var notes = copy.Notes;
        if (notes.WithTexts is { } texts)
            mapping = ForTexts(mapping, texts);
        if (notes.DayNumbers is { } numbers)
            mapping = mapping.WithDayNumbers(numbers);
        return CsvSource.Open(number, copy.Path, mapping, stop) with
        {
            OriginalKind = copy.Kind,
            CopyEvidence = notes.Evidence,
            TellsDialect = notes.Rows is null,
            Warnings = notes.Warnings,
            NumbersInFile = notes.Numbers,
        };
    }

    // As for columns of Parquet that have a type, what the mapping says of the form of texts does not count.
    private static ColumnMapping ForTexts(ColumnMapping mapping, IReadOnlyCollection<string> texts)
    {
        return mapping with { Columns = [.. mapping.Columns.Select(Formed)] };

        MappedColumn Formed(MappedColumn column) =>
            column.Names.Any(name => texts.Contains(name, StringComparer.OrdinalIgnoreCase))
                ? column
                : column with { Format = null };
    }

    /// <summary>Whether a file is to be read as Parquet: by its ending, or else by its first bytes.</summary>
    /// <exception cref="CalibrationException">It cannot be read.</exception>
    internal static bool IsParquet(string path)
    {
        if (string.Equals(Path.GetExtension(path), ".parquet", StringComparison.OrdinalIgnoreCase))
            return true;
        using var file = new FileBytes(path);
        Span<byte> magic = stackalloc byte[4];
        return file.Read(magic, 0) == magic.Length && magic.SequenceEqual("PAR1"u8);
    }
}
