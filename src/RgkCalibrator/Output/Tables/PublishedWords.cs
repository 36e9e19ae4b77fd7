using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>The words of lines in the form in which a framework is published.</summary>
internal static class PublishedWords
{
    private const int DurationDecimals = 1;
    private const int VolumeDecimals = 2;

    /// <summary>What the four columns of a published framework are called.</summary>
    internal static IReadOnlyList<Wording> Columns { get; } =
    [
        Wording.Same("Product"), Wording.Same("Volume"), new("Duur", "Duration"),
        new("Buiten het kader", "Outside the framework"),
    ];

    /// <summary>What stands below the lines of a kind of framework.</summary>
    internal static IReadOnlyList<Wording> Footnotes(FrameworkKind kind) =>
    [
        kind == FrameworkKind.Rgk
            ? new(
                "Van het volume kan met een motivering worden afgeweken; de duur kan niet vooraf worden overschreden.",
                "From the volume one may depart with a motivation; the duration cannot be exceeded beforehand.")
            : new(
                "Ambulante zorg in combinatie met tijdelijk verblijf mag zo lang duren als het verblijf.",
                "Ambulatory care together with a temporary stay may last as long as the stay."),
        new(
            "Na de genoemde duur evalueren aanbieder en gemeente samen. Een verlenging loopt via de gemeente.",
            "After the duration the provider and the municipality evaluate together. The municipality decides on more "
                + "time."),
    ];

    /// <summary>A volume with its unit: <c>61 uur</c>.</summary>
    internal static Wording Volume(decimal volume, CareUnit unit) => Amount(volume, VolumeDecimals, unit);

    /// <summary>A line in one text: <c>61 uur in 12 maanden</c>.</summary>
    internal static Wording Value(decimal volume, CareUnit unit, DurationStep duration)
    {
        var (amount, within) = (Volume(volume, unit), duration.InSentence());
        return new($"{amount.Dutch} in {within.Dutch}", $"{amount.English} in {within.English}");
    }

    /// <summary>A volume a week: <c>70 minuten per week</c>.</summary>
    internal static Wording PerWeek(decimal intensity, IntensityUnit unit)
    {
        var amount = unit switch
        {
            IntensityUnit.MinuutPerWeek => Amount(intensity, 0, CareUnit.Minuut),
            IntensityUnit.UurPerWeek => Amount(intensity, DurationDecimals, CareUnit.Uur),
            IntensityUnit.DagdeelPerWeek => Amount(intensity, DurationDecimals, CareUnit.Dagdeel),
            IntensityUnit.EtmaalPerWeek => Amount(intensity, DurationDecimals, CareUnit.Etmaal),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of intensity."),
        };
        return new(amount.Dutch + " per week", amount.English + " per week");
    }

    private static Wording Amount(decimal amount, int decimals, CareUnit unit)
    {
        return new(In(Language.Dutch), In(Language.English));

        string In(Language language)
        {
            var number = Numbers.Shown((double)amount, decimals, language);
            return $"{number} {(number == "1" ? unit.Name() : unit.Counted().In(language))}";
        }
    }
}
