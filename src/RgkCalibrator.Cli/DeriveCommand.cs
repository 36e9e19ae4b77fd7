using CommandLine;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Cli;

[Verb("derive")]
[Explained(
    "Leidt uit declaraties een concept-kader af, met alles waar het op rust.",
    "Derives a draft framework from declarations, with all that it rests on.")]
internal sealed record DeriveOptions : InputOptions
{
    internal const string PercentileInDutch =
        "Het percentiel van het voorstel: een heel of half getal zoals 80 of 82,5; zonder keuze 80.";

    internal const string PercentileInEnglish =
        "The percentile of the proposal: a whole or half number such as 80 or 82.5; 80 unless chosen.";

    internal const string ComparedInDutch =
        "Het percentiel dat er ter vergelijking naast staat, hoger of lager; zonder keuze 75, en 80 als het " +
        "voorstel P75 is.";

    internal const string ComparedInEnglish =
        "The percentile that stands beside it for comparison, higher or lower; 75 unless chosen, and 80 where the " +
        "proposal is P75.";

    internal const string DisclosureInDutch =
        "YAML-bestand met wat naar buiten mag: kleinste groep, afronding en uitzonderingen; zonder keuze het " +
        "strenge profiel.";

    internal const string DisclosureInEnglish =
        "YAML file with what may be shown outside: smallest group, rounding and exceptions; the strict profile " +
        "unless chosen.";

    internal const string ReleasedInDutch =
        "Mappen met eerder vrijgegeven pakketten van deze regio, naast het pakket dat bij --out staat: daarmee mag " +
        "geen verschil van minder dan tien kinderen te zien zijn.";

