using System.IO.Enumeration;
using RgkCalibrator.Basics.Files;
using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Output.Packets;

/// <summary>Keeps what is written apart from what is read, now and in a next run.</summary>
internal static class OwnInput
{
    /// <param name="inputs">What the user named.</param>
    /// <param name="files">The files that it came to.</param>
    /// <param name="target">The file or folder that is written.</param>
    /// <exception cref="CalibrationException">The target lies in the input, or the input in the target.</exception>
    internal static void Refuse(IEnumerable<string> inputs, IReadOnlyList<InputFile> files, string target)
    {
        var real = RealPath.Of(target);
        if (files.Any(file => RealPath.IsWithin(RealPath.Of(file.Path), real)))
            throw IsWritten(target);
        if (inputs.Any(input => IsRead(real, input)))
            throw IsRead(target);
    }

    private static bool IsRead(string target, string input)
    {
        if (File.Exists(input))
            return false;
        if (Directory.Exists(input))
            return RealPath.IsWithin(target, RealPath.Of(input));
        var folder = RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(input))!);
        return Path.GetDirectoryName(target) == folder
            && FileSystemName.MatchesSimpleExpression(Path.GetFileName(input), Path.GetFileName(target));
    }

    private static CalibrationException IsWritten(string target) => new(
        ExitCode.WrongUse,
        new("Wat hier staat wordt gelezen: schrijven zou het wissen.",
            "What stands here is read: writing would wipe it out."),
        $"--out {target}",
        new("Geef met --out een andere naam.", "Name another one with --out."));

    private static CalibrationException IsRead(string target) => new(
        ExitCode.WrongUse,
        new("De uitvoer zou tussen de invoer komen te staan, en een volgende keer kunnen meetellen.",
            "The output would come to stand among the input, and could count next time."),
        $"--out {target}",
        new("Geef met --out een plek buiten de map met declaraties.",
            "Name a place outside the folder of declarations with --out."));
}
