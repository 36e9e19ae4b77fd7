namespace RgkCalibrator.Intake;

/// <summary>From what the user names to the files that are read.</summary>
public static class InputFiles
{
    private static readonly string[] Extensions = [".csv", ".parquet", ".tsv"];

    /// <summary>
    /// The files named, those that fit a pattern (<c>*</c> and <c>?</c> in the name of the file), and of a folder named its files on .csv, .tsv and .parquet,
    /// in the ordinal order of their paths.
    /// </summary>
    /// <exception cref="CalibrationException">A file or folder is not there, a folder has no such file, or a file is named twice.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> inputs)
    {
        var files = inputs.SelectMany(FilesOf).Select(Path.GetFullPath).Order(StringComparer.Ordinal).ToList();
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i] == files[i - 1])
                throw Twice(files[i]);
        }

        return files;
    }

    private static IEnumerable<string> FilesOf(string input)
    {
        if (File.Exists(input))
            return [input];
        if (Directory.Exists(input))
            return Filled(input, [.. Directory.GetFiles(input).Where(IsDeclared)]);
        var (folder, pattern) = (Path.GetDirectoryName(input), Path.GetFileName(input));
        if (!pattern.AsSpan().ContainsAny('*', '?'))
            throw NotThere(input);
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        return Directory.Exists(folder) ? Filled(input, Directory.GetFiles(folder, pattern)) : throw NotThere(folder);
    }

    private static bool IsDeclared(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static string[] Filled(string input, string[] files) => files.Length > 0 ? files : throw NoFiles(input);

    private static CalibrationException NotThere(string input) => new(
        ExitCode.Files,
        new Wording("Dit bestand of deze map is er niet.", "There is no such file or folder."),
        input,
        new Wording("Kijk de naam na.", "Check the name."));

    private static CalibrationException NoFiles(string input) => new(
        ExitCode.Files,
        new Wording("Hier staan geen CSV- of Parquet-bestanden.", "There are no CSV or Parquet files here."),
        input,
        new Wording("Geef een map met bestanden op .csv of .parquet, of een bestand.", "Give a folder with files on .csv or .parquet, or a file."));

    private static CalibrationException Twice(string file) => new(
        ExitCode.WrongUse,
        new Wording("Dit bestand is twee keer genoemd: elke regel zou dubbel tellen.", "This file is named twice: each line would count double."),
        Path.GetFileName(file),
        new Wording("Noem elk bestand één keer.", "Name each file once."));
}
