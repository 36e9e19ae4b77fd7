using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Copies;

/// <summary>Files in the run's own folder, for copies that do not outlive it.</summary>
internal static class RunFiles
{
    /// <summary>A new file, in a folder of its own.</summary>
    /// <param name="session">Knows the run's folder.</param>
    /// <param name="name">The file's name.</param>
    /// <exception cref="IOException">The disk refused it.</exception>
    internal static FileStream Create(Session session, string name)
    {
        string folder;
        // An earlier session may have left copies that are still read.
        do
            folder = Path.Combine(session.SpillFolder, session.NewName("copy"));
        while (Directory.Exists(folder));
        return File.Create(Path.Combine(Directory.CreateDirectory(folder).FullName, name));
    }

    /// <summary>The refusal where a copy cannot be written.</summary>
    /// <param name="name">The file that is copied.</param>
    /// <param name="refused">What the disk said.</param>
    internal static CalibrationException NoRoom(string name, Exception refused) => new(
        ExitCode.Files,
        new(
            "Er is een tijdelijke kopie van dit bestand nodig, en die kan niet worden geschreven; de schijf is "
                + "misschien vol.",
            "A temporary copy of this file is needed and cannot be written; the disk may be full."),
        name,
        new(
            "Maak ruimte op de schijf, of noem met --out een plek op een andere schijf.",
            "Make room on the disk, or name a place on another disk with --out."),
        refused);
}
