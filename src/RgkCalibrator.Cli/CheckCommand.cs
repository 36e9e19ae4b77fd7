using CommandLine;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Requests;
using RgkCalibrator.Requests;

namespace RgkCalibrator.Cli;

[Verb("check")]
[Explained(
    "Legt een aanvraag, of een lijst van aanvragen, naast een kader; beslist niets.",
    "Lays a request, or a list of requests, beside a framework; decides nothing.")]
internal sealed record CheckOptions : CommonOptions
{
    [Value(0, MetaName = "FRAMEWORK")]
    [Explained(
        "framework.json van rgk finalize, of een CSV-bestand met de regels (bijlagen 2 en 3).",
        "framework.json of rgk finalize, or a CSV file with the lines (annexes 2 and 3).")]
    public string? Framework { get; init; }

    [Option("product", MetaValue = "CODE")]
    [Explained("De productcode van de aanvraag.", "The product code of the request.")]
    public string? Product { get; init; }

    [Option("volume", MetaValue = "N")]
    [Explained("Hoeveel zorg: 60 of 60,5.", "How much care: 60 or 60.5.")]
    public string? Volume { get; init; }

    [Option("unit", MetaValue = "UNIT")]
    [Explained(
        "De eenheid van het volume, als naam of iJw-code; zonder keuze die van het product.",
        "The unit of the volume, by its name or iJw code; that of the product unless chosen.")]
    public string? Unit { get; init; }

    [Option("per", MetaValue = "total|week|month|day")]
    [Explained(
        "Hoe vaak het volume wordt gegeven; zonder keuze total: alles samen.",
        "How often the volume is given; total unless chosen: all together.")]
    public string? Per { get; init; }

    [Option("duration", MetaValue = "WORDS")]
    [Explained(
        "Hoe lang: '14 maanden', '26 weken', '1 jaar' of schooljaar; of geef --start en --end.",
        "How long: '14 months', '26 weeks', '1 year' or schooljaar; or give --start and --end.")]
    public string? Duration { get; init; }

    [Option("start", MetaValue = "DATE")]
    [Explained(
        "De eerste dag, als 2025-09-01 of 01-09-2025.", "The first day, as 2025-09-01 or 01-09-2025.")]
    public string? Start { get; init; }

    [Option("end", MetaValue = "DATE")]
    [Explained("De laatste dag.", "The last day.")]
    public string? End { get; init; }

    [Option("age", MetaValue = "N")]
    [Explained("Leeftijd bij het begin, in hele jaren.", "Age at the start, in full years.")]
    public int? Age { get; init; }

    [Option("with-stay")]
    [Explained("Er is verblijf rond het begin.", "There is a stay around the start.")]
    public bool WithStay { get; init; }

    [Option("without-stay")]
    [Explained("Er is geen verblijf rond het begin.", "There is no stay around the start.")]
    public bool WithoutStay { get; init; }

    [Option("order", MetaValue = "first|follow-up")]
    [Explained("Een eerste traject of een vervolgtraject.", "A first or a follow-up trajectory.")]
    public string? Order { get; init; }

    [Option("location", MetaValue = "TEXT")]
    [Explained("Waar de zorg wordt gegeven, bijvoorbeeld KDC.", "Where the care is given, for example KDC.")]
    public string? Location { get; init; }

    [Option("intervention", MetaValue = "TEXT")]
    [Explained("De interventie, waar de catalogus die noemt.", "The intervention, where the catalogue names it.")]
    public string? Intervention { get; init; }

    [Option("municipality", MetaValue = "CODE")]
    [Explained("De gemeentecode, waar de catalogus die noemt.", "The municipality, where the catalogue names it.")]
    public string? Municipality { get; init; }

    [Option("provider", MetaValue = "CODE")]
    [Explained(
        "De aanbieder, waar het kader lijnen per aanbieder heeft.",
        "The provider, where the framework has lines by provider.")]
    public string? Provider { get; init; }

    [Option("concurrent", MetaValue = "WORDS")]
    [Explained(
        "De duur van het langste traject dat ernaast loopt, bijvoorbeeld '12 maanden'.",
        "The duration of the longest trajectory beside it, for example '12 months'.")]
    public string? Concurrent { get; init; }

    [Option("list", MetaValue = "FILE")]
    [Explained(
        "Een lijst van aanvragen in plaats van één: CSV of Excel, met de kolommen product_code, volume, duration of "
            + "start_date en end_date, of met de velden van JW315 en JW317.",
        "A list of requests in place of one: CSV or Excel, with the columns product_code, volume, duration or "
            + "start_date and end_date, or with the fields of JW315 and JW317.")]
    public string? List { get; init; }

