using RgkCalibrator.Intake.Messages;

namespace RgkCalibrator.Intake.Files;

/// <summary>From what the user names to the files that are read.</summary>
public static class InputFiles
{
    // A link to a folder above it would never end.
    private const int DeepestFolder = 8;

    private static readonly string[] Extensions = [".csv", ".csv.gz", ".parquet", ".tsv", ".tsv.gz"];

    /// <summary>
    /// The files named, those that fit a pattern (<c>*</c> and <c>?</c> in the name of the file), and of a folder named
    /// its files on .csv, .tsv and .parquet, tables on .txt and iJw messages on .xml, in the ordinal order of their
    /// paths. Folders in it that are named <c>key=value</c> are parts of the same table, and are looked into as well.
    /// </summary>
    /// <exception cref="CalibrationException">A file or folder is not there, a folder has no such file, or a file is
    /// named twice.</exception>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> inputs)
    {
        var files = inputs.SelectMany(FilesOf).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Path == files[i - 1].Path)
                throw Twice(files[i].Path);
        }

        return files;
    }

    /// <summary>
    /// What the folders and patterns named hold and <see cref="Find"/> does not give: other files, and folders (which
    /// end in a slash), in ordinal order.
    /// </summary>
    public static IReadOnlyList<string> PassedOver(IEnumerable<string> inputs) =>
        [.. inputs.Where(input => !File.Exists(input)).SelectMany(Others).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Others(string input)
    {
        if (Directory.Exists(input))
            return OthersBelow(input, 0);
        var (folder, pattern) = (Path.GetDirectoryName(input), Path.GetFileName(input));
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        var isPattern = pattern.AsSpan().ContainsAny('*', '?') && Directory.Exists(folder);
        return isPattern ? Directory.GetDirectories(folder, pattern).Select(Slashed) : [];
    }

    private static IEnumerable<string> OthersBelow(string folder, int depth)
    {
        var folders = Directory.GetDirectories(folder).ToLookup(inner => IsPart(inner, depth));
        return Directory.GetFiles(folder).Where(file => !IsDeclared(file))
            .Concat(folders[false].Select(Slashed))
            .Concat(folders[true].SelectMany(inner => OthersBelow(inner, depth + 1)));
    }

    private static bool IsPart(string folder, int depth) =>
        depth < DeepestFolder && InputFile.IsValue(Path.GetFileName(folder));

    private static string Slashed(string folder) => folder + "/";

    private static IEnumerable<InputFile> FilesOf(string input)
    {
        if (File.Exists(input))
            return [new InputFile(Path.GetFullPath(input))];
        if (Directory.Exists(input))
            return Filled(input, [.. Below(Path.GetFullPath(input), [])]);
        var (folder, pattern) = (Path.GetDirectoryName(input), Path.GetFileName(input));
        if (!pattern.AsSpan().ContainsAny('*', '?'))
            throw NotThere(input);
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        if (!Directory.Exists(folder))
            throw NotThere(folder);
        var files = Directory.GetFiles(folder, pattern).Select(file => new InputFile(Path.GetFullPath(file)));
        return Filled(input, [.. files]);
    }

    private static IEnumerable<InputFile> Below(string folder, IReadOnlyList<string> folders)
    {
        var files = Directory.GetFiles(folder).Where(IsDeclared);
        return files.Select(file => new InputFile(file) { Folders = folders }).Concat(Directory.GetDirectories(folder)
            .Where(inner => IsPart(inner, folders.Count))
            .SelectMany(inner => Below(inner, [.. folders, Path.GetFileName(inner)])));
    }

    private static bool IsDeclared(string file) =>
        Array.Exists(Extensions, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (string.Equals(Path.GetExtension(file), ".txt", StringComparison.OrdinalIgnoreCase)
                && TableText.IsIn(file))
            || (string.Equals(Path.GetExtension(file), ".xml", StringComparison.OrdinalIgnoreCase)
                && MessageReader.KindIn(file) is not null);

    private static InputFile[] Filled(string input, InputFile[] files) =>
        files.Length > 0 ? files : throw NoFiles(input);

    private static CalibrationException NotThere(string input) => new(
        ExitCode.Files,
        new Wording("Dit bestand of deze map is er niet.", "There is no such file or folder."),
        input,
        new Wording("Kijk de naam na.", "Check the name."));

    private static CalibrationException NoFiles(string input) => new(
        ExitCode.Files,
        new Wording("Hier staan geen CSV- of Parquet-bestanden.", "There are no CSV or Parquet files here."),
        input,
        new Wording(
            "Geef een map met bestanden op .csv, .txt, .tsv of .parquet, of een bestand. In mappen in de map wordt "
            + "niet gekeken.",
            "Give a folder with files on .csv, .txt, .tsv or .parquet, or a file. Folders in the folder are not looked "
            + "into."));

    private static CalibrationException Twice(string file) => new(
        ExitCode.WrongUse,
        new Wording(
            "Dit bestand is twee keer genoemd: elke regel zou dubbel tellen.",
            "This file is named twice: each line would count double."),
        Path.GetFileName(file),
        new Wording("Noem elk bestand één keer.", "Name each file once."));
}
