using System.Reflection;
using CommandLine;

namespace RgkCalibrator.Cli;

/// <summary>An example of use, made of options: help cannot show one that does not exist.</summary>
internal sealed record UsageExample(Wording Purpose, CommonOptions Options);

/// <summary>A command: its options, the way to run it, and how it is used.</summary>
internal sealed record Verb(
    Type Options, Func<object, Screen, CancellationToken, ExitCode> Run, IReadOnlyList<UsageExample> Examples)
{
    public string Name => Options.GetCustomAttribute<VerbAttribute>()!.Name;

    public Wording Summary => Options.GetCustomAttribute<ExplainedAttribute>()!.Wording;

    /// <summary>Its options, by their long names.</summary>
    public IEnumerable<string> OptionNames => OptionProperties.Select(option => option.Name);

    /// <summary>The first option that was given with nothing but blanks for a value; null: none.</summary>
    public string? EmptyIn(object options) => OptionProperties.FirstOrDefault(
        option => option.Property.GetValue(options) is string text && text.AsSpan().Trim().IsEmpty).Name;

    /// <summary>
    /// The first option that stands among the arguments without a value, which the parser lets pass; null: none.
    /// </summary>
    public string? ForgottenIn(object options, IReadOnlyList<string> arguments)
    {
        var given = arguments.TakeWhile(argument => argument != "--").ToHashSet(StringComparer.Ordinal);
        return OptionProperties.FirstOrDefault(
            option => given.Contains("--" + option.Name) && option.Property.GetValue(options) is null).Name;
    }

    private IEnumerable<(string Name, PropertyInfo Property)> OptionProperties =>
        from property in Options.GetProperties()
        let option = property.GetCustomAttribute<OptionAttribute>()
        where option is not null
        select (option.LongName, property);

    public static Verb For<T>(Func<T, Screen, CancellationToken, ExitCode> run, IReadOnlyList<UsageExample> examples)
        where T : CommonOptions => new(typeof(T), (options, screen, stop) => run((T)options, screen, stop), examples);
}

