using RgkCalibrator.Framework;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>The words of reports beside trajectories.</summary>
public static class SituationWords
{
    /// <summary>By what trajectories are told from others.</summary>
    internal static Wording NameOf(SituationBasis basis) => basis switch
    {
        SituationBasis.Intervention => new("interventie", "intervention"),
        SituationBasis.ProviderAndProduct => new("aanbieder en product", "provider and product"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    /// <summary>How the reported number stands to what was seen.</summary>
    public static Wording NameOf(SeenFinding finding) => finding switch
    {
        SeenFinding.None => new("geen trajecten gezien", "no trajectories seen"),
        SeenFinding.Fewer => new("minder gezien dan gemeld", "fewer seen than reported"),
        SeenFinding.Enough => new("ja", "yes"),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Unknown finding."),
    };

    /// <summary>Whether a situation goes beyond its line more often than others.</summary>
    public static Wording NameOf(NeedFinding finding) => finding switch
    {
        NeedFinding.TooFew => new("te weinig trajecten", "too few trajectories"),
        NeedFinding.AsOthers => new("niet vaker dan anderen", "not more often than others"),
        NeedFinding.More => new("vaker dan anderen", "more often than others"),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Unknown finding."),
    };

    /// <summary>What stands above the reports and the situations.</summary>
    internal static IReadOnlyList<Wording> Reading(Period cohort, SituationSettings settings)
    {
        var percentile = settings.Percentage.Name();
        var (under, least) = (settings.MoreUnder, Numbers.Whole(settings.Least));
        var (dutch, english) = (
            Numbers.Shown(100 * under, 1, Language.Dutch), Numbers.Shown(100 * under, 1, Language.English));
        return
        [
            new($"Trajecten die begonnen in {cohort}. Elk traject is gelegd naast de lijn van zijn eigen subgroep; "
                    + "'te volgen' zijn de trajecten die zo vroeg begonnen dat bekend is hoe ze naast hun lijn staan.",
                $"Trajectories that began in {cohort}. Each stands beside the line of its own subgroup; 'followed' are "
                    + "those that began so early that it is known how they stand to their line."),
            new("Herkend aan interventie: de trajecten van de aanbieder met die interventie. Herkend aan aanbieder en "
                    + "product: alle trajecten van de aanbieder bij dat product, omdat de situatie niet in de "
                    + "declaraties staat.",
                "Told by intervention: the provider's trajectories with that intervention. Told by provider and "
                    + "product: all trajectories of the provider of that product, since declarations do not tell the "
                    + "situation."),
            new($"Vaker erbuiten: het deel buiten de lijn is groter dan bij trajecten van het product zonder gemelde "
                    + $"situatie, en toeval geeft zo'n verschil in minder dan {dutch}% van de gevallen (Fisher). Onder "
                    + $"de {least} trajecten staat er geen uitkomst.",
                $"Beyond more often: the share beyond the line is larger than of trajectories of the product without a "
                    + $"reported situation, and chance gives such a difference in under {english}% of cases (Fisher). "
                    + $"Under {least} trajectories there is no outcome."),
            new($"{percentile.Dutch} per week: wat een traject binnen de duur van zijn lijn per week gebruikt, in de "
                    + "eenheid van het product. Een melding of een uitkomst is een reden voor een gesprek, geen "
                    + "oordeel.",
                $"{percentile.English} a week: what a trajectory uses a week within the duration of its line, in the "
                    + "unit of the product. A report or an outcome is a reason to talk, no verdict."),
        ];
    }

    /// <summary>What stands above the lines with and without.</summary>
    internal static IReadOnlyList<Wording> OfLines(FrameworkSettings framework)
    {
        var percentile = framework.Percentage.Name();
        return
        [
            new($"De lijn die de gegevens bij {percentile.Dutch} voorstellen, met en zonder de trajecten in een "
                    + "gemelde situatie. Alleen situaties met een interventie zijn in de declaraties te herkennen en "
                    + "eruit te laten. Het volume zonder is genomen binnen de duur met.",
                $"The line that the data propose at {percentile.English}, with and without the trajectories in a "
                    + "reported situation. Only situations with an intervention can be recognised in declarations and "
                    + "left out. The volume without is taken within the duration with."),
            new("Het verschil van de twee is een groep op zich: deze tabel gaat niet naar buiten.",
                "The difference of the two is a group of its own: this table is not shown outside."),
        ];
    }
}
