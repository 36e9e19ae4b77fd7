using RgkCalibrator.Basics.Files;
using RgkCalibrator.Intake.Messages;

namespace RgkCalibrator.Intake.Files;

/// <summary>A folder that the user named, and what in it is read.</summary>
/// <param name="Path">The folder, as it was named.</param>
/// <param name="IsDeep">Whether all folders in it are looked into.</param>
internal sealed record InputFolder(string Path, bool IsDeep)
{
    private const string Packed = ".gz";

    private static readonly string[] Declared = [".CSV", ".PARQUET", ".TSV", ".XLSM", ".XLSX"];
    private static readonly string[] DeclaredPacked = [".CSV", ".TSV"];

    /// <summary>The folder that an input names; null where it names none.</summary>
    internal static InputFolder? Of(string input)
    {
        if (Directory.Exists(input))
            return new InputFolder(input, IsDeep: false);
        // Windows users may write a backslash.
        var name = input.Replace('\\', '/').EndsWith(InputFiles.WithFolders, StringComparison.Ordinal)
            ? input[..^InputFiles.WithFolders.Length]
            : null;
        return Directory.Exists(name) ? new InputFolder(name, IsDeep: true) : null;
    }

    /// <summary>The files in it that are read.</summary>
    internal IEnumerable<InputFile> Files() => Below(System.IO.Path.GetFullPath(Path), []);

    /// <summary>The paths of files that are not read, and of folders that are not looked into, with a slash.</summary>
    internal IEnumerable<string> PassedOver() => OthersBelow(Path, 0);

    private IEnumerable<InputFile> Below(string folder, IReadOnlyList<string> folders) =>
        FolderList.Files(folder).Where(IsDeclared).Select(file => new InputFile(file) { Folders = folders })
            .Concat(FolderList.Folders(folder).Where(inner => IsEntered(inner, folders.Count))
                .SelectMany(inner => Below(inner, [.. folders, System.IO.Path.GetFileName(inner)])));

    private IEnumerable<string> OthersBelow(string folder, int depth)
    {
        var folders = FolderList.Folders(folder).ToLookup(inner => IsEntered(inner, depth));
        return FolderList.Files(folder).Where(file => !IsDeclared(file))
            .Concat(folders[false].Select(inner => inner + "/"))
            .Concat(folders[true].SelectMany(inner => OthersBelow(inner, depth + 1)));
    }

    private bool IsEntered(string folder, int depth)
    {
        var name = System.IO.Path.GetFileName(folder);
        return depth < InputFiles.DeepestFolder && (InputFile.IsValue(name)
            ? !IsLink(folder) || LeadsOut(folder)
            : IsDeep && !IsHidden(name) && !IsLink(folder) && !IsPacket(folder));
    }

    private static bool IsHidden(string name) => name.StartsWith('.');

    // A link to a folder above it, or to another in the folder that was named, would give files again.
    private bool LeadsOut(string link)
    {
        var (target, named) = (RealPath.Of(link), RealPath.Of(Path));
        return !RealPath.IsWithin(target, named) && !RealPath.IsWithin(named, target);
    }

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    // What a run of this program wrote holds tables that are no declarations.
    private static bool IsPacket(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "manifest.json"))
            && Directory.Exists(System.IO.Path.Combine(folder, "intern"));

    private static bool IsDeclared(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        // Excel keeps a file with the name of its user beside one that is open; macOS puts ._ before its own.
        if (IsHidden(name) || OpenInExcel.IsMark(file) || !IsRegular(file))
            return false;
        var isPacked = name.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);
        var ending = System.IO.Path.GetExtension(isPacked ? name[..^Packed.Length] : name).ToUpperInvariant();
        return (isPacked ? DeclaredPacked : Declared).Contains(ending) || ending switch
        {
            ".TXT" => TableText.IsIn(file),
            ".XML" => !isPacked && MessageReader.KindIn(file) is not null,
            _ => isPacked && ending.Length == 0 && TableText.IsIn(file),
        };
    }

    // Who names a folder does not ask to wait for a pipe in it.
    private static bool IsRegular(string file) =>
        !UnixCalls.TryStatus(file, out var facts) || facts.IsRegular;
}
