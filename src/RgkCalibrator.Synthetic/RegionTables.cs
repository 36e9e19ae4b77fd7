namespace RgkCalibrator.Synthetic;

/// <summary>A line of the model, ready to be drawn from.</summary>
internal sealed class LineQuantiles(LineModel model, int product)
{
    internal LineModel Model { get; } = model;

    internal int Product { get; } = product;

    /// <summary>The durations by rank, one of <see cref="ModelTables.Ranks"/>.</summary>
    internal int[] Durations { get; } = ModelTables.Durations(model.Duration);

    /// <summary>The intensities by <see cref="ModelTables.IntensityIndex"/>.</summary>
    internal int[] Intensities { get; } = ModelTables.Intensities(model.Volume);

    /// <summary>Hundredths of a unit per thousand days, by a normal score in thousandths.</summary>
    internal int IntensityAt(int score) => Intensities[ModelTables.IntensityIndex(score)];

    /// <summary>The rank correlation of duration and volume, in thousandths.</summary>
    internal int Correlation { get; } = (int)Math.Round(1000 * model.Volume.Correlation);

    /// <summary>The independent part of the volume: √(1 − ρ²), in thousandths.</summary>
    internal int Remainder { get; } =
        (int)Math.Round(1000 * Math.Sqrt(1 - (model.Volume.Correlation * model.Volume.Correlation)));
}

/// <summary>A product of the model, ready to be drawn from.</summary>
internal sealed class ProductTable(ProductModel model, WeightedChoice providers)
{
    /// <summary>The line for each <see cref="LineRole"/>; −1 where the product has none.</summary>
    private readonly int[] _lines = [.. Enum.GetValues<LineRole>().Select(_ => -1)];

    internal ProductModel Model { get; } = model;

    internal WeightedChoice Providers { get; } = providers;

    internal int StayProduct { get; init; } = -1;

    internal bool DependsOnStay => _lines[(int)LineRole.WithStay] >= 0;

    internal int Line(LineRole role) =>
        _lines[(int)role] >= 0
            ? _lines[(int)role]
            : throw new ArgumentException("The product has no such line.", nameof(role));

    /// <summary>The line of a child on a KDC by its age on a day.</summary>
    internal int LineOnKdc(DateOnly birth, int day) => Line(MonthCalendar.FullYears(birth, DayNumber.ToDate(day)) switch
    {
        2 => LineRole.Kdc2,
        3 or 4 => LineRole.Kdc3To4,
        5 => LineRole.Kdc5,
        _ => LineRole.Any,
    });

    internal void Add(LineRole role, int line) => _lines[(int)role] = line;
}

/// <summary>The whole model in tables. It does not change, so threads can share it.</summary>
internal sealed class RegionTables
{
    /// <summary>The first day of the declarations.</summary>
    internal static readonly int ObservedFirst = DayNumber.Of(new DateOnly(2018, 1, 1));

    /// <summary>The last day of the declarations of a region without the years after the framework.</summary>
    internal static readonly int ObservedLast = LastDayOf(SyntheticSettings.UsualLastYear);

    // Fitted, with the default number of children: 8,123 in begeleiding and JOH in 2018, 10,487 in 2023.
    private const double GrowthPerYear = 0.0536;

    // Long before the observation, so that as much care runs into it as runs out of it; and a year after, as some care
    // begins before a child's day of entry.
    private static readonly int EntryFirst = DayNumber.Of(new DateOnly(2008, 1, 1));
    private const int EntriesAfterLast = 397;

    internal RegionTables(RegionModel model, SyntheticSettings? settings = null)
    {
        var lastYear = settings?.LastYear ?? SyntheticSettings.UsualLastYear;
        Last = LastDayOf(lastYear);
        After = lastYear == SyntheticSettings.UsualLastYear ? null : new AfterFramework(model, settings!.Seed, Last);
        var providers = model.Products.Select(product => product.Providers).Distinct()
            .ToDictionary(kind => kind, RegionPlaces.ProvidersOf);
        var codes = model.Products.Select((product, index) => (product.Code, index))
            .ToDictionary(pair => pair.Code, pair => pair.index);
        Products = [.. model.Products.Select(product => new ProductTable(product, providers[product.Providers])
        {
            StayProduct = product.Stay == 0 ? -1 : codes[product.StayCode],
        })];
        Lines = [.. model.Lines.Select(line => new LineQuantiles(line, codes[line.Code]))];
        for (var line = 0; line < Lines.Length; line++)
            Products[Lines[line].Product].Add(Lines[line].Model.Role, line);
        Choice = new WeightedChoice(model.Products.Select(product => product.Weight));
        Entries = ModelTables.GrowingDays(EntryFirst, Last + EntriesAfterLast, GrowthPerYear, 1 << 16);
    }

    /// <summary>The last day of the declarations.</summary>
    internal int Last { get; }

    /// <summary>The years after the framework; null in a region without them.</summary>
    internal AfterFramework? After { get; }

    internal ProductTable[] Products { get; }

    internal LineQuantiles[] Lines { get; }

    internal WeightedChoice Choice { get; }

    /// <summary>The days on which children enter care, by rank.</summary>
    internal int[] Entries { get; }

    /// <summary>31 December of a year.</summary>
    private static int LastDayOf(int year) => DayNumber.Of(new DateOnly(year, 12, 31));

    /// <summary>Whether a line starts within the years of the observation.</summary>
    internal bool Observes(in CareLine line) => line.Start >= ObservedFirst && line.Start <= Last;

    /// <summary>Whether a line stands in the files: it is observed, and its declaration arrived in time.</summary>
    internal bool Holds(int child, in CareLine line) =>
        Observes(in line) && (After is not { } after || after.ArrivalOf(child, in line) <= after.ExtractedOn);
}
