using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Report;

/// <summary>The sentences of the report.</summary>
internal static class ReportWords
{
    internal static Wording Title { get; } = new("Concept-kader jeugdhulp", "Draft framework of youth care");

    internal static Wording Overview { get; } = new(
        "De huidige lijnen naast het voorstel", "The current lines beside the proposal");

    internal static Wording Published { get; } = new("Het kader zoals het wordt gepubliceerd", "As it is published");

    internal static Wording Comparison { get; } = new("Alle producten naast elkaar", "All products side by side");

    internal static Wording Lines { get; } = new("Elke lijn in beeld", "Every line in charts");

    internal static Wording Reading { get; } = new("Leeswijzer", "How to read this");

    internal static Wording Nothing { get; } = new(
        "Van deze lijn mag geen verdeling worden getoond.", "No distribution of this line may be shown.");

    /// <summary>What one finds in the section on all lines.</summary>
    internal static Wording LinesLead { get; } = new(
        "Open een lijn voor de verdeling van volume en duur. Naast elke grafiek staan de getallen.",
        "Open a line for the distribution of volume and duration. The numbers stand beside each chart.");

    internal static Wording OverviewCaption(Percentage percentage) => new(
        $"De lijn die nu geldt naast het voorstel ({percentage.Name().Dutch}). Het verschil in volume staat er alleen "
            + "bij gelijke duur: bij een langere duur hoort altijd meer volume.",
        $"The line now in force beside the proposal ({percentage.Name().English}). The difference in volume stands "
            + "there only at equal durations: a longer one always comes with more volume.");

    /// <summary>What the slider does and what it does not.</summary>
    internal static Wording SliderNote { get; } = new(
        "De schuif gaat langs de percentielen die getoond mogen worden; daartussen wordt niets geschat. Het volume is "
            + "steeds genomen binnen de voorgestelde duur; deelt een lijn haar volume of duur met andere, dan gaan de "
            + "andere percentielen over haar eigen trajecten. Bij het voorstel staan de gemeten delen; elders zegt een "
            + "percentiel alleen dat ten minste zoveel trajecten erbinnen blijven, en dus hoogstens de rest erbuiten. "
            + "Uitzonderingen zijn berekend uit afgeronde aantallen en daarom ongeveer. Waar 'geen punt' staat, mag "
            + "dat percentiel niet worden getoond of heeft een hoger percentiel dezelfde waarde. Van een volume per "
            + "zorgjaar is het aantal uitzonderingen niet bekend: daar telt het deel van de zorgjaren.",
        "The slider goes along the percentiles that may be shown; nothing is estimated between them. The volume is "
            + "always taken within the proposed duration; where a line shares its volume or duration, the other "
            + "percentiles are of its own trajectories. At the proposal stand the measured shares; elsewhere a "
            + "percentile only says that at least so many trajectories stay within it, and so at most the rest beyond. "
            + "Exceptions are computed from rounded counts and so are approximate. 'No point' means that the "
            + "percentile may not be shown, or that a higher one has the same value. Of a volume per care year the "
            + "number of exceptions is not known: there the share of the care years counts.");

