using System.Diagnostics;
using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>What stands where a file is expected and is none, or is one that never ends.</summary>
internal static class HostilePlaces
{
    public static IEnumerable<HostileCase> All =>
        (OperatingSystem.IsWindows() ? Anywhere : [.. Anywhere, .. OnUnix])
            .Select(place => place with { Make = folder => ["validate", .. place.Make(folder)] });

    private static HostileCase[] Anywhere { get; } =
    [
        new("nothing", folder => [folder + "/er-is-niets.csv"], 5),
        new("a folder named as a file", folder => [Folder(folder + "/x.csv")], 5),
        new("a folder named as a file, in a folder", folder =>
            [Sound(folder + "/a.csv"), Folder(folder + "/x.csv")], 5),
        new("an empty folder", folder => [Folder(folder + "/leeg")], 5),
        new("a folder of other files", folder => [Path.GetDirectoryName(Sound(Folder(folder + "/x") + "/a.doc"))!], 5),
        new("a pattern that fits nothing", folder => [folder + "/*.csv"], 5),
        new("a pattern of stars", folder => [folder + "/" + new string('*', 200)], 5),
        new("a pattern of question marks", folder => [folder + "/" + new string('?', 300)], 5),
        new("a pattern in a folder", folder => [Folder(folder + "/x") + "/../*/*.csv"], 5),
        new("a file below a file", folder => [Sound(folder + "/a.csv") + "/b.csv"], 5),
        new("a file twice", folder => [Sound(folder + "/a.csv"), folder + "/a.csv"], 2),
        new("a file twice by another path", folder => [Sound(folder + "/a.csv"), folder + "/./a.csv"], 2),
        new("a name of 5000 letters", folder => [folder + "/" + new string('a', 5000)], 5),
        new("a path of 100000 letters", folder => [folder + string.Concat(Enumerable.Repeat("/a", 50_000))], 5),
        new("a name with a zero", folder => [folder + "/a\0b.csv"], 5),
        new("an empty name", _ => [string.Empty], 2),
        new("a blank name", _ => [" "], 2, 5),
        new("a mapping of 64 MB", folder => [Sound(folder + "/a.csv"), "--mapping", Huge(folder + "/m.yaml")], 2),
        new("folders of values, twenty deep", folder => [Deep(folder, 20)], 5),
        new("a thousand empty files", folder => [Many(folder)], 5),
    ];

    private static HostileCase[] OnUnix { get; } =
    [
        new("a link to itself", folder => [Link(folder + "/a.csv", folder + "/a.csv")], 5),
        new("two links to each other", folder =>
            [Link(folder + "/a.csv", Link(folder + "/b.csv", folder + "/a.csv"))], 5),
        new("a link to nothing", folder => [Link(folder + "/a.csv", folder + "/er-is-niets")], 5),
        new("a link to a file", folder => [Link(folder + "/a.csv", Sound(folder + "/b"))], 0),
        new("a link to a folder", folder => [Link(folder + "/a.csv", Folder(folder + "/b"))], 5),
        new("a folder of values that links to itself", folder => [Loop(folder)], 0) { IsDangerous = true },
        new("a file and a link to it", folder =>
            [Sound(folder + "/b.csv"), Link(folder + "/a.csv", folder + "/b.csv")], 0, 2),
        new("a pipe in a folder", folder =>
            [Path.GetDirectoryName(Pipe(Folder(folder + "/x") + "/a.csv"))!], 5) { IsDangerous = true },
        new("a pipe named as text in a folder", folder =>
            [Path.GetDirectoryName(Pipe(Folder(folder + "/x") + "/a.txt"))!], 5) { IsDangerous = true },
        new("a device that gives nothing", _ => ["/dev/null"], 5) { IsDangerous = true },
        new("a device that gives zeros", _ => ["/dev/zero"], 5) { IsDangerous = true },
        new("a device that gives anything", _ => ["/dev/urandom"], 5) { IsDangerous = true },
        new("a device that is full", _ => ["/dev/full"], 5) { IsDangerous = true },
        new("a link to a device", folder => [Link(folder + "/a.csv", "/dev/zero")], 5) { IsDangerous = true },
        new("a file that nobody may read", folder =>
            [Closed(folder + "/a.csv")], Environment.UserName == "root" ? 0 : 5),
        new("a folder that nobody may read", folder => [Closed(Folder(folder + "/x"))], 5),
        new("the system's root", _ => ["/"], 5) { IsDangerous = true },
        new("a mapping that is a pipe", folder =>
            [Sound(folder + "/a.csv"), "--mapping", Pipe(folder + "/m.yaml")], 2) { IsDangerous = true },
        new("a mapping that never ends", folder =>
            [Sound(folder + "/a.csv"), "--mapping", "/dev/zero"], 2) { IsDangerous = true },
        new("a catalogue that never ends", folder =>
            [Sound(folder + "/a.csv"), "--catalogue", "/dev/zero"], 2) { IsDangerous = true },
        new("a mapping that is a folder", folder => [Sound(folder + "/a.csv"), "--mapping", folder], 5),
    ];

    private static string Folder(string path) => Directory.CreateDirectory(path).FullName;

    private static string Sound(string path)
    {
        File.WriteAllText(path, Header + "\n" + Rows);
        return path;
    }

    private static string Huge(string path)
    {
        using var file = File.Create(path);
        file.SetLength(64 << 20);
        return path;
    }

    private static string Link(string path, string target) => File.CreateSymbolicLink(path, target).FullName;

    private static string Loop(string folder)
    {
        Sound(folder + "/a.csv");
        Directory.CreateSymbolicLink(folder + "/k=v", folder);
        return folder;
    }

    internal static string Pipe(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        return path;
    }

    private static string Closed(string path)
    {
        if (!Directory.Exists(path))
            Sound(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);
        return path;
    }

    private static string Deep(string folder, int depth)
    {
        var path = Folder(folder + string.Concat(Enumerable.Range(0, depth).Select(i => "/k=" + Numbers.Whole(i))));
        Sound(path + "/a.csv");
        return folder;
    }

    private static string Many(string folder)
    {
        for (var i = 0; i < 1000; i++)
            File.WriteAllText($"{folder}/{Numbers.Whole(i)}.csv", string.Empty);
        return folder;
    }
}
