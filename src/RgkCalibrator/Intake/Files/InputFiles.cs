using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Intake.Files;

/// <summary>From what the user names to the files that are read.</summary>
public static class InputFiles
{
    private static readonly Wording Give = new(
        "Geef een map met bestanden op .csv, .txt, .tsv, .gz, .xlsx of .parquet, of een bestand.",
        "Give a folder with files on .csv, .txt, .tsv, .gz, .xlsx or .parquet, or a file.");

    private static readonly Wording NotInside = new(
        Give.Dutch + " In mappen in de map wordt alleen gekeken met --subfolders.",
        Give.English + " Folders in the folder are looked into only with --subfolders.");

    private static readonly Wording NotSoDeep = new(
        $"{Give.Dutch} Er is tot {Numbers.Whole(DeepestFolder)} mappen diep gekeken; noem een map die dieper ligt "
            + "apart.",
        $"{Give.English} Folders were looked into up to {Numbers.Whole(DeepestFolder)} deep; name a deeper one on its "
            + "own.");

    /// <summary>Stands, behind the name of a folder, for the folders in it too.</summary>
    public const string WithFolders = "/**";

    /// <summary>Folders in a folder are looked into so many deep.</summary>
    public const int DeepestFolder = 8;

    /// <summary>
    /// The files named, those that fit a pattern (<c>*</c> and <c>?</c> in the name of the file), and of a folder named
    /// its files on .csv and .tsv and tables on .txt (packed with gzip or not), those on .parquet, .xlsx and .xlsm, and
    /// iJw messages on .xml, in the ordinal order of their paths. Folders in it that are named <c>key=value</c> are
    /// parts of the same table, and are looked into as well; other folders where <c>/**</c> stands behind its name. A
    /// hyphen is standard input.
    /// </summary>
    /// <exception cref="CalibrationException">A file or folder is not there, a folder has no such file or cannot be
    /// looked into, or a file is named twice, be it by a link to it.</exception>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> inputs)
    {
        var pipes = 0;
        var files = inputs.SelectMany(FilesOf).Select(Named).OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Path == files[i - 1].Path)
                throw Twice(files[i].Path);
        }

        RefuseLinksToOthers(files);
        return FileNames.ToldApart(files);

        // What a shell makes of <(…) has a number that differs from shell to shell.
        InputFile Named(InputFile file) => file.Path.StartsWith("/dev/fd/", StringComparison.Ordinal)
            ? file with { Name = $"pipe-{Numbers.Whole(++pipes)}" }
            : file;
    }

    private static void RefuseLinksToOthers(IEnumerable<InputFile> files)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in files.Select(file => file.Path).Where(File.Exists))
        {
            if (RealOf(path) is { } real && !names.TryAdd(real, path))
                throw Linked(path, names[real]);
        }
    }

    // Whoever opens a file that cannot be reached is told why.
    private static string? RealOf(string path)
    {
        try
        {
            return RealPath.Of(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// What the folders and patterns named hold and <see cref="Find"/> does not give: other files, and folders (which
    /// end in a slash), in ordinal order.
    /// </summary>
    /// <exception cref="CalibrationException">What is in a folder cannot be seen.</exception>
    public static IReadOnlyList<string> PassedOver(IReadOnlyList<string> inputs) =>
        [.. Others(inputs).Select(other => other.Path).Order(StringComparer.Ordinal)];

    /// <summary>The same, each by its name in the folder that was named.</summary>
    public static IReadOnlyList<string> PassedOverNames(IReadOnlyList<string> inputs) =>
    [
        .. Others(inputs).Select(other => Path.GetRelativePath(other.Named, other.Path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Named, string Path)> Others(IReadOnlyList<string> inputs)
    {
        var named = inputs.Where(Directory.Exists).Select(Full).ToHashSet(StringComparer.Ordinal);
        return inputs.Where(input => !File.Exists(input)).SelectMany(Others)
            .Where(other => !named.Contains(Full(other.Path)));

        static string Full(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    }

    private static IEnumerable<(string Named, string Path)> Others(string input)
    {
        if (InputFolder.Of(input) is { } named)
            return named.PassedOver().Select(other => (named.Path, other));
        var (folder, pattern) = (Path.GetDirectoryName(input), Path.GetFileName(input));
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        var isPattern = pattern.AsSpan().ContainsAny('*', '?') && Directory.Exists(folder);
        return isPattern
            ? FolderList.Folders(folder, pattern).Select(inner => inner + "/")
                .Concat(FolderList.Files(folder, pattern).Where(OpenInExcel.IsMark))
                .Select(other => (folder, other))
            : [];
    }

    private static IEnumerable<InputFile> FilesOf(string input)
    {
        if (File.Exists(input) && OpenInExcel.IsMark(input))
            throw OpenInExcel.Mark(input);
        if (input == InputFile.StandardInput)
            return [new InputFile(input) { Name = "stdin" }];
        if (File.Exists(input))
            return [new InputFile(Path.GetFullPath(input))];
        if (InputFolder.Of(input) is { } named)
            return Filled(input, [.. named.Files()], named.IsDeep);
        var (folder, pattern) = (Path.GetDirectoryName(input), Path.GetFileName(input));
        if (!pattern.AsSpan().ContainsAny('*', '?'))
            throw NotThere(input);
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        if (!Directory.Exists(folder))
            throw NotThere(folder);
        var files = FolderList.Files(folder, pattern).Where(file => !OpenInExcel.IsMark(file))
            .Select(file => new InputFile(Path.GetFullPath(file)));
        return Filled(input, [.. files], isDeep: false);
    }

    private static InputFile[] Filled(string input, InputFile[] files, bool isDeep) =>
        files.Length > 0 ? files : throw NoFiles(input, isDeep);

    private static CalibrationException NotThere(string input) => new(
        ExitCode.Files,
        new Wording("Dit bestand of deze map is er niet.", "There is no such file or folder."),
        input,
        FileNames.IsBroken(input) ? FileNames.Rename : new Wording("Kijk de naam na.", "Check the name."));

    private static CalibrationException NoFiles(string input, bool isDeep) => new(
        ExitCode.Files,
        new Wording(
            "Hier staan geen CSV-, Excel- of Parquet-bestanden.", "There are no CSV, Excel or Parquet files here."),
        input,
        isDeep ? NotSoDeep : NotInside);

    private static CalibrationException Twice(string file) => new(
        ExitCode.WrongUse,
        new Wording(
            "Dit bestand is twee keer genoemd: elke regel zou dubbel tellen.",
            "This file is named twice: each line would count double."),
        Path.GetFileName(file),
        new Wording("Noem elk bestand één keer.", "Name each file once."));

    private static CalibrationException Linked(string file, string other) => new(
        ExitCode.WrongUse,
        new Wording(
            $"Dit is hetzelfde bestand als {ShownText.Of(Path.GetFileName(other))}, onder een andere naam of in een "
                + "andere map: elke regel zou dubbel tellen.",
            $"This is the same file as {ShownText.Of(Path.GetFileName(other))}, by another name or in another folder: "
                + "each line would count double."),
        file,
        new Wording(
            "Haal de link weg, of noem alleen de bestanden die moeten worden gelezen.",
            "Remove the link, or name only the files that are to be read."));
}
