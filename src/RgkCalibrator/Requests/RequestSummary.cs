using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Review;

namespace RgkCalibrator.Requests;

/// <summary>Where the share of trajectories that go beyond a line was taken from.</summary>
public enum ExtensionBasis
{
    /// <summary>From the framework: the released share inside the adopted line.</summary>
    Framework,

    /// <summary>From a packet that proposed the same line: the released share inside it.</summary>
    Packet,

    /// <summary>From the percentile of the framework: of a line at P80, 20% go beyond it.</summary>
    Percentile,
}

/// <summary>The requests for one line that start in one year.</summary>
/// <param name="Product">The product.</param>
/// <param name="Line">The line.</param>
/// <param name="Year">The year of the first day; null where that is not known.</param>
public sealed record RequestSum(Product Product, PossibleLine Line, int? Year)
{
    /// <summary>Requests that were compared with the line.</summary>
    public required int Requests { get; init; }

    /// <summary>Those inside it.</summary>
    public required int Inside { get; init; }

    /// <summary>Those beyond its volume alone.</summary>
    public required int BeyondVolume { get; init; }

    /// <summary>Those beyond its duration alone.</summary>
    public required int BeyondDuration { get; init; }

    /// <summary>Those beyond both.</summary>
    public required int BeyondBoth { get; init; }

    /// <summary>The share of trajectories that go beyond the line, 0 to 1.</summary>
    public required decimal ExtensionShare { get; init; }

    /// <summary>Where that share was taken from.</summary>
    public required ExtensionBasis Basis { get; init; }

    /// <summary>
    /// The extension requests to be expected: all requests for the line times the share that goes beyond it.
    /// </summary>
    public decimal Extensions => Requests * ExtensionShare;
}

/// <summary>Counts checked requests by line and year.</summary>
public static class RequestSummary
{
    /// <summary>The percentile of a framework that does not tell it.</summary>
    public const decimal UsualPercentile = 80;

    /// <summary>The percentile that the lines of a framework were proposed at.</summary>
    public static decimal PercentileOf(PublishedFramework framework) =>
        decimal.TryParse(
            framework.Percentile?.TrimStart('P'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var percentile) && percentile is > 0 and < 100
            ? percentile
            : UsualPercentile;

    /// <summary>A sum for each line and year, in the order of the catalogue; requests of unknown years last.</summary>
    /// <param name="rows">The rows; those that have no line, or may have several, are left out.</param>
    /// <param name="check">The framework.</param>
    /// <param name="past">What past trajectories needed; null: not asked.</param>
    public static IReadOnlyList<RequestSum> Of(
        IReadOnlyList<CheckedRow> rows, FrameworkCheck check, PastNeeds? past)
    {
        var places = check.Catalogue.Products.Index().ToDictionary(one => one.Item.Code, one => one.Index);
        return
        [
            .. rows.Where(row => row is { Answer.Only.Line: not null, Verdict: not RequestVerdict.Unreadable })
                .GroupBy(row => (row.Answer!.Product!.Code, Place: row.Answer.Only!.Line!.Place, row.Year))
                .OrderBy(same => places[same.Key.Code])
                .ThenBy(same => check.Framework.Lines.TakeWhile(line => line.Place != same.Key.Place).Count())
                .ThenBy(same => same.Key.Year ?? int.MaxValue)
                .Select(same => SumOf([.. same], check, past)),
        ];
    }

    private static RequestSum SumOf(List<CheckedRow> rows, FrameworkCheck check, PastNeeds? past)
    {
        var answer = rows[0].Answer!;
        var (share, basis) = ShareBeyond(answer.Only!, check, past);
        return new RequestSum(answer.Product!, answer.Only!, rows[0].Year)
        {
            Requests = rows.Count,
            Inside = Count(RequestVerdict.Inside),
            BeyondVolume = Count(RequestVerdict.BeyondVolume),
            BeyondDuration = Count(RequestVerdict.BeyondDuration),
            BeyondBoth = Count(RequestVerdict.BeyondBoth),
            ExtensionShare = share,
            Basis = basis,
        };

        int Count(RequestVerdict verdict) => rows.Count(row => row.Verdict == verdict);
    }

    private static (decimal Share, ExtensionBasis Basis) ShareBeyond(
        PossibleLine one, FrameworkCheck check, PastNeeds? past)
    {
        var line = one.Line!;
        if (line.WithinBoth is { } adopted)
            return (1 - adopted, ExtensionBasis.Framework);
        var need = past?.Of(line.Code, one.Subgroup);
        return need is { WithinBoth: { } within, Proposed: { } proposed }
            && proposed.Volume == line.Volume && proposed.Duration.IsAlsoCalled(line.Duration)
            ? (1 - within, ExtensionBasis.Packet)
            : (1 - (PercentileOf(check.Framework) / 100), ExtensionBasis.Percentile);
    }
}
