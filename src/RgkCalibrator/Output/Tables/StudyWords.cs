using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>What readers of the analyst's workbook call methods, measures, groups and outcomes.</summary>
internal static class StudyWords
{
    internal static Wording NameOf(Method method) => method switch
    {
        Method.Type2 => new("type 2: midden van twee waarden", "type 2: midpoint of two values"),
        Method.Type6 => new("type 6: PERCENTIEL.EXC", "type 6: PERCENTILE.EXC"),
        Method.Type7 => new("type 7: PERCENTIEL.INC", "type 7: PERCENTILE.INC"),
        Method.Km => Wording.Same("Kaplan-Meier"),
        Method.Ipcw => new("gewogen (inverse van de kans)", "weighted (inverse of the probability)"),
        Method.HarrellDavis => Wording.Same("Harrell-Davis"),
        Method.BootstrapClient => new("herhaald trekken van cliënten", "bootstrap of clients"),
        Method.BootstrapProvider => new("herhaald trekken van aanbieders", "bootstrap of providers"),
        Method.Type1 or Method.Type4 or Method.Type5 or Method.Type8 or Method.Type9 =>
            Wording.Same("type " + method.ToString()["Type".Length..]),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };

    /// <summary>The words for a measure of <see cref="MeasuredEstimate"/>.</summary>
    internal static Wording NameOfMeasure(string measure) => measure switch
    {
        "volume" => new("volume, heel traject", "volume, whole trajectory"),
        "duration_days" => new("duur in dagen", "duration in days"),
        "duration_months" => new("duur in maanden", "duration in months"),
        "volume_care_year" => NameOf(BeyondMeasure.CareYearVolume, null),
        _ => NameOf(BeyondMeasure.VolumeWithin, Estimation.StepOf(measure)),
    };

    internal static Wording NameOf(BeyondMeasure measure, DurationStep? duration)
    {
        if (measure == BeyondMeasure.CareYearVolume)
            return new("volume per zorgjaar", "volume per care year");
        var step = duration!.InSentence();
        return measure switch
        {
            BeyondMeasure.VolumeWithin => new($"volume binnen {step.Dutch}", $"volume within {step.English}"),
            BeyondMeasure.Outlasting => new($"langer dan {step.Dutch}", $"longer than {step.English}"),
            BeyondMeasure.Either => new(
                $"volume binnen {step.Dutch}, of langer", $"volume within {step.English}, or longer"),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
        };
    }

    internal static Wording NameOfPopulation(string population) => population == Estimation.All
        ? new("alle trajecten", "all trajectories")
        : new("alleen afgerond", "complete only");

    internal static Wording NameOf(Tier tier) => tier switch
    {
        Tier.None => new("geen", "none"),
        Tier.Indicative => new("indicatief", "indicative"),
        Tier.Provisional => new("voorlopig", "provisional"),
        Tier.Full => new("volledig", "full"),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Unknown tier."),
    };

    internal static Wording NameOf(FrameworkKind kind) => kind switch
    {
        FrameworkKind.Rgk => new("RGK", "RGK"),
        FrameworkKind.Norm => new("norm", "norm"),
        FrameworkKind.None => new("geen", "none"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of framework."),
    };

    internal static Wording NameOf(Factor factor) => factor switch
    {
        Factor.Subgroup => new("subgroep", "subgroup"),
        Factor.Age => new("leeftijd", "age"),
        Factor.WithStay => new("met verblijf", "with stay"),
        Factor.Order => new("eerste of vervolg", "first or follow-up"),
        Factor.Concurrent => new("andere ambulante zorg", "other ambulatory care"),
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "Unknown factor."),
    };

    /// <summary>The words for a level of a factor.</summary>
    internal static Wording NameOfLevel(FactorComparison comparison, string level) => (comparison.Factor, level) switch
    {
        (Factor.Subgroup, GroupScope.RestId) => GroupScope.RestName,
        (Factor.Subgroup, _) => Wording.Same(
            comparison.Product.Subgroups.FirstOrDefault(one => one.Id == level)?.Label ?? level),
        (Factor.Age, _) => new(level + " jaar", level + " years"),
        (_, "yes") => new("ja", "yes"),
        (_, "no") => new("nee", "no"),
        (_, "first") => new("eerste traject", "first trajectory"),
        (_, "follow-up") => new("vervolg", "follow-up"),
        _ => Wording.Same(level),
    };

    internal static Wording NameOf(PartitionAdvice advice) => advice switch
    {
        PartitionAdvice.OneLine => new("één lijn volstaat", "one line serves"),
        PartitionAdvice.Judgement => new("een afweging", "a judgement"),
        PartitionAdvice.OwnLines => new("eigen lijnen", "own lines"),
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Unknown advice."),
    };

    internal static Wording NameOf(PartitionLacks lacks) => lacks switch
    {
        PartitionLacks.Band => new("het verschil is klein", "the difference is small"),
        PartitionLacks.Significance => new("het kan toeval zijn", "it can be chance"),
        PartitionLacks.Size => new("een groep is te klein", "a group is too small"),
        PartitionLacks.DifferentLines => new("na afronden gelijk", "equal after rounding"),
        PartitionLacks.Reason => new("geen inhoudelijke reden", "no reason in substance"),
        _ => throw new ArgumentOutOfRangeException(nameof(lacks), lacks, "Unknown condition."),
    };

    internal static Wording NameOf(FunnelSide side) => side switch
    {
        FunnelSide.Within => new("nee", "no"),
        FunnelSide.Below => new("eronder", "below"),
        FunnelSide.Above => new("erboven", "above"),
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
    };

    /// <summary>The words for a period of the study of start years.</summary>
    internal static Wording NameOfPeriod(string period) => period switch
    {
        "before-break" => new("voor de breuk", "before the break"),
        "from-break" => new("vanaf de breuk", "from the break"),
        "all" => new("alle jaren", "all years"),
        _ => Wording.Same(period),
    };
}
