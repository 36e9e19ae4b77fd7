#:property PublishAot=false
#:property RootNamespace=RgkCalibrator.Tools

// Called by ./publish: what `dotnet publish` made for one system is looked through, gets the manual and the licences,
// and becomes a zip.
//
//   dotnet run tools/pack.cs -- win-x64

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace RgkCalibrator.Tools;

/// <summary>Looks through a published program and packs it.</summary>
internal static class Pack
{
    private static readonly string Work = Path.Combine("artifacts", "publish", "build");

    public static void Main(string[] args)
    {
        var system = args is [var named] ? named : throw new ArgumentException("Name one system.", nameof(args));
        var name = $"rgk-{File.ReadAllText("VERSION").Trim()}-{system}";
        RefuseOtherPackages();
        var zip = Path.Combine("artifacts", "publish", name + ".zip");
        Zip(
            zip,
            [.. Program(system), .. Companions(), ("THIRD-PARTY-NOTICES.txt", Encoding.UTF8.GetBytes(Notices(system)))],
            name + "/");
        Console.WriteLine(zip);
    }

    // The program and the native libraries beside it, of this system, each of them and no other.
    private static IEnumerable<(string Name, byte[] Bytes)> Program(string system)
    {
        var kind = KindOf(system);
        var published = Path.Combine(Work, "publish", "RgkCalibrator.Cli", "release_" + system);
        var found = Directory.GetFiles(published)
            .Where(file => Path.GetExtension(file) != ".pdb").Order(StringComparer.Ordinal).ToList();
        var expected = kind.Libraries.Append(kind.Program).Order(StringComparer.Ordinal).ToList();
        if (!found.Select(Path.GetFileName).SequenceEqual(expected, StringComparer.Ordinal))
        {
            throw new InvalidDataException(
                $"Expected {string.Join(", ", expected)}; published were "
                    + $"{string.Join(", ", found.Select(Path.GetFileName))}.");
        }

        if (!found.All(file => kind.Formats.Contains(FirstBytes(file))))
            throw new InvalidDataException("A file is of another system.");
        return found.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
    }

    private static string FirstBytes(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[4];
        stream.ReadExactly(bytes);
        // Of the programs of Windows, which begin with MZ, only the first two are fixed.
        return Convert.ToHexString(bytes.AsSpan(0, bytes is [(byte)'M', (byte)'Z', ..] ? 2 : 4));
    }

    // The program, its libraries, and how files of that system begin: MZ; ELF; Mach-O, and Mach-O for several
    // processors.
    private static (string Program, string[] Libraries, string[] Formats) KindOf(string system) =>
        system.Split('-')[0] switch
        {
            "win" => ("rgk.exe", ["duckdb.dll", "libHarfBuzzSharp.dll", "libSkiaSharp.dll"], ["4D5A"]),
            "linux" => ("rgk", ["libduckdb.so", "libHarfBuzzSharp.so", "libSkiaSharp.so"], ["7F454C46"]),
            "osx" => (
                "rgk",
                ["libduckdb.dylib", "libHarfBuzzSharp.dylib", "libSkiaSharp.dylib"],
                ["CFFAEDFE", "CAFEBABE"]),
            _ => throw new ArgumentOutOfRangeException(nameof(system), system, "There is no such system here."),
        };

