using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Intake.Copies;

/// <summary>Makes copies in CSV of files of other kinds, in the run's own folder.</summary>
internal static class TextCopies
{
    private const int Head = 512;

    /// <summary>The copy of a file; null where it is read as it is.</summary>
    /// <param name="session">Has the run's own folder.</param>
    /// <param name="input">The file.</param>
    /// <param name="joined">What the messages of the run say of its lines, where it is a message.</param>
    /// <param name="headers">How the header of its table is found, where it can hold several.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal static TextCopy? Make(
        Session session, InputFile input, JoinedMessages joined, HeaderRules headers, CancellationToken stop)
    {
        var name = Path.GetFileName(input.Path);
        using var file = Open(input);
        using var source = new SourceStream(file, name);
        if (KindOf(source, name, joined, headers) is not { } kind)
            return null;
        try
        {
            using var target = RunFiles.Create(session, name);
            return new TextCopy(target.Name, kind.Kind, kind.Copy(source, name, target, stop));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw RunFiles.NoRoom(name, refused);
        }
    }

    /// <summary>Whether a file is read by a copy of it in CSV.</summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal static bool IsCopied(InputFile input)
    {
        var name = Path.GetFileName(input.Path);
        using var file = Open(input);
        using var source = new SourceStream(file, name);
        return JoinedMessages.AreIn(name)
            || KindOf(source, name, JoinedMessages.None, HeaderRules.Guess) is not null;
    }

    /// <summary>The kind of file that is copied; null where it is read as it is.</summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal static CopiedKind? KindOf(
        SourceStream source, string name, JoinedMessages joined, HeaderRules headers)
    {
        Span<byte> head = stackalloc byte[Head];
        head = head[..source.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
        source.Position = 0;
        CopiedKind[] kinds = JoinedMessages.AreIn(name)
            ? [MessageCopy.Kind(joined)]
            : [GzipCopy.Kind, XlsxCopy.Kind(headers), OldExcel.Kind];
        foreach (var kind in kinds)
        {
            if (kind.IsOne(head))
                return kind;
        }

        return null;
    }

    private static FileStream Open(InputFile input)
    {
        try
        {
            return new FileStream(input.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CsvMistakes.Unreadable(Path.GetFileName(input.Path), refused);
        }
    }
}
