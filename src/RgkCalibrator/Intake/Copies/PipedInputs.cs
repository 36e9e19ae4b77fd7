using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Intake.Copies;

/// <summary>
/// Takes inputs that can be read only once, standard input and pipes, into copies in the run's own folder. What is
/// neither a pipe nor a file with a length is refused.
/// </summary>
internal sealed class PipedInputs(Session session, RunSettings run)
{
    private const int Room = 1 << 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The same inputs, with copies in place of those that can be read only once.</summary>
    /// <exception cref="CalibrationException">One cannot be read, or cannot be copied.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    internal IReadOnlyList<InputFile> Take(IReadOnlyList<InputFile> inputs) => [.. inputs.Select(Taken)];

    private InputFile Taken(InputFile input)
    {
        if (IsDevice(input.Path))
            throw Device(input.Path);
        if (input.Path == InputFile.StandardInput && !Console.IsInputRedirected)
            throw Terminal();
        // On a thread of its own: behind other work of the pool a file would seem to keep us waiting.
        var copying = Task.Factory.StartNew(
            () => CopyOf(input), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // Nobody may have begun to write into it: opening a pipe waits for that.
        try
        {
            if (!copying.Wait((int)Patience.TotalMilliseconds, run.Stop))
            {
                run.Waiting?.Invoke(input.Name);
                copying.Wait(run.Stop);
            }
        }
        catch (AggregateException)
        {
            // The next line throws what is in it.
        }

        return copying.GetAwaiter().GetResult() is { } copy ? input with { Path = copy, Name = input.Name } : input;
    }

    // Null for a file that can be read again. One that cannot be opened is told by whoever reads it, beside others.
    private string? CopyOf(InputFile input)
    {
        try
        {
            using var source = input.Path == InputFile.StandardInput
                ? Console.OpenStandardInput()
                : new FileStream(input.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            if (source is not FileStream { CanSeek: true } file)
                return Copy(source, input.Name);
            return file.Length == 0 && file.ReadByte() >= 0 ? throw Device(input.Path) : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string Copy(Stream source, string name)
    {
        var room = new byte[Room];
        try
        {
            using var target = RunFiles.Create(session, Path.GetFileName(name));
            while (Read(source, room, name) is > 0 and var read)
            {
                run.Stop.ThrowIfCancellationRequested();
                target.Write(room.AsSpan(0, read));
            }

            return target.Name;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw RunFiles.NoRoom(name, refused);
        }
    }

    private static int Read(Stream source, byte[] room, string name)
    {
        try
        {
            return source.Read(room);
        }
        catch (IOException refused)
        {
            throw CsvMistakes.Unreadable(name, refused);
        }
    }

    // A device can give bytes without end.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal)
            && !path.StartsWith("/dev/fd/", StringComparison.Ordinal)
            && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)
            && path != "/dev/stdin";

    private static CalibrationException Device(string path) => new(
        ExitCode.Files,
        new("Dit is een apparaat, en geen bestand.", "This is a device, and no file."),
        path,
        new("Noem een bestand met declaraties.", "Name a file with declarations."));

    private static CalibrationException Terminal() => new(
        ExitCode.WrongUse,
        new(
            "De standaardinvoer is een toetsenbord: er komen geen declaraties binnen.",
            "Standard input is a keyboard: no declarations come in."),
        InputFile.StandardInput,
        new(
            "Stuur een bestand naar de standaardinvoer, zoals in 'zcat a.csv.gz | rgk validate -', of noem een "
                + "bestand.",
            "Send a file to standard input, as in 'zcat a.csv.gz | rgk validate -', or name a file."));
}
