using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Adds the lines of children to a block, some of them with dirt. The seed decides line by line which. Call
/// <see cref="Begin"/> for each child. Not safe for several threads.
/// </summary>
internal sealed class LineDirt
{
    /// <summary>How many numbers a line takes: its own, and those of the rows made from it.</summary>
    internal const int NumbersPerLine = 4;

    // Another stream than the one the children are drawn from.
    private const long DirtStream = 0x7A11_0D12_5EED_0001;
    private const int LongestDays = 366;

    private readonly long _seed;
    private readonly int _lastYear;
    private readonly DirtKind[] _kinds;
    private readonly WeightedChoice _choice;
    private readonly ushort[] _linesOfProvider = new ushort[RegionPlaces.ProviderCount];
    private int _child;
    private int _line;

    internal LineDirt(DirtRates rates, long seed, int years)
    {
        _lastYear = years - 1;
        var clean = (Kind: DirtKind.None, Rate: DirtRates.Whole - rates.ByKind.Sum(rate => rate.Rate));
        var weights = rates.ByKind.Append(clean).Where(rate => rate.Rate > 0).ToArray();
        _seed = seed ^ DirtStream;
        _kinds = [.. weights.Select(rate => rate.Kind)];
        _choice = new WeightedChoice(weights.Select(rate => rate.Rate));
    }

    internal void Begin(int child)
    {
        (_child, _line) = (child, 0);
        Array.Clear(_linesOfProvider);
    }

    /// <summary>Adds the next observed line of the child, as clean rows and rows of dirt.</summary>
    internal void Add(CareLine line, BlockRows rows)
    {
        var random = SplitMix64.ForStream(_seed, _child, _line++);
        var number = NumbersPerLine * ++_linesOfProvider[line.Provider];
        var row = Marked(new RegionRow(_child, line, default), number, 0, DirtKind.None);
        var kind = _kinds[_choice.Draw(ref random)];
        if (!CanHave(line, kind))
            kind = DirtKind.None;
        if (kind is DirtKind.Overlap)
            AddParts(row, rows);
        else
            rows.Add(kind is DirtKind.Minutes ? InMinutes(row) : row);
        if (kind is not (DirtKind.None or DirtKind.Overlap or DirtKind.Minutes))
            AddDirt(row, kind, rows, ref random);
    }

    private bool CanHave(CareLine line, DirtKind kind) => kind switch
    {
        DirtKind.Overlap => line.Hundredths >= 2 * Days(line),
        DirtKind.Minutes => line.Unit == CareUnit.Uur,
        DirtKind.AfterObserved => BlockRows.YearOf(line.Start) == _lastYear,
        _ => true,
    };

    // The first part has a whole number of hundredths a day, so that both parts together lie over the days as the line
    // does, to the tick.
    private static void AddParts(RegionRow row, BlockRows rows)
    {
        var days = Days(row.Line);
        var first = row.Line.Hundredths / (2 * days) * days;
        var rest = row.Line.Hundredths - first;
        rows.Add(Made(row, DirtKind.Overlap, 0) with { Line = row.Line with { Hundredths = first } });
        rows.Add(Made(row, DirtKind.Overlap, 1) with { Line = row.Line with { Hundredths = rest } });
    }

    private static RegionRow InMinutes(RegionRow row) => Made(row, DirtKind.Minutes, 0) with
    {
        Line = row.Line with { Unit = CareUnit.Minuut, Hundredths = 60 * row.Line.Hundredths },
    };

    private void AddDirt(RegionRow row, DirtKind kind, BlockRows rows, ref SplitMix64 random)
    {
        switch (kind)
        {
            case DirtKind.CreditWithReference or DirtKind.CreditWithoutReference:
                var wrong = Made(row, kind, 1) with { Line = WithWrongVolume(row.Line, ref random) };
                rows.AddLater(wrong);
                rows.AddLater(Credit(wrong, kind is DirtKind.CreditWithReference ? wrong.Mark.Number : 0));
                break;
            case DirtKind.CreditWithoutDebit:
                var none = Made(row, kind, 1) with { Line = WithWrongVolume(row.Line, ref random) };
                rows.AddLater(Credit(none, random.Chance(500) ? none.Mark.Number : 0));
                break;
            case DirtKind.Duplicate:
                var year = BlockRows.YearOf(row.Line.Start) + random.BelowFrom32Bits(2);
                rows.AddLater(row with { Mark = row.Mark with { Kind = kind } }, Math.Min(year, _lastYear));
                break;
            default:
                var spoiled = Made(row, kind, 1) with { Line = Spoiled(row.Line, kind, ref random) };
                rows.AddLater(spoiled, BlockRows.YearOf(row.Line.Start));
                break;
        }
    }

    private static CareLine Spoiled(CareLine line, DirtKind kind, ref SplitMix64 random) => kind switch
    {
        DirtKind.EndBeforeStart => line with { End = line.Start - 1 - random.BelowFrom32Bits(30) },
        DirtKind.PeriodTooLong => line with { End = line.Start + LongestDays + random.BelowFrom32Bits(400) },
        DirtKind.ZeroVolume => line with { Hundredths = 0 },
        DirtKind.UnitNotConvertible when line.Unit == CareUnit.Etmaal => line with { Unit = CareUnit.Euro },
        DirtKind.UnitNotConvertible => line with { Unit = CareUnit.Etmaal },
        DirtKind.AfterObserved => line with { Start = line.Start + 365, End = line.End + 365 },
        // The fault is in no number: the columns tell it.
        _ => line,
    };

    // Never the volume of the line itself: a credit must find the wrong one.
    private static CareLine WithWrongVolume(CareLine line, ref SplitMix64 random) =>
        line with { Hundredths = line.Hundredths + (100 * (1 + random.BelowFrom32Bits(8))) };

    private static RegionRow Made(RegionRow row, DirtKind kind, int step) =>
        Marked(row, row.Mark.Number + step, 0, kind);

    private static RegionRow Credit(RegionRow debit, int credited) =>
        Marked(debit, debit.Mark.Number + 1, credited, debit.Mark.Kind, isCredit: true);

    private static RegionRow Marked(RegionRow row, int number, int credited, DirtKind kind, bool isCredit = false) =>
        row with { Mark = new RowMark((ushort)number, (ushort)credited, kind, isCredit) };

    private static int Days(CareLine line) => line.End - line.Start + 1;
}