/// <summary>The commands, in the order in which help shows them.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.For<DemoOptions>(DemoCommand.Run,
        [
            new(new("Kijken wat het wordt", "See what comes of it"), new DemoOptions()),
        ]),
        Verb.For<InitOptions>(InitCommand.Run,
        [
            new(
                new("Van de export van één aanbieder", "Of one provider's export"),
                new InitOptions { Inputs = ["export.csv"] }),
        ]),
        Verb.For<PseudonymiseOptions>(PseudonymiseCommand.Run,
        [
            new(
                new("Alle bestanden in een map", "All files in a folder"),
                new PseudonymiseOptions { Inputs = ["export"], Key = "sleutel.txt", Out = "declaraties" }),
        ]),
        Verb.For<DeriveOptions>(DeriveCommand.Run,
        [
            new(
                new("Een concept-kader van alle bestanden in een map", "A draft framework of all files in a folder"),
                new DeriveOptions { Inputs = ["declaraties"], Out = "kader" }),
            new(
                new("Over andere jaren, met een eigen catalogus", "Over other years, with a catalogue of one's own"),
                new DeriveOptions
                {
                    Inputs = ["declaraties"],
                    Out = "kader",
                    Observed = "2019-01-01..2024-12-31",
                    Catalogue = "catalogus.yaml",
                }),
            new(
                new("Bij een ander percentiel", "At another percentile"),
                new DeriveOptions { Inputs = ["declaraties"], Out = "kader", Percentile = "85", Compared = "80" }),
        ]),
        Verb.For<PlotOptions>(PlotCommand.Run,
        [
            new(
                new("De volumes van een product, en wat er nog loopt", "The volumes of a product, and what still runs"),
                new PlotOptions { Packet = "kader", Line = "45C02" }),
            new(
                new(
                    "De duur van een subgroep per startjaar, als SVG",
                    "The duration of a subgroup by start year, as SVG"),
                new PlotOptions
                {
                    Packet = "kader",
                    Line = "45C10/eerste",
                    Kind = "boxplot",
                    Of = "duur",
                    By = "jaar",
                    Out = "duur.svg",
                }),
        ]),
        Verb.For<ExplainOptions>(ExplainCommand.Run,
        [
            new(
                new("Hoe het voorstel voor 45C02 tot stand kwam", "How the proposal for 45C02 came about"),
                new ExplainOptions { Inputs = ["declaraties"], Line = "45C02" }),
        ]),
        Verb.For<CompareOptions>(CompareCommand.Run,
        [
            new(
                new("P75, andere jaren en andere keuzes naast het voorstel",
                    "P75, other years and other choices beside the proposal"),
                new CompareOptions
                {
                    Inputs = ["declaraties"],
                    Scenarios = "data/scenarios/voorbeeld.yaml",
                    Out = "vergelijking",
                }),
        ]),
        Verb.For<FinalizeOptions>(FinalizeCommand.Run,
        [
            new(
                new("De bijlagen van een ingevuld werkboek", "The annexes of a workbook that was filled in"),
                new FinalizeOptions { Workbooks = ["kader-concept.xlsx"], Run = "kader", Out = "bijlagen" }),
        ]),
        Verb.For<ControlOptions>(ControlCommand.Run,
        [
            new(
                new("De huidige lijnen van de catalogus", "The current lines of the catalogue"),
                new ControlOptions
                {
                    Framework = "kader-2025.csv",
                    Inputs = ["declaraties"],
                    Observed = "2018-01-01..2027-06-30",
                    Out = "controle",
                }),
            new(
                new("Een ander kader, dat sinds een dag geldt", "Another framework, in force since a day"),
                new ControlOptions
                {
                    Framework = "framework.json",
                    Inputs = ["declaraties"],
                    Catalogue = "cat.yaml",
                    Since = "2027-01-01",
                    Out = "controle",
                }),
        ]),
        Verb.For<MonitorOptions>(MonitorCommand.Run,
        [
            new(
                new("De huidige lijnen van de catalogus", "The current lines of the catalogue"),
                new MonitorOptions
                {
                    Framework = "kader-2025.csv",
                    Inputs = ["declaraties"],
                    Observed = "2018-01-01..2027-12-31",
                    Out = "monitor",
                }),
            new(
                new("Vergeleken met de kwartalen vanaf 2022", "Compared with the quarters since 2022"),
                new MonitorOptions
                {
                    Framework = "framework.json",
                    Inputs = ["declaraties"],
                    Catalogue = "cat.yaml",
                    BaseFrom = "2022-01-01",
                    Out = "monitor",
                }),
        ]),
        Verb.For<LintOptions>(LintCommand.Run,
        [
            new(
                new(
                    "Het kader van 2025, met de lijst van producten",
                    "The framework of 2025, with the list of products"),
                new LintOptions
                {
                    Framework = "data/reference/framework_2025.csv",
                    Products = "data/reference/products_2025.csv",
                }),
        ]),
        Verb.For<DiffOptions>(DiffCommand.Run,
        [
            new(
                new("Het vastgestelde kader naast dat van 2025", "The adopted framework beside that of 2025"),
                new DiffOptions
                {
                    Before = "data/reference/framework_2025.csv",
                    After = "bijlagen/framework.json",
                }),
        ]),
        Verb.For<CheckOptions>(CheckCommand.Run,
        [
            new(
                new("Een aanvraag naast het kader van 2025", "A request beside the framework of 2025"),
                new CheckOptions
                {
                    Framework = "data/reference/framework_2025.csv",
                    Product = "54002",
                    Volume = "60",
                    Duration = "14 maanden",
                }),
        ]),
        Verb.For<RegisterOptions>(RegisterCommand.Run,
        [
            new(
                new("Het werkboek voor een aanbieder", "The workbook for a provider"),
                new RegisterOptions
                {
                    Action = "new",
                    Framework = "kader.csv",
                    Providers = ["01234567"],
                    Out = "register.xlsx",
                }),
            new(
                new("Wat er terugkwam", "What came back"),
                new RegisterOptions
                {
                    Action = "check",
                    Inputs = ["teruggestuurd"],
                    Framework = "kader.csv",
                    Out = "gelezen",
                }),
            new(
                new("De meldingen naast de declaraties", "The reports beside the declarations"),
                new RegisterOptions
                {
                    Action = "apply",
                    Inputs = ["declaraties"],
                    Framework = "kader.csv",
                    Registers = ["teruggestuurd"],
                    Out = "register",
                }),
        ]),
        Verb.For<VerifyOptions>(VerifyCommand.Run,
        [
            new(
                new("Voordat u een pakket gebruikt", "Before you use a packet"),
                new VerifyOptions { Packet = "kader" }),
        ]),
        Verb.For<ValidateOptions>(ValidateCommand.Run,
        [
            new(
                new(
                    "Kijken wat er in een map staat, met een verslag voor de browser",
                    "See what a folder holds, with a report for the browser"),
                new ValidateOptions { Inputs = ["declaraties"], Out = "verslag" }),
        ]),
        Verb.For<TrajectoriesOptions>(TrajectoriesCommand.Run,
        [
            new(
                new("Alle bestanden in een map, als CSV", "All files in a folder, as CSV"),
                new TrajectoriesOptions { Inputs = ["declaraties"], Out = "trajecten.csv" }),
            new(
                new(
                    "Als Parquet, met een nieuw traject na 60 dagen zonder zorg",
                    "As Parquet, with a new trajectory after 60 days without care"),
                new TrajectoriesOptions { Inputs = ["declaraties"], Out = "trajecten.parquet", GapDays = 60 }),
        ]),
        Verb.For<GenerateOptions>(GenerateCommand.Run,
        [
            new(new("Een kleine regio", "A small region"), new GenerateOptions { Out = "oefenregio", Clients = 5000 }),
            new(
                new("Met vuil, zoals in het echt", "With dirt, as in real life"),
                new GenerateOptions { Out = "oefenregio", Clients = 5000, Dirt = true }),
        ]),
    ];

    /// <summary>The command with these options; null: there is none.</summary>
    public static Verb? Find(Type? options) => All.FirstOrDefault(verb => verb.Options == options);
}
