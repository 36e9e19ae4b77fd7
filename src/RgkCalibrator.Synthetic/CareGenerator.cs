using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Draws the care of one child in one product: trajectories with more than 90 free days between them, each with its
/// assignments.
/// </summary>
internal sealed class CareGenerator(RegionTables tables)
{
    private const int GapDays = 90;
    private const int FollowUpDays = 365;

    // What some lines can hardly give, as a volume far below the line, is given up.
    private const int MostTries = 200;

    // Later starts are never seen, and stand in no table of truths.
    private readonly int _lastStart = tables.Last + 366;

    private readonly MonthlyDeclaration _declaration = new(tables);

    internal void Draw(ChildCare care, int product, int start, ref SplitMix64 random)
    {
        var model = tables.Products[product].Model;
        var isFollowUp = false;
        while (true)
        {
            var isOnKdc = IsOnKdc(care, model, start, ref random);
            var intervention = tables.After?.DrawIntervention(ref random) ?? 0;
            var end = DrawChain(new Chain(care, product, start, isFollowUp, isOnKdc, intervention), ref random);
            if (!random.Chance(model.Restart))
                return;
            var isSoon = random.Chance(650);
            var free = GapDays + 1 + (isSoon ? 0 : 275) + random.BelowFrom32Bits(isSoon ? FollowUpDays - GapDays : 730);
            isFollowUp = free <= FollowUpDays;
            start = end + 1 + free;
            if (start > _lastStart || MonthCalendar.FullYears(care.Birth, DayNumber.ToDate(start)) > 17)
                return;
        }
    }

    private static bool IsOnKdc(ChildCare care, ProductModel model, int start, ref SplitMix64 random) =>
        model.HasCareYears
        && MonthCalendar.FullYears(care.Birth, DayNumber.ToDate(start)) is >= 2 and <= 5
        && random.Chance(900);

    private int DrawChain(Chain chain, ref SplitMix64 random)
    {
        var table = tables.Products[chain.Product];
        var provider = table.Providers.Draw(ref random);
        return table.Model.HasParts ? DrawParts(chain, provider, ref random) : DrawWhole(chain, provider, ref random);
    }

    private int DrawParts(Chain chain, int provider, ref SplitMix64 random)
    {
        var table = tables.Products[chain.Product];
        var (start, isFirst) = (chain.Start, true);
        while (true)
        {
            var line = LineAt(chain, start, isFirst && !chain.IsFollowUp);
            var draw = DrawLine(line, chain, start, provider, ref random);
            var goesOn = random.Chance(table.Model.Extension);
            var firstLine = chain.Care.Lines.Count;
            var end = start + draw.Days - 1;
            var declared = goesOn ? end : DeclaredEnd(table.Model, end, int.MaxValue, ref random);
            _declaration.Declare(
                chain.Care, draw.Care with { Provider = provider }, new CarePeriod(start, end, declared), ref random);
            chain.Care.Spells.Add(new CareSpell(
                chain.Product, line, start, declared,
                firstLine, chain.Care.Lines.Count - firstLine, isFirst, chain.IsOnKdc));
            if (!goesOn)
                return declared;
            (start, isFirst) = (end + 1 + Pause(100, ref random), false);
            provider = ProviderAfter(provider, table, ref random);
        }
    }

