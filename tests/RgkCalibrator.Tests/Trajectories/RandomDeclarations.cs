using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>
/// Rows without faults that crowd around every boundary of the rules; the same seed gives the same rows.
/// </summary>
internal sealed class RandomDeclarations(int seed)
{
    // Ids of at most 12 bytes, of more, equal in their first 16 bytes, and in an order that UTF-8 and UTF-16 disagree
    // about.
    private static readonly string[] Clients =
    [
        "a", "b", "aa", "A", "twelve bytes", "twelve bytes.", "exactly sixteen!", "exactly sixteen!1",
        "exactly sixteen!2", "exactly sixteen!10",
        "é", "é-client van meer dan twaalf bytes", "\uFF5E", "😀", "\uFF5E in een lange naam",
        "😀 in een lange naam", "100000001", "100000002",
        new string('z', 300), new string('z', 300) + "0",
    ];

    private static readonly Period Observed = Reading.Observed;
    private static readonly string[] Products =
        ["54002", "45C04", "45C02", "product_zonder_code", "product_zonder_kode"];
    private static readonly string?[] Providers =
        [null, "", "P1", "P2", "p1", "12345678", "a provider of more than 12 bytes", "\uFF5E", "😀"];
    private static readonly string[] Units = ["uur", "uur", "uur", "04", "minuut", "01", "dagdeel"];
    private static readonly int[] Gaps = [0, 30, 90];
    private static readonly int[] FollowUps = [0, 100, 365];
    private static readonly CareRole[] Roles = [CareRole.Ambulatory, CareRole.Ambulatory, CareRole.Stay, CareRole.None];
    private static readonly string?[] Assignments = [null, "", "1", "2", "3", "an assignment of more than 12 bytes"];
    private static readonly string?[] Places =
        [null, "", "KDC", "kdc", "\uFF5E", "😀", "a place of more than 12 bytes"];

    private static readonly DateOnly[] NoDates =
    [
        new(1900, 1, 1), new(1970, 1, 1), new(1753, 1, 1), new(2099, 12, 31), new(9999, 12, 31), new(1, 1, 1),
        Observed.Last.AddDays(1),
    ];

    private static readonly string?[] Reasons = [null, "", "19", "20", "37", "38", "geen"];
    private readonly Random _random = new(seed);

    public IReadOnlyList<DurationStep> Steps { get; } =
    [
        .. Enumerable.Range(3, 22).Select(DurationStep.Months), DurationStep.Weeks(12), DurationStep.Weeks(26),
        DurationStep.SchoolYear,
    ];

    public static IReadOnlyList<string> AllProducts => Products;

    public TrajectorySettings Settings()
    {
        var cohort = Chance(3) ? new Period(new DateOnly(2018, 6, 1), new DateOnly(2020, 12, 31)) : Observed;
        return new TrajectorySettings(Observed, cohort, Gaps[_random.Next(3)], SplitByProvider: Chance(2))
        {
            FollowUpDays = FollowUps[_random.Next(3)],
            AtStartDays = Chance(2) ? 30 : _random.Next(3),
            EndKnowledge = Chance(3) ? EndKnowledge.Stops : EndKnowledge.Gap,
            AsKnownOn = Chance(5) ? new DateOnly(2022, 5, 15).AddDays(_random.Next(-2, 200)) : null,
        };
    }

    /// <summary>What is to be known of the products; nothing of some.</summary>
    public IReadOnlyDictionary<string, ProductRules> Rules() =>
        Products.Where(_ => !Chance(8)).ToDictionary(product => product, _ => new ProductRules(Steps)
        {
            Role = Roles[_random.Next(Roles.Length)],
            IsCut = Chance(2),
            HasCareYears = Chance(2),
        });

    /// <summary>Rows of a few clients, of which one can have hundreds.</summary>
    public IReadOnlyList<TestRow> Rows(TrajectorySettings settings)
    {
        var rows = new List<TestRow>();
        var (hasCare, hasNotes) = (Chance(4), Chance(2));
        foreach (var client in Shuffled(Clients).Take(_random.Next(1, 9)))
        {
            var products = Shuffled(Products).Take(_random.Next(1, 4)).ToList();
            var size = Chance(12) ? _random.Next(41, 200) : _random.Next(1, 20);
            var previous = FirstLine(client, settings);
            var births = Births(previous.Start!.Value);
            for (var i = 0; i < size; i++)
            {
                var line = Next(previous, settings);
                var full = line with
                {
                    Product = products[_random.Next(products.Count)],
                    Birth = births[_random.Next(births.Length)],
                };
                rows.Add(WithNotes(WithCare(full, hasCare), hasNotes));
                previous = Chance(25) ? FirstLine(client, settings) : line;
            }
        }

        return rows;
    }

