using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Monitoring;

/// <summary>What is wrong with a monitor, in three sentences each.</summary>
internal static class MonitorMistakes
{
    internal static Wording LinesByProvider { get; } = new(
        "Dit kader heeft lijnen per aanbieder; de monitor zet alle trajecten naast één lijn.",
        "This framework has lines by provider; the monitor puts all trajectories beside one line.");

    internal static CalibrationException HasNoRelease(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen vrijgave van een monitor.", "There is no release of a monitor here."),
        folder,
        new("Noem bij --released de map die bij rgk monitor achter --out stond.",
            "Name with --released the folder that stood behind --out of rgk monitor."));

    internal static CalibrationException NothingFollowed(TrajectorySettings trajectories) => new(
        ExitCode.WrongUse,
        new("Geen enkel traject met een lijn is zo lang te volgen als die lijn duurt.",
            "No trajectory with a line could be followed for as long as that line lasts."),
        trajectories.Observed.ToString(),
        new("Neem declaraties van meer maanden, of geef met --observed tot wanneer zij er zijn.",
            "Take declarations of more months, or tell with --observed until when there are any."));
}