    // The manual with its figures, the licence and the catalogues.
    private static IEnumerable<(string Name, byte[] Bytes)> Companions()
    {
        string[] files =
        [
            "HANDLEIDING.md",
            "LICENSE",
            .. Directory.GetFiles("docs/methods", "*-nl.svg"),
            .. Directory.GetFiles("docs/story", "*.png"),
            .. Directory.GetFiles("data/catalogue"),
        ];
        return files.Select(file => (file.Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file)));
    }

    // The restore for a system writes locks of its own: what is in them must be in ours.
    private static void RefuseOtherPackages()
    {
        var locks = Directory.GetFiles("src", "packages.lock.json", SearchOption.AllDirectories)
            .SelectMany(Hashes).ToHashSet(StringComparer.Ordinal);
        if (Directory.GetFiles(Work, "*.lock.json")
            .SelectMany(Hashes).FirstOrDefault(hash => !locks.Contains(hash)) is { } other)
            throw new InvalidDataException($"A package is not the one of packages.lock.json: {other}.");

        static IEnumerable<string> Hashes(string file) =>
            File.ReadLines(file).Where(line => line.Contains("\"contentHash\":", StringComparison.Ordinal))
                .Select(line => line.Trim().TrimEnd(','));
    }

    // The same files give the same bytes: sorted, and of one time.
    private static void Zip(string path, IEnumerable<(string Name, byte[] Bytes)> files, string folder)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, bytes) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(folder + name, CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            // A regular file, for Unix: rwxr-xr-x or rw-r--r--.
            entry.ExternalAttributes = (name == "rgk" ? 0x81ED : 0x81A4) << 16;
            using var content = entry.Open();
            content.Write(bytes);
        }
    }

    // Every package of which a file is in the program, and the .NET runtime: name, version, licence, copyright and all
    // texts, from the packages themselves.
    private static string Notices(string system)
    {
        using var restored = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Work, "obj", "RgkCalibrator.Cli", "project.assets.json")));
        var root = restored.RootElement;
        var store = root.GetProperty("packageFolders").EnumerateObject().First().Name;
        var carried = root.GetProperty("targets").GetProperty("net10.0/" + system).EnumerateObject()
            .Where(package => package.Value.GetProperty("type").ValueEquals("package")
                && (Has(package.Value, "runtime") || Has(package.Value, "native")))
            .Select(package => Path.Combine(
                store, root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!));
        var runtime = root.GetProperty("project").GetProperty("frameworks").GetProperty("net10.0")
            .GetProperty("downloadDependencies").EnumerateArray()
            .Select(pack => (
                Name: pack.GetProperty("name").GetString()!,
                Version: pack.GetProperty("version").GetString()!.Split(',')[0].TrimStart('[')))
            .Where(pack => pack.Name.StartsWith("Microsoft.NETCore.App.Runtime.", StringComparison.Ordinal))
            .Select(pack => Path.Combine(
                Directory.GetDirectories(store).Single(
                    folder => Path.GetFileName(folder).Equals(pack.Name, StringComparison.OrdinalIgnoreCase)),
                pack.Version));
        var notices = carried.Concat(runtime).Order(StringComparer.Ordinal).Select(Notice);
        return "RgkCalibrator carries the following software of others.\n\n" + string.Join("\n\n", notices) + "\n";

        static bool Has(JsonElement package, string part) =>
            package.TryGetProperty(part, out var files)
                && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal));
    }

    private static string Notice(string package)
    {
        var told = XDocument.Load(Directory.GetFiles(package, "*.nuspec").Single()).Root!.Elements().Single().Elements()
            .GroupBy(element => element.Name.LocalName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var expression = told["license"].Attribute("type")!.Value == "expression" ? told["license"].Value : null;
        var files = Directory.GetFiles(package)
            .Where(file => Begins(file, "licen") || Begins(file, "third-party-notices") || Begins(file, "notice"))
            .Order(StringComparer.Ordinal)
            .ToList();
        // A package without the text of its licence names one that stands here.
        if (!files.Any(file => Begins(file, "licen")))
        {
            var licence = expression ?? throw new InvalidDataException($"{package} has no licence.");
            files.Insert(0, Path.Combine("tools", "licences", licence + ".txt"));
        }
        var copyright =
            told.TryGetValue("copyright", out var owner) ? owner.Value : "Copyright " + told["authors"].Value;
        var line = new string('=', 100);
        string[] head =
        [
            line,
            $"{told["id"].Value} {told["version"].Value}",
            "Licence: " + (expression ?? "see below"),
            copyright,
            told["projectUrl"].Value,
            line,
        ];
        return string.Join(
            '\n', [.. head, .. files.Select(file => "\n" + File.ReadAllText(file).ReplaceLineEndings("\n").Trim())]);

        static bool Begins(string file, string name) =>
            Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }
}