    public List<T> Shuffled<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => _random.Next())];

    /// <summary>The rows dealt to a number of files, of which some may stay empty.</summary>
    public IReadOnlyList<IReadOnlyList<TestRow>> Dealt(IEnumerable<TestRow> rows, int files)
    {
        var dealt = Enumerable.Range(0, files).Select(_ => new List<TestRow>()).ToList();
        foreach (var row in rows)
            dealt[_random.Next(files)].Add(row);
        return dealt;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    /// <summary>A line that starts near a day on which a rule turns.</summary>
    private TestRow FirstLine(string client, TrajectorySettings settings)
    {
        DateOnly[] turns =
        [
            Observed.First, Observed.First.AddDays(settings.GapDays), Observed.First.AddDays(-400), Observed.Last,
            Observed.Last.AddDays(-settings.GapDays), settings.Cohort.First, settings.Cohort.Last,
            new(2020, 2, 29), new(2019, 7, 31), new(2021, 8, 31), new(2022, 5, 15),
        ];
        return Line(client, turns[_random.Next(turns.Length)].AddDays(_random.Next(-2, 3)));
    }

    /// <summary>A line after, beside or inside an earlier one, or the same once more.</summary>
    private TestRow Next(TestRow previous, TrajectorySettings settings) => _random.Next(8) switch
    {
        0 => previous,
        1 => Line(previous.Client!, previous.Start!.Value),
        2 => Line(previous.Client!, previous.Start!.Value.AddDays(_random.Next(60))),
        3 => Line(previous.Client!, previous.End!.Value.AddDays(_random.Next(-1, 3))),
        4 => Line(previous.Client!, previous.End!.Value.AddDays(_random.Next(200))),
        _ => Line(previous.Client!, previous.End!.Value.AddDays(settings.GapDays + _random.Next(0, 4))),
    };

    private TestRow Line(string client, DateOnly start)
    {
        var length = _random.Next(4) switch
        {
            0 => 1,
            1 => _random.Next(1, 32),
            2 => _random.Next(28, 32),
            _ => _random.Next(1, 367),
        };
        var unit = Units[_random.Next(Units.Length)];
        // Of minutes three decimals are exact; of other units halves of a tick occur at the fifth.
        var volume = unit is "minuut" or "01"
            ? _random.Next(5, 900_000) / 1000m
            : _random.Next(9, 5_000_000) / (Chance(2) ? 100m : 100_000m);
        return new TestRow(client, null, start, start.AddDays(length - 1), volume, unit)
        {
            Provider = Providers[_random.Next(Providers.Length)],
        };
    }

    /// <summary>
    /// What the rows of one client say: nothing, one day around a birthday or after the first start, or days that
    /// conflict.
    /// </summary>
    private DateOnly?[] Births(DateOnly start) => _random.Next(6) switch
    {
        0 => [null],
        1 => [null, start.AddYears(-_random.Next(0, 18)).AddDays(_random.Next(-1, 60))],
        2 => [new(1900, 1, 1), start.AddYears(-31).AddDays(_random.Next(-1, 2)), start.AddYears(-_random.Next(0, 18))],
        _ =>
        [
            null, new(2008, 2, 28), new(2008, 2, 29), new(2008, 3, 1),
            start.AddYears(-_random.Next(0, 18)).AddDays(_random.Next(-1, 2)),
        ],
    };

    private TestRow WithCare(TestRow row, bool hasCare) => !hasCare || !Chance(3) ? row : row with
    {
        CareStart = Chance(2) ? null
                : Chance(20) ? NoDates[_random.Next(NoDates.Length)]
                : row.Start!.Value.AddDays(_random.Next(-40, 40)),
        CareEnd = Chance(2) ? null
                : Chance(20) ? NoDates[_random.Next(NoDates.Length)]
                : row.End!.Value.AddDays(_random.Next(-40, 40)),
    };

    private TestRow WithNotes(TestRow row, bool hasNotes) => !hasNotes ? row : row with
    {
        Assignment = Assignments[_random.Next(Assignments.Length)],
        Location = Chance(3) ? Places[_random.Next(Places.Length)] : null,
        Intervention = Chance(3) ? Places[_random.Next(Places.Length)] : null,
        Municipality = Chance(3) ? Places[_random.Next(Places.Length)] : null,
        EndReason = Reasons[_random.Next(Reasons.Length)],
    };
}
