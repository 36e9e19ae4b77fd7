namespace RgkCalibrator.Intake.Files;

/// <summary>A file to be read.</summary>
/// <param name="Path">Where it is.</param>
public sealed record InputFile(string Path)
{
    private const string Nothing = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// The folders between the one that the user named and the file, outermost first. Those that are named
    /// <c>key=value</c> hold a value of each of its rows: programs that cut a table into files by the values of a
    /// column leave these out of the files.
    /// </summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Its name, with those folders, and with those above them where other files bear the same.</summary>
    public string Name
    {
        get => field ?? string.Join('/', [.. Folders, System.IO.Path.GetFileName(Path)]);
        init;
    }

    /// <summary>
    /// Its place, from 1, among the files that readers would know by the same name; null where it is the only one.
    /// </summary>
    internal int? Twin { get; init; }

    /// <summary>
    /// Its name for readers: that of a folder can be a value of a row, and is left out. Files that are then called
    /// alike are numbered.
    /// </summary>
    public string Shown
    {
        get
        {
            var parts = Name.Split('/');
            var name = string.Join('/', [.. parts[..^1].Where(part => !IsValue(part)), parts[^1]]);
            return Twin is { } number ? $"{name} #{Numbers.Whole(number)}" : name;
        }
    }

    /// <summary>
    /// The values in the names of the folders, by their keys; of one key the innermost counts. What stood for nothing
    /// is empty.
    /// </summary>
    internal IReadOnlyDictionary<string, string> FolderValues
    {
        get
        {
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var folder in Folders.Where(IsValue))
            {
                var parts = folder.Split('=', 2);
                var value = parts[1] == Nothing ? string.Empty : parts[1];
                // Signs that no folder can have in its name are escaped as on the web.
                values[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(value);
            }

            return values;
        }
    }

    /// <summary>Whether a folder's name is a key and a value.</summary>
    internal static bool IsValue(string folder) => folder.IndexOf('=', StringComparison.Ordinal) > 0;
}
