using RgkCalibrator.Catalogue;
using RgkCalibrator.Requests;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Requests;

/// <summary>The published framework, and what must be told of a request to come to each of its lines.</summary>
internal static class FrameworkOf2025
{
    public static string File { get; } = Repository.PathOf("data/reference/framework_2025.csv");

    public static FrameworkCheck Check { get; } = RequestChecking.Open(File, CatalogueFile.Haaglanden2025());

    /// <summary>What brings a request to the line of a subgroup, by its id in the annexes.</summary>
    public static RequestFacts FactsOf(string code, string subgroup) => (code, subgroup) switch
    {
        ("41A03", "") => new() { Age = 10 },
        (_, "") => RequestFacts.None,
        (_, "kdc-2") => new() { Age = 2, Location = "KDC" },
        (_, "kdc-3-4") => new() { Age = 4, Location = "KDC" },
        (_, "kdc-5") => new() { Age = 5, Location = "KDC" },
        (_, "ambulant") => new() { WithStay = false },
        (_, "ambulant-verblijf") => new() { WithStay = true },
        (_, "eerste") => new() { Order = CareOrder.First },
        (_, "vervolg") => new() { Order = CareOrder.FollowUp },
        (_, "ambulant-eerste") => new() { Order = CareOrder.First, WithStay = false },
        (_, "ambulant-vervolg") => new() { Order = CareOrder.FollowUp, WithStay = false },
        _ => throw new ArgumentOutOfRangeException(nameof(subgroup), subgroup, "Not in the annexes."),
    };

    /// <summary>What the framework says of a volume in the product's unit.</summary>
    public static RequestAnswer Answer(
        string code, decimal volume, RequestedDuration duration, RequestFacts? facts = null) =>
        Check.Answer(new CareRequest(code, new RequestedVolume(volume, null, VolumeFrequency.Total), duration)
        {
            Facts = facts ?? RequestFacts.None,
        });

    public static RequestedDuration Months(int months) => RequestedDuration.Of(DurationStep.Months(months));

    public static RequestedDuration Days(DateOnly first, DateOnly last) =>
        RequestedDuration.Of(new Period(first, last));
}
