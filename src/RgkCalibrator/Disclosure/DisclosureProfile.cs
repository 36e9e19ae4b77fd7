using System.Globalization;
using System.Text.Json.Nodes;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// What may be shown outside. The unit is the child. The defaults are strict; a region's privacy officer confirms them.
/// </summary>
/// <param name="SmallestGroup">k: every figure that is shown stands for at least so many children, and so does what it leaves over.</param>
/// <param name="CountRounding">Counts are shown to the nearest multiple of this.</param>
/// <param name="BothPercentilesFrom">Children from which two volumes, as at P75 and at P80, may stand side by side.</param>
/// <param name="LargestSameShare">A percentile of a group of which at least this share has one and the same value is not shown.</param>
/// <param name="BandFrom">Shares above this are shown as a band.</param>
public sealed record DisclosureProfile(
    int SmallestGroup = 10, int CountRounding = 5, int BothPercentilesFrom = 200, double LargestSameShare = 0.9, double BandFrom = 0.9)
{
    /// <summary>What is looser than the defaults, and by whose leave.</summary>
    public IReadOnlyList<ProfileLoosening> Exceptions { get; init; } = [];

    /// <summary>Every value by its name in documents, in a fixed order; the same names as in a file.</summary>
    public JsonObject Describe() => new()
    {
        ["smallestGroup"] = SmallestGroup,
        ["countRounding"] = CountRounding,
        ["bothPercentilesFrom"] = BothPercentilesFrom,
        ["largestSameShare"] = LargestSameShare,
        ["bandFrom"] = BandFrom,
        ["exceptions"] = new JsonArray([.. Exceptions.Select(exception => exception.Describe())]),
    };
}

/// <summary>A value that is looser than its default.</summary>
/// <param name="Setting">Which, by its name in a file.</param>
/// <param name="Name">What the exception is called: the decision, or the role of who took it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day for which it was given. Recorded and shown, never compared with a clock.</param>
public sealed record ProfileLoosening(string Setting, string Name, string Reason, DateOnly Until)
{
    /// <summary>As it stands in documents.</summary>
    internal JsonObject Describe() => new()
    {
        ["setting"] = Setting,
        ["name"] = Name,
        ["reason"] = Reason,
        ["until"] = Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