    internal const string ReleasedInEnglish =
        "Folders with packets of this region that were released before, beside the packet that stands at --out: no " +
        "difference of fewer than ten children from them may be seen.";

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained(
        "De map die wordt geschreven; wat er staat en niet van een eerdere keer is, wordt nooit gewist.",
        "The folder to write; what stands there and is not of an earlier run is never wiped out.")]
    public string Out { get; init; } = string.Empty;

    [Option("estimator", MetaValue = "corrected|completed")]
    [Explained(
        "Wat de lijnen voedt: alle trajecten, ook die nog lopen (corrected, zonder keuze), of alleen afgeronde " +
        "(completed).",
        "What feeds the lines: all trajectories, those still running too (corrected, unless chosen), or complete " +
        "ones alone (completed).")]
    public string? Estimator { get; init; }

    [Option("percentile", MetaValue = "P")]
    [Explained(PercentileInDutch, PercentileInEnglish)]
    public string? Percentile { get; init; }

    [Option("compared", MetaValue = "P")]
    [Explained(ComparedInDutch, ComparedInEnglish)]
    public string? Compared { get; init; }

    [Option("disclosure", MetaValue = "FILE")]
    [Explained(DisclosureInDutch, DisclosureInEnglish)]
    public string? Disclosure { get; init; }

    [Option("released", MetaValue = "DIR…")]
    [Explained(ReleasedInDutch, ReleasedInEnglish)]
    public IEnumerable<string> Released { get; init; } = [];

    [Option("per-provider")]
    [Explained(
        "Leid ook per aanbieder lijnen af, zoals voor het kader van 2021, uit de zorg van die aanbieder alleen " +
        "(zoals --split-by-provider). Ze komen in intern/ en blijven binnen.",
        "Derive lines by provider too, as for the framework of 2021, from the care of that provider alone (as " +
        "--split-by-provider). They come in intern/ and stay inside.")]
    public bool PerProvider { get; init; }

    [Option("bootstraps", MetaValue = "N")]
    [Explained(
        "Trekt N keer opnieuw hele cliënten en hele aanbieders, en zet de intervallen daarvan in " +
        "intern/estimates.csv; zonder keuze 0: niet. Gebruikelijk is 1999.",
        "Draws whole clients and whole providers anew N times, and puts their intervals in intern/estimates.csv; 0 " +
        "unless chosen: not. Usual is 1999.")]
    public int? Bootstraps { get; init; }

    [Option("seed", MetaValue = "S")]
    [Explained(
        "Een ander geheel getal geeft andere trekkingen; hetzelfde getal dezelfde.",
        "Another whole number gives other draws; the same number the same.")]
    public long? Seed { get; init; }

    [Option("png", MetaValue = "none|main|all")]
    [Explained(
        "Welke grafieken ook als PNG: de overzichten en van elke lijn de histogrammen van volume en duur (main, " +
        "zonder keuze), alle (all) of geen (none).",
        "Which charts as PNG too: the overviews and of each line the histograms of volume and duration (main, " +
        "unless chosen), all, or none.")]
    public string? Png { get; init; }

    [Option("png-width", MetaValue = "1920|3840")]
    [Explained(
        "Breedte van de PNG's in beeldpunten; zonder keuze 1920, dus 1920×1080.",
        "Width of the PNGs in pixels; 1920 unless chosen, hence 1920×1080.")]
    public int? PngWidth { get; init; }

    [Option("plots")]
    [Explained(
        "Vul intern/grafieken/ met vertrouwelijke grafieken van de ruwe verdelingen van elke lijn.",
        "Fill intern/grafieken/ with restricted pictures of the raw distributions of each line.")]
    public bool Plots { get; init; }

    internal const string TemplateInDutch =
        "Presentatie (.pptx of .potx, breedbeeld) waarvan extern/presentatie.pptx de huisstijl krijgt; zonder keuze " +
        "een eenvoudige eigen stijl.";

    internal const string TemplateInEnglish =
        "Presentation (.pptx or .potx, widescreen) whose look extern/presentatie.pptx gets; a plain look of its own " +
        "unless chosen.";

    internal const string ProductsInDutch =
        "De codes van de producten in extern/presentatie.pptx, met komma's ertussen; zonder keuze alle. De andere " +
        "bestanden houden alle producten.";

    internal const string ProductsInEnglish =
        "The codes of the products in extern/presentatie.pptx, with commas between; all unless chosen. The other " +
        "files keep all products.";

    [Option("template", MetaValue = "FILE")]
    [Explained(TemplateInDutch, TemplateInEnglish)]
    public string? Template { get; init; }

    [Option("products", MetaValue = "CODES")]
    [Explained(ProductsInDutch, ProductsInEnglish)]
    public string? Products { get; init; }
}

/// <summary>Declarations in, a folder with a draft framework out.</summary>
internal static class DeriveCommand
{
    public static ExitCode Run(DeriveOptions options, Screen screen, CancellationToken stop)
    {
        var usual = Choices.Settings(options, screen.Language);
        usual = options.PerProvider ? usual.WithLinesByProvider() : usual;
        var settings = usual with
        {
            Framework = Percentiles.With(usual.Framework, options.Percentile, options.Compared) with
            {
                Estimator = Choices.EstimatorOf(options),
                Bootstraps = Choices.BootstrapsOf(options),
                Seed = options.Seed ?? usual.Framework.Seed,
            },
            Disclosure = Choices.DisclosureOf(options.Disclosure),
            Png = Choices.PngOf(options.Png, options.PngWidth),
            Plots = options.Plots,
            Presentation = Choices.PresentationOf(options.Template, options.Products, usual.Catalogue),
        };
        var machine = Choices.Machine(options, screen, stop) with { Released = [.. options.Released] };
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var report = ProgressDisplay.Rows(
            screen, folder, machine, run => Calibration.Derive(inputs, folder, settings, run));
        Tell(folder, screen, report, LedgerLines.Tell);
        return ExitCode.Ok;
    }

