using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Register;

/// <summary>The columns of the workbook in which a provider reports situations, and what can be chosen.</summary>
internal static class RegisterForm
{
    internal static readonly Wording Row = new("Rij", "Row");
    internal static readonly Wording Provider = new("Aanbieder", "Provider");
    internal static readonly Wording Product = new("Product", "Product");
    internal static readonly Wording Situation = new("Situatie", "Situation");
    internal static readonly Wording Intervention = new("Interventie", "Intervention");
    internal static readonly Wording Trajectories = new("Aantal trajecten", "Trajectories");
    internal static readonly Wording Intensity = new("Voorgestelde intensiteit", "Suggested intensity");
    internal static readonly Wording Unit = new("Eenheid", "Unit");
    internal static readonly Wording Duration = new("Voorgestelde duur", "Suggested duration");

    /// <summary>The columns by which the table is found.</summary>
    internal static readonly Wording[] Needed =
        [Provider, Product, Situation, Intervention, Trajectories, Intensity, Unit, Duration];

    /// <summary>The columns of which one that is filled in makes a row a report.</summary>
    internal static readonly Wording[] Reported =
        [Product, Situation, Intervention, Trajectories, Intensity, Unit, Duration];

    /// <summary>Chosen where the framework names no situation of a product.</summary>
    internal static readonly Wording NoSituationNamed = new(
        "Het kader noemt bij dit product geen situatie", "The framework names no situation of this product");

    /// <summary>The intervention of the example: a row that has it was not made by a provider.</summary>
    internal static readonly Wording Example = new("VOORBEELD", "EXAMPLE");

    /// <summary>Stands above a table that nobody filled in.</summary>
    internal static readonly Wording Synthetic = new(
        "Synthetische gegevens: dit zijn geen echte aanbieders of trajecten.",
        "Synthetic data: these are no real providers or trajectories.");

    /// <summary>A provider reports at most so many trajectories in a row; a date would be a larger number.</summary>
    internal const int MostTrajectories = 9999;

    /// <summary>The longest suggestion: ten years, in weeks.</summary>
    internal const int MostWeeks = 520;

    /// <summary>The longest text of an intervention or a provider.</summary>
    internal const int LongestText = 80;

    /// <summary>What an intensity can be counted in.</summary>
    internal static readonly IntensityUnit[] Units = Enum.GetValues<IntensityUnit>();

    /// <summary>A unit as it is chosen.</summary>
    internal static Wording Shown(this IntensityUnit unit) => unit switch
    {
        IntensityUnit.MinuutPerWeek => new("minuten per week", "minutes a week"),
        IntensityUnit.UurPerWeek => new("uren per week", "hours a week"),
        IntensityUnit.DagdeelPerWeek => new("dagdelen per week", "half-days a week"),
        IntensityUnit.EtmaalPerWeek => new("etmalen per week", "days and nights a week"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of intensity."),
    };

    /// <summary>As much as a week holds.</summary>
    internal static int MostIn(IntensityUnit unit) => unit switch
    {
        IntensityUnit.MinuutPerWeek => 7 * 24 * 60,
        IntensityUnit.UurPerWeek => 7 * 24,
        IntensityUnit.DagdeelPerWeek => 7 * 3,
        IntensityUnit.EtmaalPerWeek => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of intensity."),
    };

    /// <summary>
    /// An intensity in the unit of a product a week; null where the one does not convert to the other.
    /// </summary>
    internal static decimal? PerWeek(Product product, decimal intensity, IntensityUnit unit) =>
        (unit, product.Unit) switch
        {
            (IntensityUnit.MinuutPerWeek, CareUnit.Uur or CareUnit.Minuut) =>
                intensity * Ticks.PerMinute / product.TicksPerUnit,
            (IntensityUnit.UurPerWeek, CareUnit.Uur or CareUnit.Minuut) =>
                intensity * Ticks.PerUnit / product.TicksPerUnit,
            (IntensityUnit.DagdeelPerWeek, CareUnit.Dagdeel) or (IntensityUnit.EtmaalPerWeek, CareUnit.Etmaal) =>
                intensity,
            _ => null,
        };

    /// <summary>The unit in which an intensity of a product is told; null where there is none.</summary>
    internal static IntensityUnit? UnitOf(Product product) => product.IntensityUnit ?? product.Unit switch
    {
        CareUnit.Minuut => IntensityUnit.MinuutPerWeek,
        CareUnit.Uur => IntensityUnit.UurPerWeek,
        CareUnit.Dagdeel => IntensityUnit.DagdeelPerWeek,
        CareUnit.Etmaal => IntensityUnit.EtmaalPerWeek,
        _ => null,
    };

    /// <summary>A text with one space where a cell has any white space or invisible sign.</summary>
    internal static string Plain(string text) => string.Join(' ', string.Concat(
        text.Select(letter => char.IsWhiteSpace(letter) || letter is '\u200B' or '\uFEFF' or '\u00AD' ? ' ' : letter))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
