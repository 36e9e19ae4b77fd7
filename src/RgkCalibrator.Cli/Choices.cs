using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Cli;

/// <summary>From options to the settings of a calibration; what cannot be is refused here.</summary>
internal static class Choices
{
    // As in a catalogue: ten years.
    private const int MostGapDays = 3660;
    private const int MostThreads = 1024;
    private const int MostBootstraps = 99_999;
    private const int MostOthers = 10;

    private static readonly Wording FolderOrSubfolders = new(
        " Noem een map apart, of geef --subfolders.", " Name a folder on its own, or give --subfolders.");

    private static readonly Wording FolderAlone = new(
        $" Een map die verborgen is, een koppeling is, meer dan {Numbers.Whole(InputFiles.DeepestFolder)} mappen diep "
            + "ligt of door dit programma is gemaakt, leest het programma alleen als u haar apart noemt.",
        $" A folder that is hidden, is a link, lies more than {Numbers.Whole(InputFiles.DeepestFolder)} folders deep "
            + "or was made by this program, is read only when you name it on its own.");

    // Spreadsheets that are not read.
    private static readonly string[] OtherSheets = [".xls", ".xlsb", ".ods"];

    /// <summary>The choices that move numbers.</summary>
    /// <exception cref="CalibrationException">One cannot be.</exception>
    public static CalibrationSettings Settings(InputOptions options, Language language)
    {
        var catalogue = options.Catalogue is { } file ? CatalogueFile.Read(file) : CatalogueFile.Haaglanden2025();
        var chosen = catalogue.With(Trajectories(options, catalogue.Trajectories));
        return new CalibrationSettings(chosen)
        {
            MaxLineDays = Within("--max-line-days", options.MaxLineDays, 0, int.MaxValue)
                ?? IntakeSettings.DefaultMaxLineDays,
            Mapping = options.Mapping is { } mapping ? MappingFile.Read(mapping) : ColumnMapping.None,
            Language = language,
            Strict = options.Strict,
        };
    }

    /// <summary>Which estimates feed the lines.</summary>
    /// <exception cref="CalibrationException">It is none.</exception>
    public static Estimator EstimatorOf(DeriveOptions options) => options.Estimator switch
    {
        null or "corrected" => Estimator.Corrected,
        "completed" => Estimator.Completed,
        _ => throw Refusals.NoSuch(new("Deze schatter", "estimator"), "--estimator", "corrected", "completed"),
    };

    /// <summary>What may be shown outside.</summary>
    /// <exception cref="CalibrationException">The file cannot be read, holds a mistake, or loosens without an
    /// exception.</exception>
    public static DisclosureProfile DisclosureOf(string? name) =>
        name is { } file ? ProfileFile.Read(file) : new DisclosureProfile();

    /// <summary>Which charts become PNG.</summary>
    /// <exception cref="CalibrationException">There is no such choice, or the machine has no font to paint them
    /// with.</exception>
    public static PngSettings PngOf(string? chosen, int? width = null)
    {
        var charts = chosen switch
        {
            "none" => PngCharts.None,
            null or "main" => PngCharts.Main,
            "all" => PngCharts.All,
            _ => throw Refusals.NoSuch(new("Deze keuze", "choice"), "--png", "none", "main", "all"),
        };
        if (width is not (null or PngSettings.UsualWidth or PngSettings.LargeWidth))
            throw Refusals.NoSuch(new("Deze breedte", "width"), "--png-width", "1920", "3840");
        var settings = new PngSettings(charts, width ?? PngSettings.UsualWidth);
        settings.RefuseWithoutFont();
        return settings;
    }

