using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// A period of care from its start to its true end. Its last declared month lasts until <paramref name="Declared"/>, in
/// the same month as the end.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CarePeriod(int Start, int End, int Declared);

/// <summary>
/// The care that is declared: its line of the model, the start of its trajectory, and its intensity as a normal score
/// in thousandths.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DeclaredCare(
    int Product, int Line, int ChainStart, int Score, int Provider, bool IsOnKdc)
{
    /// <summary>By its number in <see cref="AfterFramework.Interventions"/>; 0 for none.</summary>
    internal byte Intervention { get; init; }
}

/// <summary>
/// Cuts an assignment into calendar months with a volume each. Volumes differ from month to month, and a month may have
/// none.
/// </summary>
internal sealed class MonthlyDeclaration(RegionTables tables)
{
    private const int EmptyMonths = 20;

    // Days × hundredths per thousand days × a weight around 10.
    private const long Scale = 10_000;

    internal void Declare(ChildCare care, DeclaredCare declared, CarePeriod period, ref SplitMix64 random)
    {
        var product = tables.Products[declared.Product];
        var form = VolumeForm.For(product.Model.Unit, declared.Provider);
        var assignment = (ushort)++care.Assignments;
        var (first, last) = (MonthCalendar.MonthOf(period.Start), MonthCalendar.MonthOf(period.Declared));
        var (carried, wasEmpty) = (Scale * form.Step / 2, false);
        for (var month = first; month <= last; month++)
        {
            wasEmpty = !wasEmpty && month > first && month < last && form.IsDrawn && random.Chance(EmptyMonths);
            if (wasEmpty)
                continue;
            var start = Math.Max(period.Start, MonthCalendar.FirstDay(month));
            var end = Math.Min(period.Declared, MonthCalendar.LastDay(month));
            var days = Math.Min(end, period.End) - start + 1;
            carried += form.IsDrawn
                ? (long)days * IntensityAt(care, declared, product, start)
                    * form.Factor * (4 + random.BelowFrom32Bits(13))
                : days * 100 * Scale;
            var hundredths = (int)Math.Max(carried / (Scale * form.Step) * form.Step, form.Least);
            carried = Math.Max(0, carried - (hundredths * Scale));
            care.Lines.Add(new CareLine(
                start, end, hundredths, form.Unit,
                (byte)declared.Product, (byte)declared.Provider, assignment, declared.IsOnKdc)
            {
                Intervention = declared.Intervention,
            });
        }
    }

    // A care year has the weight of the child's age on its first day.
    private int IntensityAt(ChildCare care, DeclaredCare declared, ProductTable product, int day)
    {
        var line = declared.Line;
        if (declared.IsOnKdc)
        {
            var months = MonthCalendar.MonthOf(day) - MonthCalendar.MonthOf(declared.ChainStart);
            var year = MonthCalendar.AddMonths(declared.ChainStart, months) > day ? (months - 1) / 12 : months / 12;
            line = product.LineOnKdc(care.Birth, MonthCalendar.AddMonths(declared.ChainStart, 12 * year));
        }

        return tables.Lines[line].IntensityAt(declared.Score);
    }

    /// <summary>
    /// The unit and the steps in which a provider declares volumes; step and least are in hundredths of the unit.
    /// </summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct VolumeForm(CareUnit Unit, int Step, int Least, int Factor, bool IsDrawn)
    {
        internal static VolumeForm For(CareUnit unit, int provider) => unit switch
        {
            CareUnit.Uur when RegionPlaces.DeclaresMinutes(provider) =>
                new(CareUnit.Minuut, 100, 1500, 60, IsDrawn: true),
            CareUnit.Uur => new(unit, 1, 25, 1, IsDrawn: true),
            CareUnit.Dagdeel when RegionPlaces.DeclaresWholeDagdelen(provider) => new(unit, 100, 100, 1, IsDrawn: true),
            CareUnit.Dagdeel => new(unit, 50, 50, 1, IsDrawn: true),
            CareUnit.Etmaal => new(unit, 100, 100, 1, IsDrawn: false),
            CareUnit.StuksOutput => new(unit, 100, 100, 1, IsDrawn: true),
            CareUnit.Euro => new(unit, 1, 1000, 1, IsDrawn: true),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Nothing is declared in this unit."),
        };
    }
}
