using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>Refuses scenarios whose periods cannot bring trajectories.</summary>
internal static class ScenarioPeriods
{
    /// <summary>Refuses one for its cohort, its observed days or the day of its knowledge.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="meaning">What a trajectory is in it.</param>
    /// <exception cref="CalibrationException">Nothing could count, or not what was asked.</exception>
    internal static void RefuseImpossible(Scenario scenario, TrajectorySettings meaning)
    {
        var observed = meaning.Observed;
        if (meaning.Cohort.First < observed.First || meaning.Cohort.Last > observed.Last)
            throw CohortOutside(scenario);
        var window = new ObservationWindow(meaning);
        var least = window.LeastLast;
        if (least > observed.Last || (scenario.AsKnownOn is null && meaning.ObservedThen().Last < least))
            throw TooShort(scenario, least);
        if (scenario.AsKnownOn < least || scenario.AsKnownOn > observed.Last)
            throw NotKnown(scenario, new Period(least, observed.Last));
        if (window.IsTooRecentCohort)
            throw TooRecent(scenario, DayNumber.ToDate(window.CensoredAt));
    }

    private static CalibrationException CohortOutside(Scenario scenario) => scenario.Refused(
        new("het cohort van dit scenario valt niet binnen de waargenomen periode.",
            "the cohort of this scenario does not lie within the observed period."),
        new("Maak het cohort korter, of geef het scenario een eigen waargenomen periode.",
            "Shorten the cohort, or give the scenario an observed period of its own."));

    private static CalibrationException TooShort(Scenario scenario, DateOnly least)
    {
        // As the file has it.
        var day = Numbers.Date(least, Language.English);
        return scenario.Refused(
            new("de waargenomen periode van dit scenario is te kort: zonder startbericht is er geen traject in te "
                    + "volgen waarvan het begin zeker is.",
                "the observed period of this scenario is too short: without a start message no trajectory with a "
                    + "certain start can be followed in it."),
            new($"Laat 'observed' (of 'asKnownOn') duren tot en met {day} of later, of kies minder 'gapDays'.",
                $"Let 'observed' (or 'asKnownOn') last to {day} or later, or choose fewer 'gapDays'."));
    }

    private static CalibrationException NotKnown(Scenario scenario, Period days) => scenario.Refused(
        new("op de dag van 'asKnownOn' was zonder startbericht nog geen traject te volgen waarvan het begin zeker is, "
                + "of de dag ligt na 'observed'.",
            "on the day of 'asKnownOn' no trajectory with a certain start could be followed yet without a start "
                + "message, or the day lies after 'observed'."),
        new($"Kies een dag uit {days}.", $"Choose a day of {days}."));

    private static CalibrationException TooRecent(Scenario scenario, DateOnly last) => scenario.Refused(
        new("het cohort van dit scenario is te recent: er is nog geen traject van te volgen.",
            "the cohort of this scenario is too recent: no trajectory of it can be followed yet."),
        new($"Laat het cohort op {Numbers.Date(last, Language.English)} of eerder beginnen.",
            $"Let the cohort begin on {Numbers.Date(last, Language.English)} or earlier."));
}
