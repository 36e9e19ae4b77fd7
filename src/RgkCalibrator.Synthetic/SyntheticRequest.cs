using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>A request for care that nobody made, and what is right about it.</summary>
/// <param name="Code">The product.</param>
/// <param name="First">The first day.</param>
internal sealed record SyntheticRequest(string Code, DateOnly First)
{
    /// <summary>The last day; null where it was left out.</summary>
    internal DateOnly? Last { get; init; }

    /// <summary>The volume as a text; empty where it was left out.</summary>
    internal string Volume { get; init; } = string.Empty;

    /// <summary>The iJw code of the unit.</summary>
    internal string Unit { get; init; } = string.Empty;

    /// <summary>The iJw code of the frequency.</summary>
    internal string Frequency { get; init; } = "6";

    /// <summary>The birth date; null: not told.</summary>
    internal DateOnly? Birth { get; init; }

    /// <summary>Whether there is a stay; null: not told.</summary>
    internal bool? WithStay { get; init; }

    /// <summary>A first or a follow-up trajectory.</summary>
    internal CareOrder Order { get; init; }

    /// <summary>Where the care is given; empty: not told.</summary>
    internal string Location { get; init; } = string.Empty;

    /// <summary>The subgroup that it was made for; empty for a whole product.</summary>
    internal string Subgroup { get; init; } = string.Empty;

    /// <summary>What is right to say of it: it was made from this.</summary>
    internal string Verdict { get; init; } = string.Empty;

    /// <summary>Why it cannot be read; empty where it can.</summary>
    internal string Reason { get; init; } = string.Empty;

    internal static string CodeOf(CareUnit unit) => ((int)unit).ToString("00", CultureInfo.InvariantCulture);
}
