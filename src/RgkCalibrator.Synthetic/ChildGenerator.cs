using System.Runtime.InteropServices;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Draws children one by one: which care, from when, at what age. A child whose care has no line in the observation is
/// drawn again, so that as many children are seen as were asked for. Not safe for several threads.
/// </summary>
internal sealed class ChildGenerator(RegionTables tables, long seed)
{
    private const int DaysBeforeEntry = 180;
    private const int DaysAroundEntry = 900;
    private const int DaysAroundStay = 41;

    private static readonly WeightedChoice FurtherProducts = new([340, 320, 210, 130]);

    private readonly ChildCare _care = new();
    private readonly CareGenerator _generator = new(tables);
    private readonly List<Slot> _slots = [];
    private readonly Predicate<CareLine> _isObserved = line => tables.Observes(in line);

    /// <summary>Draws the care of one child, by its number from 0. The result is valid until the next call.</summary>
    internal ChildCare Draw(int child)
    {
        for (var attempt = 0; ; attempt++)
        {
            var random = SplitMix64.ForStream(seed, child, attempt);
            _care.Clear();
            DrawCare(ref random);
            if (_care.Lines.Exists(_isObserved))
                return _care;
        }
    }

    private void DrawCare(ref SplitMix64 random)
    {
        _slots.Clear();
        var entry = tables.Entries[random.Next() >> 48];
        var product = tables.Choice.Draw(ref random);
        var model = tables.Products[product].Model;
        var start = StartDay(model, entry, ref random);
        var youngest = model.Youngest * 1461 / 4;
        var ageInDays = youngest + 1 + random.BelowFrom32Bits(((model.Oldest + 1) * 1461 / 4) - youngest - 1);
        _care.Birth = DayNumber.ToDate(start - ageInDays);
        _care.Municipality = (byte)RegionPlaces.Municipalities.Draw(ref random);
        AddSlot(product, start, ref random);
        for (var further = FurtherProducts.Draw(ref random); further > 0; further--)
            AddDrawnSlot(entry - DaysBeforeEntry + random.BelowFrom32Bits(DaysAroundEntry), ref random);
        DrawSlots(ref random);
    }

    private void AddDrawnSlot(int day, ref SplitMix64 random)
    {
        var product = tables.Choice.Draw(ref random);
        AddSlot(product, StartDay(tables.Products[product].Model, day, ref random), ref random);
    }

    private void AddSlot(int product, int start, ref SplitMix64 random)
    {
        var table = tables.Products[product];
        var age = MonthCalendar.FullYears(_care.Birth, DayNumber.ToDate(start));
        if (age < table.Model.Youngest || age > table.Model.Oldest || _slots.Exists(slot => slot.Product == product))
            return;
        _slots.Add(new Slot(product, start));
        if (table.StayProduct >= 0 && random.Chance(table.Model.Stay))
            AddSlot(table.StayProduct, start - 15 + random.BelowFrom32Bits(DaysAroundStay), ref random);
    }

    // Stays first: whether a stay is near decides which line other care follows.
    private void DrawSlots(ref SplitMix64 random)
    {
        foreach (var slot in _slots.OrderBy(slot => tables.Products[slot.Product].Model.Role != CareRole.Stay))
            _generator.Draw(_care, slot.Product, slot.Start, ref random);
    }

    private static int StartDay(ProductModel product, int day, ref SplitMix64 random)
    {
        if (product.StartsWithSchool)
            return SchoolStart(day, ref random);
        return random.Chance(250) ? MonthCalendar.FirstDay(MonthCalendar.MonthOf(day)) : day;
    }

    // From mid August to the end of September; one in five between October and March.
    private static int SchoolStart(int day, ref SplitMix64 random)
    {
        var august = MonthCalendar.FirstDay(MonthCalendar.MonthOf(MonthCalendar.SchoolYearEnd(day)) - 11);
        return august + (random.Chance(800) ? 14 + random.BelowFrom32Bits(45) : 61 + random.BelowFrom32Bits(180));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int Product, int Start);
}
