using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Control;

/// <summary>What is wrong with a control, in three sentences each.</summary>
internal static class ControlMistakes
{
    internal static Wording LinesByProvider { get; } = new(
        "Dit kader heeft lijnen per aanbieder; de controle zet alle aanbieders naast één lijn.",
        "This framework has lines by provider; the control puts all providers beside one line.");

    internal static CalibrationException HasNoRelease(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen vrijgave van een controle.", "There is no release of a control here."),
        folder,
        new("Noem bij --released de map die bij rgk control achter --out stond.",
            "Name with --released the folder that stood behind --out of rgk control."));

    internal static CalibrationException TooRecent(DateOnly since, TrajectorySettings trajectories)
    {
        var (dutch, english) = (
            Numbers.Date(trajectories.ObservedThen().Last, Language.Dutch),
            Numbers.Date(trajectories.ObservedThen().Last, Language.English));
        var gap = Numbers.Whole(trajectories.GapDays);
        return new(
            ExitCode.WrongUse,
            new($"Het kader geldt sinds {Numbers.Date(since, Language.Dutch)}, maar de waargenomen periode loopt tot "
                    + $"en met {dutch}: van geen traject is dan bekend of het daarna doorging.",
                $"The framework is in force since {Numbers.Date(since, Language.English)}, but the observed period "
                    + $"ends on {english}: of no trajectory it is known whether it went on."),
            "--observed",
            new("Geef met --observed een periode waarvan de declaraties volledig zijn en die ruim na die dag eindigt: "
                    + $"{gap} dagen, en dan nog zo lang als de lijnen duren.",
                "Give with --observed a period for which declarations are complete and that ends well after that day: "
                    + $"{gap} days, and then as long as the lines last."));
    }

    internal static CalibrationException NothingFollowed(ControlPeriod when) => new(
        ExitCode.WrongUse,
        new("Geen enkel traject met een lijn is sinds het kader begonnen en al zo lang te volgen als die lijn duurt.",
            "No trajectory with a line started since the framework and could be followed for as long as that line "
                + "lasts."),
        $"{Numbers.Date(when.Since, Language.English)}..{Numbers.Date(when.KnownTo, Language.English)}",
        new("Neem declaraties van meer maanden, geef met --observed tot wanneer zij volledig zijn, of kijk --since na.",
            "Take declarations of more months, tell with --observed until when they are complete, or check --since."));

    internal static CalibrationException NoProviders() => new(
        ExitCode.WrongUse,
        new("In de declaraties staat geen aanbieder.", "The declarations say no provider."),
        "provider_id",
        new("Zeg in de mapping bij 'provider_id' hoe de kolom met de aanbieder heet.",
            "Say in the mapping at 'provider_id' what the column with the provider is called."));
}
