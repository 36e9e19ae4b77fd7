using System.Text.Json.Nodes;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Synthetic;

/// <summary>The size of a region, and the seed that decides which region it is.</summary>
/// <param name="Children">Children in the files, 1 to <see cref="SyntheticRegion.MostChildren"/>.</param>
/// <param name="Seed">Another seed gives other children, of the same region.</param>
public sealed record SyntheticSettings(int Children, long Seed)
{
    /// <summary>
    /// About the size of the ten municipalities: 8,123 children in begeleiding and JOH in 2018, 10,487 in 2023.
    /// </summary>
    public static SyntheticSettings Default { get; } = new(89_500, 2025);

    /// <summary>The last year of a region without the years after the framework.</summary>
    public const int UsualLastYear = 2023;

    /// <summary>The last year that there can be.</summary>
    public const int LatestYear = 2030;

    /// <summary>
    /// The last year of the declarations, 2023 to <see cref="LatestYear"/>. With a later year than 2023 the framework
    /// comes into force on 1 September 2025 with an effect that is known, two providers deviate from then on, some
    /// trajectories have an intervention, and declarations arrive late: only what arrived by the end of the January
    /// after it is there. Another last year gives other children.
    /// </summary>
    public int LastYear { get; init; } = UsualLastYear;

    /// <summary>The years of the declarations, from 2018 on.</summary>
    internal int Years => LastYear - RegionRows.FirstYear + 1;

    /// <summary>The format of the declarations.</summary>
    public RegionFormat Format { get; init; } = RegionFormat.Parquet;

    /// <summary>The rates of dirt in the files; null for none.</summary>
    public DirtRates? Dirt { get; init; }

    /// <summary>Requests for care that are made up beside the declarations; 0 for none.</summary>
    public int Requests { get; init; }

    /// <summary>
    /// Every setting by its name in <c>manifest.json</c>. The format is left out when it is Parquet, dirt and requests
    /// when there are none, and the last year when it is 2023.
    /// </summary>
    public JsonObject Describe()
    {
        var choices = new JsonObject
        {
            ["origin"] = SourceFile.SyntheticOrigin,
            ["children"] = Children,
            ["seed"] = Seed,
        };
        if (LastYear != UsualLastYear)
            choices["lastYear"] = LastYear;
        if (Format != RegionFormat.Parquet)
            choices["format"] = Format == RegionFormat.Csv ? "csv" : "mixed";
        if (Dirt is not null)
            choices["dirt"] = Dirt.Describe();
        if (Requests > 0)
            choices["requests"] = Requests;
        return choices;
    }
}

/// <summary>
/// The files that were written. Lines counts the rows of all files, with those of dirt. Names are without the folder,
/// in the order of writing.
/// </summary>
public sealed record SyntheticFiles(SyntheticSettings Settings, long Lines, IReadOnlyList<string> Names)
{
    /// <summary>The files with declarations.</summary>
    public IEnumerable<string> Declarations =>
        Names.Where(name => name.StartsWith(RegionFiles.DeclarationsPrefix, StringComparison.Ordinal));
}

/// <summary>
/// One declared line, of nobody real. Client ids begin with SYN; the location is KDC or null; both days are included.
/// </summary>
public sealed record SyntheticLine(
    string ClientId, string ProductCode, string ProviderId, DateOnly BirthDate, DateOnly StartDate, DateOnly EndDate,
    decimal Volume, CareUnit Unit, string AssignmentId, string Municipality, string? Location)
{
    /// <summary>The intervention; null for none, as in every region without the years after the framework.</summary>
    public string? Intervention { get; init; }

    /// <summary>
    /// The day on which the line was declared; null in a region without the years after the framework.
    /// </summary>
    public DateOnly? DeclaredOn { get; init; }
}

