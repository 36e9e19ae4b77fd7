using RgkCalibrator.Tests.Intake.Foreign;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>The corpus. A format more is a line more here.</summary>
internal static class HostileCases
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, HostileCase> All { get; } = new[]
    {
        HostileTexts.All, HostileCells.All, HostileContents.All, HostileNames.All, HostilePlaces.All,
        HostileSettings.All, HostileBooks.All, Parquet,
    }.SelectMany(cases => cases).ToDictionary(one => one.Name);

    // Broken copies of them are read by thousands in MutatedFilesTests.
    private static IEnumerable<HostileCase> Parquet => RefusedFile.All.Select(refused => new HostileCase(
        "Parquet: " + refused.Key,
        folder =>
        {
            refused.Value.Write(Path.Combine(folder, "vreemd.parquet"));
            return ["validate", Path.Combine(folder, "vreemd.parquet")];
        },
        (int)refused.Value.Code));
}