    /// <summary>What the presentation looks like, and of which products it is.</summary>
    /// <exception cref="CalibrationException">The template cannot be one, or the catalogue lacks a product.</exception>
    public static PresentationSettings PresentationOf(string? template, string? products, ProductCatalogue catalogue)
    {
        var separators = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        string[] codes = products is null ? [] : [.. products.Split([',', ' '], separators).Distinct()];
        var known = catalogue.Products.Select(product => product.Code).ToHashSet(StringComparer.Ordinal);
        var unknown = string.Join(", ", codes.Where(code => !known.Contains(code)));
        if (unknown.Length > 0 || (products is not null && codes.Length == 0))
        {
            throw Refusals.Wrong(
                new("Dit product staat niet in de catalogus.", "This product is not in the catalogue."),
                "--products " + (unknown.Length > 0 ? unknown : products),
                new("Noem codes uit de catalogus, met komma's ertussen: 45C02,45C10.",
                    "Name codes of the catalogue, with commas between: 45C02,45C10."));
        }

        return new PresentationSettings
        {
            Template = template is null ? null : DeckTemplate.Read(template),
            Products = codes,
        };
    }

    /// <summary>How often clients and providers are drawn anew.</summary>
    /// <exception cref="CalibrationException">So often cannot be.</exception>
    public static int BootstrapsOf(DeriveOptions options) =>
        Within("--bootstraps", options.Bootstraps, 0, MostBootstraps) ?? 0;

    /// <summary>All of the machine; whoever waits for input says so.</summary>
    public static RunSettings Machine(Screen screen, CancellationToken stop) => RunSettings.Default with
    {
        Stop = stop,
        Waiting = name => screen.Warn(new(
            $"wacht op invoer uit {name}; Ctrl-C stopt.", $"waiting for input from {name}; Ctrl-C stops.")),
    };

    /// <summary>How the machine may be used.</summary>
    /// <exception cref="CalibrationException">Not in the way that is asked.</exception>
    public static RunSettings Machine(InputOptions options, Screen screen, CancellationToken stop)
    {
        var usual = Machine(screen, stop);
        return usual with
        {
            Threads = Within("--threads", options.Threads, 1, MostThreads) ?? usual.Threads,
            MaxMemory = Within("--max-memory", options.MaxMemory, 1, int.MaxValue) * (1L << 20) ?? usual.MaxMemory,
        };
    }

    /// <summary>The files and folders named; what they hold and is not read is told.</summary>
    /// <exception cref="CalibrationException">None is, or one has no name.</exception>
    public static IReadOnlyList<string> Inputs(SourceOptions options, Screen screen)
    {
        var inputs = options.Inputs.ToList();
        if (inputs.Count == 0 || inputs.Any(string.IsNullOrWhiteSpace))
        {
            throw Refusals.Wrong(
                new("Er is geen bestand met declaraties genoemd.", "No file with declarations is named."),
                "INPUT",
                new("Noem achter de opdracht een bestand of een map.", "Name a file or a folder after the command."));
        }

        if (options.Subfolders)
            inputs = [.. inputs.Select(WithSubfolders)];
        WarnOfOthers(InputFiles.PassedOver(inputs), inputs.Exists(HasSubfolders), screen);
        return inputs;
    }

    private static string WithSubfolders(string input) => Directory.Exists(input)
        ? Path.TrimEndingDirectorySeparator(input) + InputFiles.WithFolders
        : input;

    private static bool HasSubfolders(string input) =>
        input.EndsWith(InputFiles.WithFolders, StringComparison.Ordinal);

    private static void WarnOfOthers(IReadOnlyList<string> others, bool withSubfolders, Screen screen)
    {
        if (others.Count == 0)
            return;
        var list = string.Join(", ", others.Take(MostOthers));
        var more = screen.Number(others.Count - MostOthers);
        var remedy = RemedyFor(others, withSubfolders ? FolderAlone : FolderOrSubfolders);
        screen.Warn(others.Count <= MostOthers
            ? new($"niet gelezen: {list}.{remedy.Dutch}", $"not read: {list}.{remedy.English}")
            : new(
                $"niet gelezen: {list}, en nog {more}.{remedy.Dutch}",
                $"not read: {list}, and {more} more.{remedy.English}"));
    }

