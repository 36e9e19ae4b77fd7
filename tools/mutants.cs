#:property PublishAot=false

// Breaks the program on purpose, once for each entry of tests/mutants.txt, and sees whether the test that the entry
// names fails.
//
//   dotnet run tools/mutants.cs              all of them; about seven seconds each
//   dotnet run tools/mutants.cs -- WORD      those whose file or description holds a word
//
// It works in a copy of the repository in artifacts/mutants, so that a stop halfway leaves nothing broken behind.

using System.Diagnostics;

var root = (string)AppContext.GetData("EntryPointFileDirectoryPath")! + "/..";
var copy = Path.Combine(root, "artifacts", "mutants");
var mutants = Mutant.ReadAll(Path.Combine(root, "tests", "mutants.txt"))
    .Where(mutant => args is not [var word] || mutant.Holds(word)).ToList();
var tests = new TestFolder(copy);

tests.Fill(root);
if (!tests.Build() || !tests.Pass([.. mutants.Select(mutant => mutant.Test).Distinct()]))
{
    Console.WriteLine("Unbroken, the program does not build or a test that is named fails.");
    return 1;
}

var survivors = mutants.Count(mutant => !tests.Kill(mutant));
Directory.Delete(copy, recursive: true);
Console.WriteLine($"{mutants.Count - survivors} of {mutants.Count} killed");
return survivors == 0 ? 0 : 1;

/// <summary>
/// A change to some places of one file that a test must notice, which is named by its class and the beginning of its
/// name.
/// </summary>
internal sealed record Mutant(string What, string File, IReadOnlyList<(string Old, string New)> Changes, string Test)
{
    internal bool Holds(string word) => (File + "\n" + What).Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Reads blocks with an empty line between: the lines <c>what:</c> and <c>file:</c>, an <c>old:</c> and a
    /// <c>new:</c> for each place, and <c>test:</c>.
    /// </summary>
    internal static IEnumerable<Mutant> ReadAll(string path)
    {
        foreach (var block in System.IO.File.ReadAllText(path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = block.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#')).Select(line => line.Split(": ", 2))
                .ToLookup(pair => pair[0], pair => pair[1]);
            if (fields.Count > 0)
            {
                var changes = fields["old"].Zip(fields["new"]).ToList();
                yield return new(fields["what"].Single(), fields["file"].Single(), changes, fields["test"].Single());
            }
        }
    }

    /// <summary>All places are sought in the unbroken text, so that two can change their texts.</summary>
    internal string ApplyTo(string text) => Changes
        .Select(change => (At: PlaceOf(change.Old, text), Change: change)).OrderByDescending(place => place.At)
        .Aggregate(text, (broken, place) =>
            broken.Remove(place.At, place.Change.Old.Length).Insert(place.At, place.Change.New));

    private int PlaceOf(string old, string text) => text.Split(old).Length == 2
        ? text.IndexOf(old, StringComparison.Ordinal)
        : throw new InvalidOperationException($"'{old}' does not stand once in {File}.");
}

/// <summary>
/// A copy of the repository that is built once; after that only the project of a mutant is. So do not break a constant
/// or a default value that tests use: its value lies in them too.
/// </summary>
internal sealed class TestFolder(string folder)
{
    private const string Name = "RgkCalibrator.Tests";

    // A mutant that never comes to an end is noticed too.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private string Binaries => Path.Combine(folder, "artifacts", "bin", Name, "release");

    /// <summary>Copies the files that git knows, and new ones that it does not ignore, as they are now.</summary>
    internal void Fill(string root)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Run(root, "git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], out var files);
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, to) = (Path.Combine(root, file), Path.Combine(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (File.Exists(from))
                File.Copy(from, to);
        }
    }

    internal bool Build() => Run(folder, "dotnet", ["build", $"tests/{Name}", "-c", "Release", "-v", "quiet"], out _);

    internal bool Pass(IReadOnlyList<string> tests)
    {
        var filter = string.Join('|', tests.Select(test => "FullyQualifiedName~" + test));
        return Run(folder, "dotnet", ["test", Path.Combine(Binaries, Name + ".dll"), "--filter", filter], out _);
    }

    internal bool Kill(Mutant mutant)
    {
        var path = Path.Combine(folder, mutant.File);
        var project = mutant.File.Split('/')[1];
        var built = Directory.GetFiles(Path.Combine(folder, "artifacts", "obj", project, "release"), "*.dll").Single();
        var used = Path.Combine(Binaries, Path.GetFileName(built));
        var (text, sound) = (File.ReadAllText(path), File.ReadAllBytes(used));
        File.WriteAllText(path, mutant.ApplyTo(text));
        string[] build = ["build", $"src/{project}", "-c", "Release", "-v", "quiet", "--no-restore"];
        var isBuilt = Run(folder, "dotnet", [.. build, "-p:BuildProjectReferences=false"], out _);
        if (isBuilt)
            File.Copy(built, used, overwrite: true);
        var isKilled = isBuilt && !Pass([mutant.Test]);
        File.WriteAllText(path, text);
        File.WriteAllBytes(used, sound);
        var fate = isKilled ? "killed  " : isBuilt ? "SURVIVED" : "NO BUILD";
        Console.WriteLine($"{fate} {mutant.What} ({mutant.Test})");
        return isKilled;
    }

    private static bool Run(string folder, string program, IEnumerable<string> arguments, out string output)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Longest))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        (output, _) = (text.Result, errors.Result);
        return process.ExitCode == 0;
    }
}
