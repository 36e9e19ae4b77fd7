#:property PublishAot=false

// Breaks the program on purpose, once for each entry of tests/mutants.txt, and sees whether the test that the entry
// names fails.
//
//   dotnet run tools/mutants.cs              all of them; about ten seconds each
//   dotnet run tools/mutants.cs -- WORD      those whose file or description holds a word
//
// It works in a copy of the repository in artifacts/mutants, so that a stop halfway leaves nothing broken behind.

using System.Diagnostics;

var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, ".."));
while (!File.Exists(Path.Combine(root, "RgkCalibrator.sln")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it inside the repository.");
var copy = Path.Combine(root, "artifacts", "mutants");
var mutants = Mutant.ReadAll(Path.Combine(root, "tests", "mutants.txt"))
    .Where(mutant =>
        args.Length == 0 || (mutant.File + mutant.What).Contains(args[0], StringComparison.OrdinalIgnoreCase))
    .ToList();

Run(root, "git", "clone", "--quiet", "--shared", root, copy);
Run(copy, "dotnet", "build", "-c", "Release", "-v", "quiet", "--nologo");
var survivors = 0;
foreach (var mutant in mutants)
{
    var path = Path.Combine(copy, mutant.File);
    var text = File.ReadAllText(path);
    File.WriteAllText(path, mutant.ApplyTo(text));
    var isBuilt = Run(
        copy, "dotnet",
        "build", "tests/RgkCalibrator.Tests", "-c", "Release", "-v", "quiet", "--nologo", "--no-restore") == 0;
    var isKilled = isBuilt && Run(
        copy, "dotnet",
        "test", "tests/RgkCalibrator.Tests", "-c", "Release", "--no-build",
        "--filter", "FullyQualifiedName~" + mutant.Test) != 0;
    File.WriteAllText(path, text);
    survivors += isKilled ? 0 : 1;
    Console.WriteLine($"{(isKilled ? "killed  " : isBuilt ? "SURVIVED" : "NO BUILD")} {mutant.What} ({mutant.Test})");
}

Directory.Delete(copy, recursive: true);
Console.WriteLine($"{mutants.Count - survivors} of {mutants.Count} killed");
return survivors == 0 ? 0 : 1;

static int Run(string folder, string program, params string[] arguments)
{
    if (program == "git" && Directory.Exists(arguments[^1]))
        Directory.Delete(arguments[^1], recursive: true);
    var start = new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    using var process = Process.Start(start)!;
    process.ErrorDataReceived += static (_, _) => { };
    process.BeginErrorReadLine();
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode;
}

/// <summary>A change to one place of one file that some test must notice.</summary>
internal sealed record Mutant(string What, string File, string Old, string New, string Test)
{
    /// <summary>
    /// Reads blocks of five lines, <c>what:</c>, <c>file:</c>, <c>old:</c>, <c>new:</c> and <c>test:</c>, with an empty
    /// line between.
    /// </summary>
    public static IEnumerable<Mutant> ReadAll(string path)
    {
        foreach (var block in System.IO.File.ReadAllText(path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = block.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            if (fields.Count > 0)
                yield return new Mutant(fields["what"], fields["file"], fields["old"], fields["new"], fields["test"]);
        }
    }

    public string ApplyTo(string text) => text.Split(Old).Length == 2
        ? text.Replace(Old, New, StringComparison.Ordinal)
        : throw new InvalidOperationException($"'{Old}' does not stand once in {File}.");
}