    /// <summary>Tells where the draft stands and what it came to.</summary>
    public static void Tell(string folder, Screen screen, DraftReport report, Action<Screen, Ledger> tellRows)
    {
        LedgerLines.Warn(screen, report.Ledger);
        LedgerLines.Remark(screen, report.Ledger, report.Trajectories);
        screen.TellWritten(folder);
        screen.Tell(new(
            "  extern/ mag naar buiten; begin met extern/kader-concept.md.",
            "  extern/ may be shown outside; begin with extern/kader-concept.md."));
        screen.Tell(
            new("  intern/ gaat over kinderen en blijft binnen.", "  intern/ is about children and stays inside."));
        tellRows(screen, report.Ledger);
        LedgerLines.Tell(screen, report.Trajectories);
        var (lines, shown) = (screen.Number(report.Draft.Lines.Count), screen.Number(report.Draft.ShownLines));
        var proposed = screen.Number(report.Draft.Lines.Count(line => line.Chosen.Duration is not null));
        screen.Tell(new(
            $"Kader: {lines} lijnen, {proposed} met een voorstel, {shown} die getoond mogen worden.",
            $"Framework: {lines} lines, {proposed} with a proposal, {shown} that may be shown."));
        if (report.Draft.ByProvider is { } byProvider)
            TellProviders(screen, byProvider);
        TellAttack(screen, report.Draft.Safe);
        TellHeld(screen, report.Draft.Outcomes);
    }

    /// <summary>Tells how many lines of providers rest on their own trajectories.</summary>
    private static void TellProviders(Screen screen, IReadOnlyList<ProviderLine> lines)
    {
        var own = lines.Where(line => line.Basis == ProviderBasis.Own).ToList();
        var (count, providers) = (
            screen.Number(own.Count), screen.Number(own.DistinctBy(line => line.Provider).Count()));
        screen.Tell(new(
            $"Per aanbieder: {count} eigen lijnen van {providers} aanbieders; intern/kader-per-aanbieder.csv is het "
                + "kader voor rgk compare.",
            $"By provider: {count} lines of their own for {providers} providers; intern/kader-per-aanbieder.csv is "
                + "the framework for rgk compare."));
    }

    /// <summary>Tells what was left out because a small group would follow from all figures together.</summary>
    private static void TellAttack(Screen screen, SafeDraft draft)
    {
        var withheld = draft.TakenByAttack.Values.Sum();
        screen.Tell(withheld switch
        {
            0 => new(
                "Uit alle cijfers samen volgt geen kleine groep; daarvoor is niets weggelaten.",
                "No small group follows from all figures together; nothing was left out for that."),
            1 => new(
                "Uit alle cijfers samen volgde een kleine groep; daarom is één cijfer weggelaten.",
                "A small group followed from all figures together; one figure was left out for that."),
            _ => new(
                $"Uit alle cijfers samen volgde een kleine groep; daarom zijn {screen.Number(withheld)} cijfers "
                    + "weggelaten.",
                $"A small group followed from all figures together; {screen.Number(withheld)} figures were left out "
                    + "for that."),
        });
    }

    /// <summary>Tells for which products earlier releases keep figures back; it is not told outside.</summary>
    private static void TellHeld(Screen screen, IReadOnlyList<(string Code, ReleaseOutcome Outcome)> outcomes)
    {
        TellOf(ReleaseOutcome.Kept, new(
            "houden de cijfers van een eerdere vrijgave, omdat te weinig kinderen verschillen",
            "keep the figures of an earlier release, because too few children differ"));
        TellOf(ReleaseOutcome.Reduced, new(
            "tonen minder cijfers, omdat uit het verschil met een eerdere vrijgave een kleine groep zou volgen",
            "show fewer figures, because a small group would follow from the difference with an earlier release"));
        TellOf(ReleaseOutcome.Withheld, new(
            "worden niet getoond, omdat uit het verschil met een eerdere vrijgave een kleine groep zou volgen",
            "are not shown, because a small group would follow from the difference with an earlier release"));

        void TellOf(ReleaseOutcome outcome, Wording what)
        {
            var codes = string.Join(", ", outcomes.Where(one => one.Outcome == outcome).Select(one => one.Code));
            if (codes.Length > 0)
                screen.Tell(new($"Deze producten {what.Dutch}: {codes}.", $"These products {what.English}: {codes}."));
        }
    }
}
