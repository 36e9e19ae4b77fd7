using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>The trajectories of a product that a line is for.</summary>
internal enum LineRole
{
    Any,
    First,
    FollowUp,
    WithStay,
    Kdc2,
    Kdc3To4,
    Kdc5,
}

/// <summary>
/// A lognormal distribution, or a mixture of two: a share of short care has <c>ShortRatio</c> times the median and a
/// spread of its own. The median is in days or, for a school year, in thousandths of the time from the start to 31
/// July.
/// </summary>
internal sealed record DurationShape(
    bool IsOfSchoolYear, double Median, double Sigma, double ShortShare, double ShortRatio, double ShortSigma);

/// <summary>
/// Volume per week, lognormal, with a rank correlation (of a Gaussian copula, −1 to 1) to the duration.
/// </summary>
internal sealed record VolumeShape(double PerWeek, double Sigma, double Correlation);

/// <summary>The durations and volumes of one framework line, as in data/synthetic/lines.csv.</summary>
internal sealed record LineModel(string Code, string Name, DurationShape Duration, VolumeShape Volume)
{
    internal LineRole Role => Name switch
    {
        "" or "rest" or "ambulant" => LineRole.Any,
        "eerste" or "ambulant-eerste" => LineRole.First,
        "vervolg" or "ambulant-vervolg" => LineRole.FollowUp,
        "ambulant-verblijf" => LineRole.WithStay,
        "kdc-2" => LineRole.Kdc2,
        "kdc-3-4" => LineRole.Kdc3To4,
        "kdc-5" => LineRole.Kdc5,
        _ => throw new InvalidOperationException($"No role is known of line {Name}."),
    };
}

/// <summary>
/// The use of a product, as in data/synthetic/products.csv. Weight tells how often it is chosen, relative to the
/// others. Youngest and oldest are the ages in full years at which its care starts. AssignmentMonths is the length of
/// an assignment; 0 when each part has its own. Restart, extension and stay are chances per thousand: of a later
/// trajectory of the same child, of a further part, and of a start together with a stay.
/// </summary>
internal sealed record ProductModel(
    string Code, CareRole Role, CareUnit Unit, int Weight, string Providers, int Youngest, int Oldest,
    bool StartsWithSchool, int AssignmentMonths, int Restart, int Extension, int Stay, string StayCode)
{
    internal bool HasParts => AssignmentMonths == 0;

    internal bool HasSchoolSteps => Code is "45ABS" or "45S05" or "45S09" or "41V01" or "41V02" or "45V05";

    internal bool HasCareYears => Code == "41A03";
}

/// <summary>The model of the region: its products in ordinal order of code, and their lines.</summary>
internal sealed record RegionModel(IReadOnlyList<ProductModel> Products, IReadOnlyList<LineModel> Lines)
{
    private const string ProductHeader =
        "code,role,unit,weight,providers,youngest,oldest,start,assignment_months,restart,extension,stay,stay_code";

    /// <summary>The first line of lines.csv.</summary>
    internal const string LineHeader =
        "code,line,duration_in,median,sigma,short_share,short_ratio,short_sigma,per_week,volume_sigma,correlation";

    /// <summary>The model that the program holds; its constants were fitted to the published lines.</summary>
    internal static RegionModel Load() => new(
        [.. Rows("products.csv", ProductHeader).Select(ReadProduct)],
        [.. Rows("lines.csv", LineHeader).Select(ReadLine)]);

    /// <summary>The text of an embedded file of data/synthetic.</summary>
    internal static string Text(string name)
    {
        using var stream = typeof(RegionModel).Assembly.GetManifestResourceStream("synthetic/" + name)
            ?? throw new InvalidOperationException($"The program holds no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The rows of an embedded file of data/synthetic, as cells.</summary>
    internal static IEnumerable<string[]> Rows(string name, string header)
    {
        var lines = Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines[0] != header)
            throw new InvalidOperationException($"{name} has another header than {header}.");
        return lines.Skip(1).Select(line => line.Split(','));
    }

    private static ProductModel ReadProduct(string[] cells) => new(
        cells[0], RoleOf(cells[1]), CareUnits.Read(cells[2])!.Value, Whole(cells[3]),
        cells[4], Whole(cells[5]), Whole(cells[6]), cells[7] == "school",
        Whole(cells[8]), Whole(cells[9]), Whole(cells[10]), Whole(cells[11]), cells[12]);

    private static CareRole RoleOf(string cell) =>
        cell == "surcharge" ? CareRole.None : Enum.Parse<CareRole>(cell, ignoreCase: true);

    private static LineModel ReadLine(string[] cells) => new(
        cells[0],
        cells[1],
        new DurationShape(
            cells[2] == "school", Real(cells[3]), Real(cells[4]), Real(cells[5]), Real(cells[6]), Real(cells[7])),
        new VolumeShape(Real(cells[8]), Real(cells[9]), Real(cells[10])));

    private static int Whole(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);

    private static double Real(string cell) => cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture);
}
