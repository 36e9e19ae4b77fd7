using System.Globalization;
using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// What is known of the years after the framework, as in data/synthetic/after.csv: how much less care goes beyond its
/// lines, who goes beyond them more often, which interventions need more, and how late declarations arrive. It does not
/// change, so threads can share it.
/// </summary>
internal sealed class AfterFramework
{
    internal const string FileName = "after.csv";

    /// <summary>The day on which the framework comes into force: 1 September 2025.</summary>
    internal static readonly int InForce = DayNumber.Of(new DateOnly(2025, 9, 1));

    private const string Header = "kind,product_code,provider_id,intervention,months,permille";

    // The extract is made at the end of the month after the last year.
    private const int DaysUntilExtract = 31;

    // Another stream than those of children and of dirt.
    private const long ArrivalStream = 0x2E55_A9E0_51DE_CA7E;

    private readonly int[] _effects;
    private readonly int[] _pushes = new int[RegionPlaces.ProviderCount];
    private readonly int[] _interventionPushes;
    private readonly WeightedChoice _interventions;
    private readonly (int Months, int Permille)[] _arrivals;
    private readonly WeightedChoice _arrival;
    private readonly (long Hundredths, DurationStep Duration)?[] _lines;
    private readonly long _seed;

    /// <summary>Reads what is known.</summary>
    /// <param name="model">The products and lines of the region.</param>
    /// <param name="seed">The seed of the region.</param>
    /// <param name="last">The last day of its declarations, a day number.</param>
    internal AfterFramework(RegionModel model, long seed, int last)
    {
        _seed = seed ^ ArrivalStream;
        ExtractedOn = last + DaysUntilExtract;
        var rows = RegionModel.Rows(FileName, Header).Select(Row.Read).ToList();
        var effects = rows.Where(row => row.Kind == "effect").ToDictionary(row => row.Product, row => row.Permille);
        _effects = [.. model.Products.Select(product => effects.GetValueOrDefault(product.Code))];
        foreach (var row in rows.Where(row => row.Kind == "provider"))
            _pushes[RegionPlaces.ProviderOf(row.Provider)] = row.Permille;
        var kinds = rows.Where(row => row.Kind == "intervention").ToList();
        Interventions = [string.Empty, .. kinds.Select(row => row.Intervention)];
        _interventions = new([1000 - kinds.Sum(row => row.Permille), .. kinds.Select(row => row.Permille)]);
        var more = rows.Where(row => row.Kind == "beyond").ToDictionary(row => row.Intervention, row => row.Permille);
        _interventionPushes = [.. Interventions.Select(name => more.GetValueOrDefault(name))];
        _arrivals = [.. rows.Where(row => row.Kind == "arrival").Select(row => (row.Months, row.Permille))];
        _arrival = new(_arrivals.Select(one => one.Permille));
        var catalogue = CatalogueFile.Haaglanden2025();
        _lines = [.. model.Lines.Select(line => LineOf(catalogue, line))];
    }

    /// <summary>The interventions by their numbers; the first has no name, and stands for none.</summary>
    internal IReadOnlyList<string> Interventions { get; }

    /// <summary>The last day on which a declaration could arrive to be in the files.</summary>
    internal int ExtractedOn { get; }

    /// <summary>The intervention of a trajectory, by its number.</summary>
    internal byte DrawIntervention(ref SplitMix64 random) => (byte)_interventions.Draw(ref random);

    /// <summary>
    /// The day on which a declared month arrives: some months after its last day, by the curve of the file.
    /// </summary>
    internal int ArrivalOf(int child, in CareLine line)
    {
        var random = SplitMix64.ForStream(_seed, child, unchecked((line.Assignment << 16) ^ line.Start));
        var (from, to) = Months(_arrival.Draw(ref random));
        var (first, last) = (MonthCalendar.AddMonths(line.End, from), MonthCalendar.AddMonths(line.End, to));
        return first + 1 + random.BelowFrom32Bits(last - first);
    }

    /// <summary>The framework line that care of a line of the model is held against; null: none.</summary>
    internal LineLimit? LimitAt(int line, int start) => _lines[line] is var (hundredths, duration)
        ? new LineLimit(hundredths, DayNumber.Of(duration.LastDay(DayNumber.ToDate(start))) - start + 1)
        : null;

    /// <summary>What is wished of care instead of how it was drawn.</summary>
    internal Wish WishFor(BeyondLine beyond, CareOf care, ref SplitMix64 random)
    {
        var (wish, isVolume) = (Wish.Any, beyond.Volume);
        if (care.Start >= InForce && (beyond.Volume || beyond.Duration) && random.Chance(_effects[care.Product]))
            (wish, isVolume) = (Wish.Within, false);
        if (!isVolume && random.Chance(_interventionPushes[care.Intervention]))
            (wish, isVolume) = (Wish.BeyondVolume, true);
        if (care.Start >= InForce && !isVolume && random.Chance(_pushes[care.Provider]))
            wish = Wish.BeyondVolume;
        return wish;
    }

    private (int From, int To) Months(int place) =>
        (place == 0 ? 0 : _arrivals[place - 1].Months, _arrivals[place].Months);

    // Care years are left as they are: a line of theirs is no line of a trajectory.
    private static (long Hundredths, DurationStep Duration)? LineOf(ProductCatalogue catalogue, LineModel line) =>
        catalogue.Find(line.Code) is { Observation: Observation.Trajectory } product
            && product.CurrentOf(line.Name) is { } current
            ? ((long)(100 * current.Volume), current.Duration)
            : null;

    private sealed record Row(
        string Kind, string Product, string Provider, string Intervention, int Months, int Permille)
    {
        internal static Row Read(string[] cells) => new(
            cells[0], cells[1], cells[2], cells[3], cells[4].Length == 0 ? 0 : Whole(cells[4]), Whole(cells[5]));

        private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
    }
}

/// <summary>How care of the years after the framework differs from what was drawn.</summary>
internal enum Wish
{
    /// <summary>It does not.</summary>
    Any,

    /// <summary>It lies within the volume and the duration of its line.</summary>
    Within,

    /// <summary>It lies beyond the volume within the duration of its line.</summary>
    BeyondVolume,
}

/// <summary>Care that starts: of which product, by whom, with which intervention.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareOf(int Product, int Provider, int Intervention, int Start);

/// <summary>Whether care lies beyond the volume within the duration of a line, and beyond its duration.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BeyondLine(bool Volume, bool Duration)
{
    internal bool Meets(Wish wish) => wish switch
    {
        Wish.Within => !Volume && !Duration,
        Wish.BeyondVolume => Volume,
        _ => true,
    };
}

/// <summary>A framework line from a day on: its volume in hundredths, and its days.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineLimit(long Hundredths, int Days)
{
    /// <summary>
    /// Whether care lies beyond it by its days and what it is expected to declare: months are declared with some
    /// chance, and to the end of a month.
    /// </summary>
    internal BeyondLine Of(int days, int perThousandDays) =>
        new((long)Math.Min(days, Days) * perThousandDays > Hundredths * 1000, days > Days);
}
