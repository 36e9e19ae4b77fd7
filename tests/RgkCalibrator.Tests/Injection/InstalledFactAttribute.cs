namespace RgkCalibrator.Tests.Injection;

/// <summary>A test that needs a program, and is skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InstalledFactAttribute : FactAttribute
{
    public InstalledFactAttribute(params string[] programs)
    {
        Programs = programs;
        if (Find(programs) is null)
            Skip = $"{programs[0]} is not installed.";
    }

    public string[] Programs { get; }

    /// <summary>Where the first of some programs is that is installed; null: none is.</summary>
    public static string? Find(params string[] programs) => programs
        .SelectMany(program => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, program)))
        .FirstOrDefault(File.Exists);
}
