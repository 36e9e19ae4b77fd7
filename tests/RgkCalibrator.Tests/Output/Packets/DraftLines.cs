using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>One line of every kind.</summary>
internal static class DraftLines
{
    private static readonly DisclosureProfile Strict = new();
    private static readonly FrameworkSettings Settings = new();

    public static List<SafeLine> Shown() => [.. All().Select(line => LineDisclosure.Line(line, Strict))];

    public static List<DraftLine> All()
    {
        DurationStep[] school = [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear];
        var group = new Product(
            "41A03",
            "Dag|behandeling <KDC>",
            FrameworkKind.Rgk,
            CareRole.Ambulatory,
            CareUnit.Dagdeel)
        {
            AllowedDurations = school,
            IntensityUnit = IntensityUnit.DagdeelPerWeek,
            Current = [new CurrentLine(312, DurationStep.SchoolYear)],
        };
        var hours = Care.Usual with
        {
            IntensityUnit = IntensityUnit.MinuutPerWeek,
            Current = [new CurrentLine(7.5m, DurationStep.Months(12))],
        };
        return
        [
            Line(group, Enumerable.Range(0, 1234).Select(child => Care.Of(child, child % 3, 100 + (child % 97), 3))),
            Line(
                hours with { Code = "A1", Name = "Begeleiding; licht" },
                Enumerable.Range(0, 400).Select(child => Care.Of(child, child % 3, 40 + (child % 23)))),
            Line(
                hours with { Code = "A2", Name = "=1+1 Gezin" },
                Enumerable.Range(0, 100).Select(child => Care.Of(child, child % 6, 1 + (child % 9)))),
            Line(
                hours with { Code = "A3", Name = "Weinig kinderen" },
                Enumerable.Range(0, 30).Select(child => Care.Of(child, child % 3, 40 + child))),
            Line(
                hours with { Code = "A4", Name = "Bijna niemand" },
                [Care.Of(1, 1, 5)]),
            Line(
                hours with
                {
                    Code = "A5",
                    Name = "Niemand",
                    Current = [],
                    Existing = new ExistingLine(10, DurationStep.Months(3), "contract"),
                },
                []),
            Line(
                hours with { Code = "A6", Name = "Steeds gelijk" },
                Enumerable.Range(0, 90).Select(child => Care.Of(child, 0, 10))),
            Line(
                hours with { Code = "A7", Name = "Te lang" },
                Enumerable.Range(0, 300).Select(child => Care.Of(child, 4 + (child % 3), 300 + child))),
            Line(hours with { Code = "A8", Name = "Loopt vaak nog" }, StillRunning()),
            .. Parted(hours),
        ];
    }

    /// <summary>
    /// Two lines that share their volume, one whose column is not in the data, and a rest with care years.
    /// </summary>
    private static IReadOnlyList<DraftLine> Parted(Product product)
    {
        var parted = product with
        {
            Code = "B1",
            Name = "Verdeeld",
            Own = OwnMeasures.Volume,
            Subgroups =
            [
                One("eerste", OwnMeasures.Duration),
                One("vervolg", OwnMeasures.Duration),
                One("kdc", OwnMeasures.Both),
            ],
            Current =
            [
                new CurrentLine(60, DurationStep.Months(9)) { SubgroupId = "vervolg" },
                new CurrentLine(9, DurationStep.Months(6)) { SubgroupId = "kdc" },
                new CurrentLine(7.5m, DurationStep.Months(12)),
            ],
        };
        var cares = Enumerable.Range(0, 900).Select(child => Care.Of(child, child % 4, 20 + (child % 61))).ToList();
        var scope = new GroupScope("eerste", "Eerste traject") { Unplaced = 12, StartedBefore = 3 };
        Group[] parts =
        [
            Care.Group(parted, cares[..300], scope),
            Care.Group(parted, cares[300..600], scope with { Id = "vervolg", Label = "Verlenging / vervolgtraject" }),
            Care.Group(
                parted,
                cares[600..700],
                scope with { Id = "kdc", Label = "Op KDC", Missing = [CanonicalColumn.Location] }),
            Care.Group(
                parted,
                cares[700..],
                scope with { Id = GroupScope.RestId, Label = "" },
                careYears: Care.Group(parted, cares[650..])),
        ];
        var whole = Care.Group(parted, cares);
        return Proposals.ForProduct(new ProductGroups(whole, parts, whole), Settings);

        static Subgroup One(string id, OwnMeasures own) =>
            new(id, id, [new SubgroupCondition(ConditionKind.Order, ["first"])]) { Own = own };
    }

    private static IEnumerable<Care> StillRunning() => Enumerable.Range(0, 400).Select(child => child % 3 == 0
        ? Care.Running(child, 2 + (child % 29), 30 + (child % 41))
        : Care.Of(child, child % 4, 20 + (child % 61)) with { Months = 3 * (1 + (child % 4)) });

    private static DraftLine Line(Product product, IEnumerable<Care> care) =>
        Proposals.ForGroup(Care.Group(product, care), Settings);
}