    [Option("out", MetaValue = "DIR")]
    [Explained(
        "De map voor de uitkomsten van een lijst; die zijn vertrouwelijk.",
        "The folder for the outcomes of a list; these are restricted.")]
    public string? Out { get; init; }

    [Option("strict")]
    [Explained(
        "Eindig met code 1 zodra één aanvraag van een lijst niet te lezen is; er wordt dan niets geschreven.",
        "End with code 1 when a single request of a list cannot be read; nothing is written then.")]
    public bool Strict { get; init; }

    [Option("run", MetaValue = "PACKET")]
    [Explained(
        "De map van rgk derive: uit wat daar in extern/ is vrijgegeven volgt welk deel van eerdere trajecten hiermee "
            + "toe kon.",
        "The folder of rgk derive: from what its extern/ released follows which share of earlier trajectories needed "
            + "no more.")]
    public string? Run { get; init; }

    [Option("catalogue", MetaValue = "FILE")]
    [Explained(
        "Catalogus (YAML) in plaats van die van Haaglanden 2025.",
        "Catalogue (YAML) in place of the one of Haaglanden 2025.")]
    public string? Catalogue { get; init; }
}

/// <summary>A request and a framework in, what the framework says of it out.</summary>
internal static class CheckCommand
{
    public static ExitCode Run(CheckOptions options, Screen screen, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var framework = options.Framework ?? throw Refusals.Wrong(
            new("Er is geen kader genoemd.", "No framework is named."),
            string.Empty,
            new("Noem het eerst: rgk check kader.csv --product 54002 --volume 60 --duration \"14 maanden\".",
                "Name it first: rgk check framework.csv --product 54002 --volume 60 --duration \"14 months\"."));
        var catalogue = options.Catalogue is { } file ? CatalogueFile.Read(file) : CatalogueFile.Haaglanden2025();
        if (options.List is not null)
            return CheckList(options, framework, catalogue, screen, stop);
        RequestChoices.RefuseWithoutList(options);
        var request = RequestChoices.Request(options);
        var check = RequestChecking.Open(framework, catalogue);
        var answer = check.Answer(request);
        if (answer.Product is null)
            throw UnknownProduct(request.ProductCode);
        var past = options.Run is { } packet ? RequestChecking.ReadPast(packet) : null;
        if (check.Framework.IsSynthetic)
            screen.Tell(RequestNotes.MadeUpFramework);
        foreach (var sentence in AnswerSentences.Of(answer, past))
            screen.Tell(sentence);
        return CodeOf(answer.Verdict);
    }

    private static ExitCode CheckList(
        CheckOptions options, string framework, ProductCatalogue catalogue, Screen screen, CancellationToken stop)
    {
        RequestChoices.RefuseBesideList(options);
        var (list, folder) = (options.List!, options.Out is { } name ? Choices.Output(name) : null);
        var check = RequestChecking.Open(framework, catalogue);
        var past = options.Run is { } packet ? RequestChecking.ReadPast(packet) : null;
        var settings = new RequestSettings(screen.Language, options.Strict);
        var report = ProgressDisplay.Work(
            screen,
            new Wording("Aanvragen lezen…", "Reading requests…"),
            folder,
            RunSettings.Default with { Stop = stop },
            run => folder is null
                ? RequestChecking.CheckList(list, check, past, settings, run)
                : RequestChecking.WriteList(list, framework, folder, check, past, settings, run));
        if (folder is not null)
            screen.TellWritten(folder);
        TextTable.Write(RequestTables.OfVerdicts(report.Rows, screen.Language), screen.Output);
        TellSums(report, check, screen);
        return ExitCode.Ok;
    }

    private static void TellSums(RequestReport report, FrameworkCheck check, Screen screen)
    {
        if (report.Sums.Count > 0)
        {
            screen.Output.WriteLine();
            TextTable.Write(RequestTables.OnScreen(report.Sums, screen.Language), screen.Output);
            screen.Output.WriteLine();
        }

        foreach (var note in RequestNotes.Of(report.IsSynthetic, check.Framework))
            screen.Tell(note);
    }

    private static ExitCode CodeOf(RequestVerdict verdict) => verdict switch
    {
        RequestVerdict.Inside => ExitCode.Ok,
        RequestVerdict.BeyondVolume or RequestVerdict.BeyondDuration or RequestVerdict.BeyondBoth => ExitCode.Beyond,
        RequestVerdict.Unreadable => ExitCode.WrongUse,
        _ => ExitCode.NoAnswer,
    };

    private static CalibrationException UnknownProduct(string code) => Refusals.Wrong(
        new("De catalogus kent dit product niet.", "The catalogue does not know this product."),
        $"--product {code}",
        new("Kijk de code na, of geef met --catalogue een catalogus waar het product in staat.",
            "Check the code, or give with --catalogue a catalogue that has the product."));
}
