using System.Globalization;
using System.Text.Json;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>A folder that rgk derive wrote, as its manifest describes it.</summary>
/// <param name="Folder">Where it stands.</param>
/// <param name="Trajectories">What a trajectory is in it.</param>
/// <param name="Framework">How its percentiles were taken.</param>
/// <param name="CatalogueName">The catalogue that it was made with.</param>
/// <param name="CatalogueFingerprint">SHA-256 of that; null where it was made in code.</param>
/// <param name="IsSynthetic">Whether its rows are made up.</param>
internal sealed record Packet(
    string Folder, TrajectorySettings Trajectories, FrameworkSettings Framework, string CatalogueName,
    string? CatalogueFingerprint, bool IsSynthetic)
{
    /// <summary>Whether <c>compare</c> wrote it: a comparison has no draft and no trajectories.</summary>
    private bool IsComparison { get; init; }

    /// <summary>The file with its trajectories.</summary>
    internal string TrajectoryFile => TrajectoryFileIn(Folder);

    /// <summary>What a reader must know of its numbers.</summary>
    internal DraftNotes Notes(Language language) =>
        new(Trajectories, Framework, new DisclosureProfile(), IsSynthetic, language);

    /// <summary>What is read of the packet in a folder.</summary>
    internal static IReadOnlyList<InputFile> FilesOf(string folder) =>
        [new(Path.Combine(folder, ManifestReading.FileName)), new(TrajectoryFileIn(folder))];

    /// <summary>Reads the manifest of a packet of <c>derive</c>, and sees that its trajectories are there.</summary>
    /// <exception cref="CalibrationException">The folder holds no such packet.</exception>
    internal static Packet Open(string folder)
    {
        var packet = ManifestReading.Read(folder, manifest => From(folder, manifest)) ?? throw new CalibrationException(
            ExitCode.Files,
            new("Hier staat geen pakket dat rgk derive heeft gemaakt.",
                "There is no packet here that rgk derive made."),
            folder,
            new("Noem de map die bij rgk derive achter --out stond.",
                "Name the folder that stood behind --out of rgk derive."));
        if (packet.IsComparison)
            throw NoDraft(folder);
        return File.Exists(packet.TrajectoryFile) ? packet : throw new CalibrationException(
            ExitCode.Files,
            new("In dit pakket staan geen trajecten.", "This packet holds no trajectories."),
            packet.TrajectoryFile,
            new("Maak het pakket opnieuw met rgk derive, of zet intern/ terug.",
                "Make the packet again with rgk derive, or put intern/ back."));
    }

    /// <exception cref="CalibrationException">It was made with another catalogue.</exception>
    internal void RefuseOtherCatalogue(ProductCatalogue catalogue)
    {
        if (CatalogueFingerprint == catalogue.Fingerprint)
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new("Dit pakket is met een andere catalogus gemaakt.", "This packet was made with another catalogue."),
            CatalogueName,
            new("Geef met --catalogue het bestand waarmee het pakket is gemaakt, onveranderd.",
                "Give with --catalogue the file that the packet was made with, unchanged."));
    }

    /// <summary>The trouble that its trajectories cannot be read.</summary>
    internal CalibrationException Unreadable(Exception cause) => new(
        ExitCode.Files,
        new("De trajecten van dit pakket zijn niet te lezen.",
            "The trajectories of this packet cannot be read."),
        TrajectoryFile,
        new("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."),
        cause);

    private static CalibrationException NoDraft(string folder) => new(
        ExitCode.WrongUse,
        new("Dit is een vergelijking van rgk compare, en hier is een pakket van rgk derive nodig.",
            "This is a comparison of rgk compare, and a packet of rgk derive is needed here."),
        folder,
        new("Noem de map die bij rgk derive achter --out stond.",
            "Name the folder that stood behind --out of rgk derive."));

    private static string TrajectoryFileIn(string folder) =>
        Path.Combine(folder, StagedOutput.Restricted, "trajectories.parquet");

    private static Packet From(string folder, JsonElement manifest)
    {
        var settings = manifest.GetProperty("settings");
        return new Packet(
            folder,
            TrajectoriesOf(settings),
            FrameworkOf(settings),
            Text(settings, "catalogue"),
            settings.GetProperty("catalogueSha256").GetString(),
            manifest.TryGetProperty("synthetic", out var synthetic) && synthetic.GetBoolean())
        {
            IsComparison = settings.TryGetProperty("scenarios", out _),
        };
    }

    private static TrajectorySettings TrajectoriesOf(JsonElement settings) => new(
        PeriodOf(settings, "observed"), PeriodOf(settings, "cohort"),
        settings.GetProperty("gapDays").GetInt32(), settings.GetProperty("splitByProvider").GetBoolean())
    {
        Rule = Enum.Parse<CohortRule>(Text(settings, "cohortRule")),
        FollowUpDays = settings.GetProperty("followUpDays").GetInt32(),
        AtStartDays = settings.GetProperty("atStartDays").GetInt32(),
        EndKnowledge = Enum.Parse<EndKnowledge>(Text(settings, "endKnowledge")),
        StartedBefore = settings.GetProperty("startedBefore").GetBoolean(),
        AsKnownOn = settings.GetProperty("asKnownOn").GetString() is { } day
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null,
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

    private static string Text(JsonElement settings, string name) =>
        settings.GetProperty(name).GetString() ?? throw new FormatException("No text.");
}