/// <summary>
/// A region that does not exist, with declarations from 2018 on of every product of the published framework, drawn
/// so that the published lines hold about 80% of its trajectories. The same settings give the same lines on every
/// machine.
/// </summary>
public static class SyntheticRegion
{
    /// <summary>A client number has seven digits.</summary>
    public const int MostChildren = 9_999_999;

    /// <summary>
    /// Writes a file for each year, the truth about the region (with dirt, also about its rows), a notice and a
    /// manifest into a folder: all of them, or nothing. A folder that exists is replaced only if it is empty or holds
    /// an unchanged earlier region.
    /// </summary>
    /// <exception cref="CalibrationException">
    /// There are too few or too many children, the rates of dirt cannot be, or the folder cannot be written.
    /// </exception>
    public static SyntheticFiles Write(
        string folder, SyntheticSettings settings, Action<Wording>? warn = null, CancellationToken stop = default)
    {
        Check(settings);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Region, warn);
        var files = output.Guard(() => RegionFiles.Write(output, settings, stop));
        output.Commit();
        return files;
    }

    /// <summary>The lines of a region without its dirt, child by child; within a child by product and month.</summary>
    /// <exception cref="CalibrationException">
    /// There are too few or too many children, or the rates of dirt cannot be.
    /// </exception>
    public static IEnumerable<SyntheticLine> Lines(SyntheticSettings settings)
    {
        Check(settings);
        return Enumerate(settings);
    }

    private static IEnumerable<SyntheticLine> Enumerate(SyntheticSettings settings)
    {
        var tables = new RegionTables(RegionModel.Load(), settings);
        var generator = new ChildGenerator(tables, settings.Seed);
        for (var child = 0; child < settings.Children; child++)
        {
            var care = generator.Draw(child);
            foreach (var line in care.Lines.Where(line => tables.Holds(child, in line)))
                yield return Readable(child, care, line, tables);
        }
    }

    private static SyntheticLine Readable(int child, ChildCare care, CareLine line, RegionTables tables) => new(
        RowText.ClientId(child),
        tables.Products[line.Product].Model.Code,
        RegionPlaces.ProviderId(line.Provider),
        care.Birth,
        DayNumber.ToDate(line.Start),
        DayNumber.ToDate(line.End),
        line.Hundredths / 100m,
        line.Unit,
        RowText.AssignmentId(child, line.Assignment),
        RegionPlaces.MunicipalityCode(care.Municipality),
        line.IsOnKdc ? RowText.Kdc : null)
    {
        Intervention = line.Intervention == 0 ? null : tables.After!.Interventions[line.Intervention],
        DeclaredOn = tables.After is { } after ? DayNumber.ToDate(after.ArrivalOf(child, in line)) : null,
    };

    private static void Check(SyntheticSettings settings)
    {
        if (settings.Children is <= 0 or > MostChildren)
        {
            throw new CalibrationException(
                ExitCode.WrongUse,
                new(
                    "Een synthetische regio heeft 1 tot 9.999.999 kinderen.",
                    "A synthetic region has 1 to 9,999,999 children."),
                "--clients",
                new("Geef een aantal tussen deze grenzen.", "Give a number between these bounds."));
        }

        if (settings.LastYear is < SyntheticSettings.UsualLastYear or > SyntheticSettings.LatestYear)
        {
            throw new CalibrationException(
                ExitCode.WrongUse,
                new(
                    "Een synthetische regio eindigt met een jaar van 2023 tot en met 2030.",
                    "A synthetic region ends with a year from 2023 to 2030."),
                "--until",
                new("Geef een jaar tussen deze grenzen.", "Give a year between these bounds."));
        }

        if (settings.Dirt is { IsPossible: false })
        {
            throw new CalibrationException(
                ExitCode.WrongUse,
                new("Zoveel vuil kan niet.", "There cannot be so much dirt."),
                nameof(DirtRates),
                new(
                    "Geef voor elke soort 0 of meer, en samen hoogstens 10.000.",
                    "Give 0 or more for each kind, and 10,000 at most in all."));
        }
    }
}
