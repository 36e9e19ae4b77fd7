using System.Globalization;
using System.Text.Json;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>What an earlier run left behind, by its manifest.</summary>
/// <param name="Folder">Where it stands.</param>
/// <param name="Trajectories">What a trajectory is in it.</param>
/// <param name="Framework">How its percentiles were taken.</param>
/// <param name="CatalogueName">Of the catalogue that it was made with.</param>
/// <param name="CatalogueFingerprint">SHA-256 of that; null where it was made in code.</param>
/// <param name="IsSynthetic">Whether its rows are made up.</param>
internal sealed record Packet(
    string Folder, TrajectorySettings Trajectories, FrameworkSettings Framework, string CatalogueName, string? CatalogueFingerprint, bool IsSynthetic)
{
    /// <summary>The file with its trajectories.</summary>
    internal string TrajectoryFile => Path.Combine(Folder, "intern", "trajectories.parquet");

    /// <summary>What is to be said of its numbers.</summary>
    internal DraftNotes Notes => new(Trajectories, Framework, new DisclosureProfile(), IsSynthetic);

    /// <summary>Reads the manifest of a packet of <c>derive</c>, and sees that its trajectories are there.</summary>
    /// <exception cref="CalibrationException">The folder holds no such packet.</exception>
    internal static Packet Open(string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(path))
            throw NoPacket(folder);
        var packet = Read(folder, path);
        return File.Exists(packet.TrajectoryFile) ? packet : throw new CalibrationException(
            ExitCode.Files,
            new Wording("In dit pakket staan geen trajecten.", "This packet holds no trajectories."),
            packet.TrajectoryFile,
            new Wording("Maak het pakket opnieuw met rgk derive, of zet intern/ terug.", "Make the packet again with rgk derive, or put intern/ back."));
    }

    /// <summary>Its trajectories cannot be read.</summary>
    internal CalibrationException Unreadable(Exception cause) => new(
        ExitCode.Files,
        new Wording("De trajecten van dit pakket zijn niet te lezen.", "The trajectories of this packet cannot be read."),
        TrajectoryFile,
        new Wording("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."),
        cause);

    private static Packet Read(string folder, string path)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            var (root, settings) = (manifest.RootElement, manifest.RootElement.GetProperty("settings"));
            if (!root.GetProperty("format").ValueEquals(Manifest.Format))
                throw NoPacket(folder);
            return new Packet(
                folder,
                TrajectoriesOf(settings),
                FrameworkOf(settings),
                Text(settings, "catalogue"),
                settings.GetProperty("catalogueSha256").GetString(),
                root.TryGetProperty("synthetic", out var synthetic) && synthetic.GetBoolean());
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw NoPacket(folder, unreadable);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw NoPacket(folder, refused);
        }
    }

    private static TrajectorySettings TrajectoriesOf(JsonElement settings) => new(
        PeriodOf(settings, "observed"), PeriodOf(settings, "cohort"), settings.GetProperty("gapDays").GetInt32(), settings.GetProperty("splitByProvider").GetBoolean())
    {
        Rule = Enum.Parse<CohortRule>(Text(settings, "cohortRule")),
        FollowUpDays = settings.GetProperty("followUpDays").GetInt32(),
        AtStartDays = settings.GetProperty("atStartDays").GetInt32(),
        EndKnowledge = Enum.Parse<EndKnowledge>(Text(settings, "endKnowledge")),
        StartedBefore = settings.GetProperty("startedBefore").GetBoolean(),
        AsKnownOn = settings.GetProperty("asKnownOn").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    };

    private static FrameworkSettings FrameworkOf(JsonElement settings) => new()
    {
        Percentage = PercentageOf(settings, "percentile"),
        Compared = PercentageOf(settings, "compared"),
        Type = Enum.Parse<QuantileType>(Text(settings, "percentileType")),
        Confidence = settings.GetProperty("confidence").GetDouble(),
        Estimator = Text(settings, "estimator") == "corrected" ? Estimator.Corrected : Estimator.Completed,
    };

    private static Period PeriodOf(JsonElement settings, string name) =>
        Period.TryParse(Text(settings, name), out var period) ? period! : throw new FormatException("No period.");

    private static Percentage PercentageOf(JsonElement settings, string name) =>
        Percentage.Of(decimal.Parse(Text(settings, name).TrimStart('P'), CultureInfo.InvariantCulture));

    private static string Text(JsonElement settings, string name) => settings.GetProperty(name).GetString() ?? throw new FormatException("No text.");

    private static CalibrationException NoPacket(string folder, Exception? cause = null) => new(
        ExitCode.Files,
        new Wording("Hier staat geen pakket dat rgk derive heeft gemaakt.", "There is no packet here that rgk derive made."),
        folder,
        new Wording("Noem de map die bij rgk derive achter --out stond.", "Name the folder that stood behind --out of rgk derive."),
        cause);
}
