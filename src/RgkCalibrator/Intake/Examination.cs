using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake;

/// <summary>
/// Reads files for what is in them: a file that cannot be read is told, and does not hide the others.
/// </summary>
internal sealed class Examination(Session session, IntakeSettings settings, RunSettings run)
{
    /// <summary>Opens and reads files.</summary>
    /// <param name="inputs">The files.</param>
    /// <param name="mapping">What they call their columns.</param>
    /// <returns>Every file, in the order of the inputs, and the ledger of those that can be read.</returns>
    /// <exception cref="CalibrationException">No single file is to blame, or a ledger does not balance.</exception>
    internal (IReadOnlyList<ExaminedFile> Files, Ledger Ledger) Read(
        IReadOnlyList<InputFile> inputs, ColumnMapping mapping)
    {
        var joined = JoinedMessages.Read(inputs, run.Stop);
        var opened = inputs.Select(input => Open(input, joined, mapping)).ToList();
        var (attempts, ledger) = ReadAll(WithRows(opened));
        return ([.. attempts.Select(attempt => attempt.Told())], ledger);
    }

    private Attempt Open(InputFile input, JoinedMessages joined, ColumnMapping mapping)
    {
        try
        {
            return new Attempt(input.Shown, SourceFiles.Open(session, 0, input, joined, mapping, run.Stop), null);
        }
        catch (CalibrationException trouble)
        {
            return new Attempt(input.Shown, null, trouble);
        }
    }

    // Files without rows are trouble where there are no others.
    private static IEnumerable<Attempt> WithRows(IReadOnlyList<Attempt> attempts) =>
        SourceFiles.HaveNoRows([.. attempts.Select(attempt => attempt.Source).OfType<SourceFile>()]) is null
            ? attempts
            : attempts.Select(attempt => attempt.Source is { } source && SourceFiles.HaveNoRows([source]) is { } nothing
                ? attempt with { Source = null, Trouble = nothing }
                : attempt);

    private (IReadOnlyList<Attempt> Attempts, Ledger Ledger) ReadAll(IEnumerable<Attempt> opened)
    {
        var attempts = Numbered(opened);
        try
        {
            return (attempts, Read(attempts.Select(attempt => attempt.Source).OfType<SourceFile>()));
        }
        catch (CalibrationException together) when (together.ExitCode != ExitCode.DoesNotAddUp)
        {
            // Credits and duplicates need all files at once: which file it is shows only when each is read alone.
            var alone = attempts.Select(Alone).ToList();
            if (alone.SequenceEqual(attempts))
                throw;
            return ReadAll(alone);
        }
    }

    private Ledger Read(IEnumerable<SourceFile> files)
    {
        using var declarations = Declarations.Read(session, [.. files], settings, run);
        return declarations.ReadToEnd();
    }

    private Attempt Alone(Attempt attempt)
    {
        if (attempt.Source is null)
            return attempt;
        try
        {
            _ = Read([attempt.Source with { Number = 0 }]);
            return attempt;
        }
        catch (CalibrationException trouble) when (trouble.ExitCode != ExitCode.DoesNotAddUp)
        {
            return attempt with { Source = null, Trouble = trouble };
        }
    }

    // A ledger numbers its files by their places: those that can be read follow each other.
    private static List<Attempt> Numbered(IEnumerable<Attempt> attempts)
    {
        var next = 0;
        return [.. attempts.Select(attempt => attempt.Source is { } source
            ? attempt with { Source = source with { Number = next++ } }
            : attempt)];
    }

    private sealed record Attempt(string Name, SourceFile? Source, CalibrationException? Trouble)
    {
        internal ExaminedFile Told() =>
            new(ShownText.Of(Name), Source is null ? null : FileReading.FromSource(Source), Trouble);
    }
}
