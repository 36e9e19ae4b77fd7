using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace RgkCalibrator.Tests;

/// <summary>What CONTRIBUTING asks of the source, so that nobody has to remember it.</summary>
public sealed class ArchitectureTests
{
    private const int MostLines = 300;
    private const int MostColumns = 120;

    private static readonly string[] CodeFolders = ["src", "tests", "notebooks", "tools"];

    // Texts of which every byte counts.
    private static readonly string[] WideTexts =
    [
        "src/RgkCalibrator/Output/InputReport/ValidationStyle.cs", // the style sheet of a report, a rule a line
        "tests/RgkCalibrator.Tests/Output/Packets/InternFilesTests.cs", // a row of a CSV file
    ];

    // In the order of the flow: a stage uses what stands before it.
    private static readonly string[] Stages =
        [
            "Basics", "Engine", "Yaml", "Intake", "Trajectories", "Catalogue", "Groups", "Statistics", "Framework",
            "Disclosure", "Review", "Requests", "Register", "Control", "Monitoring", "Output",
        ];

    private static readonly string[] UseBasicsOnly = ["Engine", "Statistics", "Yaml"];
    private static readonly string[] UseYaml = ["Intake", "Catalogue", "Framework", "Disclosure"];
    private static readonly string[] UseTheEngine = ["Intake", "Trajectories", "Output"];
    private static readonly string[] FlowTypes =
        [
            "Calibration", "FrameworkControl", "ControlReport", "FrameworkMonitor", "MonitorReport",
            "CalibrationSettings", "FrameworkDraft", "FrameworkInForce",
            "TrajectoryReport", "DraftReport", "ValidationReport",
        ];

    private static readonly (string Package, string[] Places)[] Packages =
    [
        ("YamlDotNet", ["RgkCalibrator/Yaml/"]), ("MathNet", ["RgkCalibrator.Synthetic/", "RgkCalibrator/Statistics/"]),
        ("CommandLine", ["RgkCalibrator.Cli/"]), ("Spectre", ["RgkCalibrator.Cli/"]),
        ("DocumentFormat", ["RgkCalibrator/Review/", "RgkCalibrator/Output/"]),
        (@"Microsoft\.Data\.Analysis", ["RgkCalibrator.DataFrames/"]),
        (@"Parquet(?=[.;])", ["RgkCalibrator.DataFrames/"]),
        ("SkiaSharp", ["RgkCalibrator/Output/Charts/"]), (@"Svg\.Skia", ["RgkCalibrator/Output/Charts/"]),
        ("ScottPlot", ["RgkCalibrator/Output/Plots/"]),
    ];

    private static readonly Type[] Types = typeof(Calibration).Assembly.GetTypes();