    private int DrawWhole(Chain chain, int provider, ref SplitMix64 random)
    {
        var table = tables.Products[chain.Product];
        var line = LineAt(chain, chain.Start, isFirst: true);
        var draw = DrawLine(line, chain, chain.Start, provider, ref random);
        var firstLine = chain.Care.Lines.Count;
        var (start, days) = (chain.Start, draw.Days);
        while (true)
        {
            var assigned = MonthCalendar.AddMonths(start, table.Model.AssignmentMonths) - 1;
            var end = Math.Min(start + days - 1, assigned);
            var isLast = start + days - 1 <= assigned;
            var declared = isLast ? DeclaredEnd(table.Model, end, assigned, ref random) : end;
            _declaration.Declare(
                chain.Care, draw.Care with { Provider = provider }, new CarePeriod(start, end, declared), ref random);
            if (table.Model.Role == CareRole.Stay)
                chain.Care.Stays.Add((start, declared));
            if (isLast)
            {
                chain.Care.Spells.Add(new CareSpell(
                    chain.Product, line, chain.Start, declared,
                    firstLine, chain.Care.Lines.Count - firstLine, OpensChain: true, chain.IsOnKdc));
                return declared;
            }

            days -= end - start + 1;
            start = end + 1 + Pause(80, ref random);
            provider = ProviderAfter(provider, table, ref random);
        }
    }

    private int LineAt(Chain chain, int start, bool isFirst)
    {
        var table = tables.Products[chain.Product];
        if (table.DependsOnStay && chain.Care.HasStayAt(start))
            return table.Line(LineRole.WithStay);
        if (table.Model.HasParts)
            return table.Line(isFirst ? LineRole.First : LineRole.FollowUp);
        return chain.IsOnKdc ? table.LineOnKdc(chain.Care.Birth, start) : table.Line(LineRole.Any);
    }

    private (int Days, DeclaredCare Care) DrawLine(
        int index, Chain chain, int start, int provider, ref SplitMix64 random)
    {
        var line = tables.Lines[index];
        var (days, score) = DrawOnce(line, start, ref random);
        if (tables.After is { } after && after.LimitAt(index, start) is { } limit)
        {
            var care = new CareOf(chain.Product, provider, chain.Intervention, start);
            var wish = after.WishFor(limit.Of(days, line.IntensityAt(score)), care, ref random);
            for (var tries = 0; tries < MostTries && !limit.Of(days, line.IntensityAt(score)).Meets(wish); tries++)
                (days, score) = DrawOnce(line, start, ref random);
        }

        return (days, new DeclaredCare(chain.Product, index, chain.Start, score, 0, chain.IsOnKdc)
        {
            Intervention = chain.Intervention,
        });
    }

    private static (int Days, int Score) DrawOnce(LineQuantiles line, int start, ref SplitMix64 random)
    {
        var rank = random.Next() >> 52;
        var score = ((line.Correlation * ModelTables.NormalScores[rank])
            + (line.Remainder * ModelTables.NormalScores[random.Next() >> 52])) / 1000;
        var days = line.Durations[rank];
        if (line.Model.Duration.IsOfSchoolYear)
            days = SchoolDays(days, MonthCalendar.SchoolYearEnd(start) + 1 - start);
        return (days, score);
    }

    // What runs past 31 July goes on after the holidays, well into the next school year.
    private static int SchoolDays(int thousandths, int daysLeft) => thousandths <= 1000
        ? Math.Max(1, thousandths * daysLeft / 1000)
        : daysLeft + 45 + Math.Min((thousandths - 1000) * 2, 300);

    // Providers declare until the care ended, or simply until the month or the assignment is over.
    private static int DeclaredEnd(ProductModel product, int end, int assigned, ref SplitMix64 random) =>
        product.Unit == CareUnit.Etmaal || random.Chance(400)
            ? end
            : Math.Min(MonthCalendar.LastDay(MonthCalendar.MonthOf(end)), assigned);

    // Far below the 90 days that end a trajectory, also when an empty month lies next to it.
    private static int Pause(int permille, ref SplitMix64 random) =>
        random.Chance(permille) ? 1 + random.BelowFrom32Bits(50) : 0;

    private static int ProviderAfter(int provider, ProductTable product, ref SplitMix64 random) =>
        random.Chance(50) ? product.Providers.Draw(ref random) : provider;

    private sealed record Chain(
        ChildCare Care, int Product, int Start, bool IsFollowUp, bool IsOnKdc, byte Intervention);
}
