namespace RgkCalibrator.Intake.Files;

/// <summary>What stands in a folder that the user named, or in one in it.</summary>
internal static class FolderList
{
    /// <summary>The paths of the files that fit a pattern.</summary>
    /// <exception cref="CalibrationException">The user may not see what is in the folder.</exception>
    internal static string[] Files(string folder, string pattern = "*") =>
        Of(folder, () => Directory.GetFiles(folder, pattern));

    /// <summary>The paths of the folders that fit a pattern.</summary>
    /// <exception cref="CalibrationException">The user may not see what is in the folder.</exception>
    internal static string[] Folders(string folder, string pattern = "*") =>
        Of(folder, () => Directory.GetDirectories(folder, pattern));

    private static string[] Of(string folder, Func<string[]> list)
    {
        try
        {
            return list();
        }
        catch (DirectoryNotFoundException gone)
        {
            throw new CalibrationException(
                ExitCode.Files,
                new Wording("Deze map is er niet meer.", "This folder is no longer there."),
                folder,
                new Wording(
                    "Kijk of de map is verplaatst, of het netwerk is weggevallen, en begin opnieuw.",
                    "See whether the folder was moved or the network was lost, and begin again."),
                gone);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CalibrationException(
                ExitCode.Files,
                new Wording("Wat in deze map staat, is niet te zien.", "What is in this folder cannot be seen."),
                folder,
                new Wording(
                    "Vraag leesrechten op de map, of noem de bestanden en mappen die moeten worden gelezen apart.",
                    "Ask for the right to read the folder, or name the files and folders that are to be read one by "
                    + "one."),
                refused);
        }
    }
}