    private static readonly List<SourceText> Sources =
    [
        .. Directory.EnumerateFiles(Root(), "*.cs", SearchOption.AllDirectories)
            .Select(
                file => new SourceText(Path.GetRelativePath(Root(), file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    private static IEnumerable<SourceText> Library =>
        Sources.Where(source => source.File.StartsWith("RgkCalibrator/", StringComparison.Ordinal));

    [Fact]
    public void Every_folder_of_the_library_is_known_here() => Assert.Equal(
        Stages.Order(StringComparer.Ordinal),
        Library.Select(source => source.Stage).Where(stage => stage.Length > 0)
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_stage_uses_what_lies_upstream()
    {
        var wrong = Library.Where(source => source.Stage.Length > 0)
            .SelectMany(
                source => source.StagesUsed().Where(used => !MayUse(source.Stage, used)),
                (source, used) => $"{source.File} uses {used}");

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
            var users = Sources.Where(source => Regex.IsMatch(source.Code, $@"\b(using|global::)\s*{package}\b"))
                .ToList();
            Assert.NotEmpty(users);
            Assert.All(users, source =>
                Assert.Contains(places, place => source.File.StartsWith(place, StringComparison.Ordinal)));
            Assert.All(places, place =>
                Assert.Contains(users, source => source.File.StartsWith(place, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("DataFrames", new string[0])]
    [InlineData("Synthetic", new[] { "RgkCalibrator.Cli" })]
    [InlineData("Cli", new string[0])]
    public void What_stands_beside_the_library_is_used_by_nobody_else(string name, string[] users)
    {
        var project = $"RgkCalibrator.{name}";

        NoneMatches(
            Sources.Where(
                source => source.File.Split('/')[0] is var folder && folder != project && !users.Contains(folder)),
            $@"\bRgkCalibrator\.{name}\b");
        Assert.Equal(users, Directory.EnumerateFiles(Root(), "*.csproj", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains($"{project}.csproj", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void A_namespace_is_a_folder()
    {
        var wrong = Sources.Where(
            source => source.Namespace is { Length: > 0 } name && name != source.Folder.Replace('/', '.'));

        Assert.Empty(wrong.Select(source => $"{source.File} is in {source.Namespace}"));
    }

    [Fact]
    public void No_file_bears_the_name_of_another()
    {
        var names = Sources.GroupBy(source => source.File.Split('/')[^1]).Where(same => same.Count() > 1);

        Assert.Empty(names.SelectMany(same => same.Select(source => source.File)));
    }

    [Fact]
    public void No_circle_runs_through_folders()
    {
        var uses = Types.GroupBy(type => type.Namespace ?? string.Empty).ToDictionary(
            folder => folder.Key,
            folder => folder.SelectMany(TypeUses.Of).Select(type => type.Namespace ?? string.Empty).ToHashSet());

        Assert.Empty(Circles.In(uses));
    }

    [Fact]
    public void No_circle_runs_through_types()
    {
        var own = Types.Select(TypeUses.Outermost).ToHashSet();
        var uses = own.ToDictionary(
            type => type.FullName!, type => TypeUses.Of(type).Select(used => used.FullName!).ToHashSet());

        Assert.Empty(Circles.In(uses));
    }

    [Fact]
    public void Only_the_engine_and_one_file_call_native_code() =>
        NoneMatches(
            Sources.Where(
                source => source.Stage != "Engine" && source.File != "RgkCalibrator/Basics/Files/UnixCalls.cs"),
            @"\b(LibraryImport|DllImport|NativeLibrary|NativeMethods)\b");

    [Fact]
    public void The_library_reads_no_clock_and_throws_no_dice() =>
        NoneMatches(
            Library,
            @"\b(DateTime|DateTimeOffset|TimeProvider|Stopwatch|TickCount\w*|Random|NewGuid|CurrentCulture)\b");

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Sources.Where(source => source.Text.Count(letter => letter == '\n') > MostLines)
            .Select(source => source.File));

    [Fact]
    public void No_line_has_more_than_120_columns()
    {
        var wide = CodeFolders
            .SelectMany(folder => Directory.EnumerateFiles(
                Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (
                File: Path.GetRelativePath(Repository.PathOf(string.Empty), file).Replace('\\', '/'),
                Number: i + 1,
                line.Length)))
            .Where(line => line.Length > MostColumns)
            .ToList();

        Assert.Empty(wide.Where(line => !WideTexts.Contains(line.File))
            .Select(line => $"{line.File} {Numbers.Whole(line.Number)}"));
        Assert.All(WideTexts, text => Assert.Contains(wide, line => line.File == text));
    }

    [Fact]
    public void No_public_property_can_be_set_after_it_is_made() => Assert.Empty(Types
        .Where(type => type.IsVisible)
        .SelectMany(type => type.GetProperties())
        .Where(property => property.DeclaringType!.Assembly == typeof(Calibration).Assembly)
        .Where(
            property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(property => $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() =>
        Assert.DoesNotContain(Types, type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

    [Fact]
    public void An_interface_has_two_types_that_need_it() => Assert.DoesNotContain(
        Types, type => type.IsInterface && Types.Count(other => !other.IsInterface && Has(other, type)) < 2);

    private static bool Has(Type type, Type wanted) => type.GetInterfaces()
        .Any(one => one == wanted || (one.IsGenericType && one.GetGenericTypeDefinition() == wanted));

    private static string Root([CallerFilePath] string test = "") =>
        Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "src");

    private static bool MayUse(string stage, string used) => used switch
    {
        "Basics" => true,
        "Engine" => UseTheEngine.Contains(stage),
        "Yaml" => UseYaml.Contains(stage),
        _ => !UseBasicsOnly.Contains(stage) && Array.IndexOf(Stages, used) < Array.IndexOf(Stages, stage),
    };

    private static void NoneMatches(IEnumerable<SourceText> sources, string pattern) => Assert.Empty(
        sources.SelectMany(
            source => Regex.Matches(source.Code, pattern), (source, match) => $"{source.File}: {match.Value}"));

    /// <summary>A source file by its place under src, with its text and its text without comments.</summary>
    private sealed record SourceText(string File, string Text)
    {
        private static readonly string Names = string.Join('|', Stages);

        public string Folder { get; } = File[..File.LastIndexOf('/')];

        public string Namespace { get; } = Regex.Match(
            Text, @"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture).Groups[1].Value;

        public string Code { get; } = Regex.Replace(Text, @"//.*", string.Empty);

        /// <summary>Its folder in the library; empty in the root and in other projects.</summary>
        public string Stage { get; } =
            File.StartsWith("RgkCalibrator/", StringComparison.Ordinal) && File.Split('/') is { Length: > 2 } parts
                ? parts[1]
                : string.Empty;

        /// <summary>The stages of its usings, and of types that it names with their stage; in comments too.</summary>
        public IEnumerable<string> StagesUsed()
        {
            var usings = Regex.Matches(Text, $@"RgkCalibrator\.({Names})\b").Select(match => match.Groups[1].Value);
            var named = Regex.Matches(Text, $@"(?<![.\w])({Names})\.(\w+)")
                .Where(match => typeof(Calibration).Assembly.GetType($"RgkCalibrator.{match.Value}") is not null)
                .Select(match => match.Groups[1].Value);
            return usings.Concat(named).Distinct().Where(stage => stage != Stage);
        }
    }
}