    internal static Wording NameOf(FrameworkKind kind) => kind switch
    {
        FrameworkKind.Rgk => new("Vernieuwd richtinggevend kader (concept)", "Renewed guiding framework (draft)"),
        FrameworkKind.Norm => new("Normenkader (concept)", "Limiting framework (draft)"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No lines are of this kind."),
    };

    internal static Wording NameOf(SafeLine line)
    {
        var product = $"{line.Product.Code} {line.Product.Name}";
        return line.SubgroupId.Length == 0
            ? Wording.Same(product)
            : new($"{product}, {line.SubgroupName.Dutch}", $"{product}, {line.SubgroupName.English}");
    }

    /// <summary>What is counted: where running trajectories are left out, the complete ones.</summary>
    internal static SafeCount Counted(SafeLine line) =>
        line is { Estimator: Estimator.Completed, Complete: { Value: not null } complete }
            ? complete
            : line.Trajectories;

    /// <summary>How many lines and trajectories the draft is of, and how many lines change.</summary>
    internal static Wording Lead(IReadOnlyList<SafeLine> lines)
    {
        var (all, products) = (lines.Count, lines.Select(line => line.Product.Code).Distinct().Count());
        var shown = lines.Where(line => line.Proposed is ({ }, { })).ToList();
        var changed = Numbers.Whole(
            shown.Count(line => line.Proposed != (line.Current?.Duration, line.Current?.Volume)));
        var (linesOf, productsOf, proposed) = (Numbers.Whole(all), Numbers.Whole(products), Numbers.Whole(shown.Count));
        return new(
            $"Dit concept heeft {linesOf} lijnen voor {productsOf} producten. Voor {proposed} lijnen is er een "
                + $"voorstel; {changed} daarvan zijn anders dan wat nu geldt.",
            $"This draft has {linesOf} lines for {productsOf} products. There is a proposal for {proposed} lines; "
                + $"{changed} of them differ from what is now in force.");
    }

    /// <summary>The proposal and the current line in one sentence.</summary>
    internal static Wording InShort(SafeLine line)
    {
        var (duration, volume) = line.Proposed;
        var proposed = duration is not null && volume is { } amount
            ? PublishedWords.Value(amount, line.Product.Unit, duration)
            : new("geen voorstel", "no proposal");
        if (line.Current is not { } current)
            return new($"{proposed.Dutch} (nu geen lijn)", $"{proposed.English} (no line now)");
        var now = PublishedWords.Value(current.Volume, line.Product.Unit, current.Duration);
        return new($"{proposed.Dutch} (nu {now.Dutch})", $"{proposed.English} (now {now.English})");
    }

    internal static Wording OfNorm(ExistingLine norm) => new(
        $"Deze norm is niet berekend, maar komt uit {norm.Source}.",
        $"This norm was not computed: it is of {norm.Source}.");

    internal static Wording Note(string number) => new($"Noot {number}", $"Note {number}");

    /// <summary>What the script says, by name; numbers in braces stand for what it fills in.</summary>
    internal static IEnumerable<MarkupAttribute> OfScript(DraftNotes notes)
    {
        var (k, step) = (
            Numbers.Whole(notes.Disclosure.SmallestGroup), Numbers.Whole(notes.Disclosure.CountRounding));
        (string Name, Wording Text)[] words =
        [
            ("smallest", Wording.Same(k)),
            ("rounding", Wording.Same(step)),
            ("none", new("geen punt", "no point")),
            ("few", new($"minder dan {k}", $"fewer than {k}")),
            ("about", new("ongeveer {0}", "about {0}")),
            ("at-most", new("hoogstens ongeveer {0}", "at most about {0}")),
            ("care-years", new("per zorgjaar", "per care year")),
            ("volume-at", new("Volume bij {0}", "Volume at {0}")),
            ("volume-within", new("Binnen volume bij {0}", "Within volume at {0}")),
            ("volume-beyond", new("Uitzonderingen op volume, ongeveer", "Exceptions to volume, about")),
            ("duur-at", new("Duur bij {0}", "Duration at {0}")),
            ("duur-within", new("Binnen duur bij {0}", "Within duration at {0}")),
            ("duur-beyond", new("Uitzonderingen op duur, ongeveer", "Exceptions to duration, about")),
            ("sum", new(
                "{0}: {1} trajecten gaan over het volume ({2} lijnen) en {3} over de duur ({4} lijnen).",
                "{0}: {1} trajectories exceed the volume ({2} lines) and {3} the duration ({4} lines).")),
            ("proposal", new(" Dit is het voorstel.", " This is the proposal.")),
            ("shown", new("{0} van {1} lijnen", "{0} of {1} lines")),
            ("svg", new("Bewaar als SVG", "Save as SVG")),
            ("png", new("Bewaar als PNG", "Save as PNG")),
            ("open", new("Open alle lijnen", "Open all lines")),
            ("close", new("Sluit alle lijnen", "Close all lines")),
            ("scroll", new("Brede inhoud: schuif opzij", "Wide content: scroll sideways")),
        ];
        return words.Select(word => new MarkupAttribute("data-" + word.Name, word.Text.In(notes.Language)));
    }
}
