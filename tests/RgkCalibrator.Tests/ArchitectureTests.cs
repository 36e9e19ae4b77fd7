using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace RgkCalibrator.Tests;

/// <summary>What CONTRIBUTING asks of the source, so that nobody has to remember it.</summary>
public sealed class ArchitectureTests
{
    private const int MostLines = 300;

    // In the order of the flow: a stage uses what stands before it. Synthetic stands beside it: it writes what Intake reads, as Documents writes.
    private static readonly string[] Stages =
        ["Engine", "Intake", "Trajectories", "Catalogue", "Groups", "Statistics", "Framework", "Disclosure", "Charts", "Plots", "Documents"];

    // They stand beside the flow: settings are read with Yaml wherever there are some.
    private static readonly string[] Beside = ["Synthetic", "Yaml"];

    private static readonly string[] UseNothing = ["Engine", "Statistics", "Yaml"];
    private static readonly string[] UseYaml = ["Intake", "Catalogue", "Disclosure"];
    private static readonly string[] UseTheEngine = ["Intake", "Trajectories", "Documents", "Synthetic"];
    private static readonly string[] FlowTypes = ["Calibration", "CalibrationSettings", "FrameworkDraft", "TrajectoryReport", "DraftReport", "ValidationReport"];

    private static readonly (string Package, string[] Places)[] Packages =
    [
        ("YamlDotNet", ["RgkCalibrator/Yaml/"]), ("MathNet", ["RgkCalibrator/Synthetic/", "RgkCalibrator/Statistics/"]),
        ("CommandLine", ["RgkCalibrator.Cli/"]), ("Spectre", ["RgkCalibrator.Cli/"]), ("DocumentFormat", ["RgkCalibrator/Documents/"]),
        (@"Microsoft\.Data\.Analysis", ["RgkCalibrator.DataFrames/"]), (@"Parquet(?=[.;])", ["RgkCalibrator.DataFrames/"]),
        ("SkiaSharp", ["RgkCalibrator/Charts/"]), (@"Svg\.Skia", ["RgkCalibrator/Charts/"]),
        ("ScottPlot", ["RgkCalibrator/Plots/"]),
    ];

    private static readonly Type[] Types = typeof(Calibration).Assembly.GetTypes();

    private static readonly List<SourceText> Sources =
    [
        .. Directory.EnumerateFiles(Root(), "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceText(Path.GetRelativePath(Root(), file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    private static IEnumerable<SourceText> Library => Sources.Where(source => source.File.StartsWith("RgkCalibrator/", StringComparison.Ordinal));

    [Fact]
    public void Every_folder_of_the_library_is_known_here() => Assert.Equal(
        Stages.Concat(Beside).Order(StringComparer.Ordinal),
        Library.Select(source => source.Stage).Where(stage => stage.Length > 0).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_stage_uses_what_lies_upstream()
    {
        var wrong = Library.Where(source => source.Stage.Length > 0)
            .SelectMany(source => source.StagesUsed().Where(used => !MayUse(source.Stage, used)), (source, used) => $"{source.File} uses {used}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_stage_knows_the_flow() => NoneMatches(
        Library.Where(source => source.Stage.Length > 0), $@"\b({string.Join('|', FlowTypes)})\b(?!\s*\.\s*[a-z])");

    [Fact]
    public void A_package_lives_in_its_own_folders()
    {
        foreach (var (package, places) in Packages)
        {
            var users = Sources.Where(source => Regex.IsMatch(source.Code, $@"\b(using|global::)\s*{package}\b")).ToList();
            Assert.NotEmpty(users);
            Assert.All(users, source => Assert.Contains(places, place => source.File.StartsWith(place, StringComparison.Ordinal)));
            Assert.All(places, place => Assert.Contains(users, source => source.File.StartsWith(place, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Data_frames_use_the_library_and_nothing_uses_data_frames()
    {
        NoneMatches(Sources.Where(source => !source.File.StartsWith("RgkCalibrator.DataFrames/", StringComparison.Ordinal)), @"\bRgkCalibrator\.DataFrames\b");
        NoneMatches(Sources.Where(source => source.File.StartsWith("RgkCalibrator.DataFrames/", StringComparison.Ordinal)), @"\bRgkCalibrator\.Cli\b");
        string[] users = [.. Directory.EnumerateFiles(Root(), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("RgkCalibrator.DataFrames.csproj", StringComparison.Ordinal))];
        Assert.Empty(users);
    }

    [Fact]
    public void Only_the_engine_calls_native_code() =>
        NoneMatches(Sources.Where(source => source.Stage != "Engine"), @"\b(LibraryImport|DllImport|NativeLibrary|NativeMethods)\b");

    [Fact]
    public void The_library_reads_no_clock_and_throws_no_dice() =>
        NoneMatches(Library, @"\b(DateTime|DateTimeOffset|TimeProvider|Stopwatch|TickCount\w*|Random|NewGuid|CurrentCulture)\b");

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Sources.Where(source => source.Text.Count(letter => letter == '\n') > MostLines).Select(source => source.File));

    [Fact]
    public void No_public_property_can_be_set_after_it_is_made() => Assert.Empty(Types
        .Where(type => type.IsVisible)
        .SelectMany(type => type.GetProperties())
        .Where(property => property.DeclaringType!.Assembly == typeof(Calibration).Assembly)
        .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(property => $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() =>
        Assert.DoesNotContain(Types, type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

    [Fact]
    public void An_interface_has_two_classes_that_need_it() => Assert.DoesNotContain(
        Types, type => type.IsInterface && Types.Count(other => other.IsClass && other.IsAssignableTo(type)) < 2);

    private static string Root([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "src");

    private static bool MayUse(string stage, string used) => !UseNothing.Contains(stage)
        && (used != "Engine" || UseTheEngine.Contains(stage))
        && (used == "Yaml" ? UseYaml.Contains(stage) : stage == "Synthetic" ? used is "Engine" or "Intake" or "Documents" : Array.IndexOf(Stages, used) is >= 0 and var place && place < Array.IndexOf(Stages, stage));

    private static void NoneMatches(IEnumerable<SourceText> sources, string pattern) => Assert.Empty(
        sources.SelectMany(source => Regex.Matches(source.Code, pattern), (source, match) => $"{source.File}: {match.Value}"));

    /// <summary>A source file by its place under src, with its text and its text without comments.</summary>
    private sealed record SourceText(string File, string Text)
    {
        private static readonly string Names = string.Join('|', Stages.Concat(Beside));

        public string Code { get; } = Regex.Replace(Text, @"//.*", string.Empty);

        /// <summary>Its folder in the library; empty in the root and in other projects.</summary>
        public string Stage { get; } = File.StartsWith("RgkCalibrator/", StringComparison.Ordinal) && File.Split('/') is { Length: > 2 } parts ? parts[1] : string.Empty;

        /// <summary>The stages of its usings, and of types that it names with their stage; in comments too.</summary>
        public IEnumerable<string> StagesUsed()
        {
            var usings = Regex.Matches(Text, $@"RgkCalibrator\.({Names})\b").Select(match => match.Groups[1].Value);
            var named = Regex.Matches(Text, $@"(?<![.\w])({Names})\.(\w+)")
                .Where(match => typeof(Calibration).Assembly.GetType($"RgkCalibrator.{match.Value}") is not null).Select(match => match.Groups[1].Value);
            return usings.Concat(named).Distinct().Where(stage => stage != Stage);
        }
    }
}