    private static Wording RemedyFor(IReadOnlyList<string> others, Wording folder)
    {
        var hasFolder = others.Any(other => other.EndsWith('/'));
        var hasLock = others.Any(OpenInExcel.IsMark);
        var hasSheets = others.Any(other => Array.Exists(OtherSheets, ending => HasEnding(other, ending)));
        var hasZip = others.Any(other => HasEnding(other, ".zip"));
        return new(
            (hasFolder ? folder.Dutch : "")
                + (hasSheets ? " Sla een oud of ander rekenblad op als .xlsx." : "")
                + (hasLock ? " Sluit Excel: een werkmap is gelezen zoals zij het laatst is opgeslagen." : "")
                + (hasZip ? " Pak een zip-bestand eerst uit." : ""),
            (hasFolder ? folder.English : "")
                + (hasSheets ? " Save an old or other spreadsheet as .xlsx." : "")
                + (hasLock ? " Close Excel: a workbook was read as it was last saved." : "")
                + (hasZip ? " Unpack a zip file first." : ""));

        static bool HasEnding(string other, string ending) =>
            other.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !OpenInExcel.IsMark(other);
    }

    /// <summary>The file or folder to write, in full.</summary>
    /// <exception cref="CalibrationException">It has no name.</exception>
    public static string Output(string name) => name.Length > 0
        ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(name))
        : throw Refusals.Wrong(
            new("Er is geen plek genoemd om te schrijven.", "No place to write is named."),
            "--out",
            new("Noem achter --out een bestand of een map.", "Name a file or a folder after --out."));

    private static TrajectorySettings Trajectories(InputOptions options, TrajectorySettings usual)
    {
        var observed = ReadPeriod("--observed", options.Observed) ?? usual.Observed;
        var cohort = ReadPeriod("--cohort", options.Cohort) ?? (options.Observed is null ? usual.Cohort : observed);
        if (cohort.First < observed.First || cohort.Last > observed.Last)
            throw CohortOutside(cohort, observed);
        return usual with
        {
            Observed = observed,
            Cohort = cohort,
            GapDays = Within("--gap-days", options.GapDays, 0, MostGapDays) ?? usual.GapDays,
            SplitByProvider = options.SplitByProvider || usual.SplitByProvider,
        };
    }

    private static Period? ReadPeriod(string option, string? text)
    {
        if (text is null)
            return null;
        if (Period.TryParse(text, out var period))
            return period;
        throw Refusals.Wrong(
            new("Dit is geen periode.", "This is not a period."),
            $"{option} {text}",
            new(
                "Schrijf een periode als 2018-01-01..2023-12-31, met de eerste dag niet na de laatste.",
                "Write a period like 2018-01-01..2023-12-31, with the first day not after the last."));
    }

    /// <summary>A whole number of an option, where it was given.</summary>
    /// <exception cref="CalibrationException">It is less or more than can be.</exception>
    public static int? Within(string option, int? value, int least, int most)
    {
        if (value is null || (value >= least && value <= most))
            return value;
        var (from, to) = (Numbers.Whole(least), Numbers.Whole(most));
        throw Refusals.Wrong(
            new("Dit getal kan niet.", "This number cannot be."),
            $"{option} {Numbers.Whole(value.Value)}",
            new($"Geef een geheel getal van {from} tot en met {to}.", $"Give a whole number from {from} to {to}."));
    }

    private static CalibrationException CohortOutside(Period cohort, Period observed) => Refusals.Wrong(
        new(
            "Het cohort valt niet binnen de waargenomen periode.",
            "The cohort does not lie within the observed period."),
        $"--cohort {cohort}, --observed {observed}",
        new(
            "Maak het cohort korter, of de waargenomen periode langer.",
            "Shorten the cohort, or lengthen the observed period."));
}
