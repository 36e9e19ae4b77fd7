using System.Globalization;
using System.Runtime.CompilerServices;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>A line of data/reference/framework_2025.csv, with the names that truth.csv has for it.</summary>
internal sealed record PublishedLine(string Code, string Subgroup, double Volume, string Unit, string Step)
{
    private static readonly string[] SchoolSteps = ["12w", "26w", "schooljaar"];
    private static readonly string[] MonthSteps = ["3m", "6m", "9m", "12m", "18m", "24m"];

    internal static IReadOnlyList<PublishedLine> All { get; } =
        [.. File.ReadLines(Repository("data/reference/framework_2025.csv")).Skip(1).Select(Read)];

    /// <summary>1, or ½ under 10: the spec's rounding of a volume.</summary>
    internal double VolumeStep => Volume <= 10 ? 0.5 : 1;

    /// <summary>
    /// What rounds up to the published volume, not too close to either side; dagdelen are declared whole or by the
    /// half.
    /// </summary>
    internal double VolumeTarget => Volume - ((Unit == "dagdeel" ? 0.25 : 0.4) * VolumeStep);

    internal TruthLevel Level =>
        Code is "45C10" or "45MBO" or "45HBO" or "45HBP" or "45WON" or "53WON" ? TruthLevel.Part : TruthLevel.Chain;

    internal bool IsPerCareYear => Code == "41A03";

    /// <summary>The next shorter step that the product may have; none below the shortest.</summary>
    internal string? ShorterStep
    {
        get
        {
            var steps = SchoolSteps.Contains(Step) ? SchoolSteps : MonthSteps;
            var place = Array.IndexOf(steps, Step);
            return place == 0 ? null : steps[place - 1];
        }
    }

    internal static PublishedLine? Of(string code, string subgroup) =>
        All.SingleOrDefault(line => line.Code == code && line.Subgroup == subgroup);

    internal string Key(string measure, int p, string population = TruthTable.All) =>
        RegionCalibration.Key(Code, Subgroup, Level, population, measure, p);

    internal string VolumeKey(int p, string population = TruthTable.All) => IsPerCareYear
        ? RegionCalibration.Key(Code, Subgroup, TruthLevel.CareYear, population, "volume", p)
        : Key("volume_within_" + Step, p, population);

    internal static string Repository(string path, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", path);

    private static PublishedLine Read(string line)
    {
        var cells = line.Split(',');
        var subgroup = cells[2] == "41A03" && cells[4].Length == 0 ? "rest" : cells[4];
        var step = (cells[10], cells[11]) switch
        {
            ("40", "week") => "schooljaar",
            (var weeks, "week") => weeks + "w",
            (var months, _) => months + "m",
        };
        return new(cells[2], subgroup, double.Parse(cells[6], CultureInfo.InvariantCulture), cells[7], step);
    }
}
