using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>What the restricted files of reports beside declarations are written from.</summary>
internal sealed record SituationFigures(
    ReturnedRegister Register, IReadOnlyList<SituationResult> Results, IReadOnlyList<SituationSum> Sums,
    IReadOnlyList<ComparedLine> Lines)
{
    /// <summary>The start days of the trajectories.</summary>
    internal required Period Cohort { get; init; }

    /// <summary>How reports were laid beside them.</summary>
    internal required SituationSettings Settings { get; init; }

    /// <summary>How lines were made.</summary>
    internal required FrameworkSettings Framework { get; init; }

    /// <summary>Whether the declarations or the reports are made up.</summary>
    internal required bool IsSynthetic { get; init; }
}

/// <summary>The restricted files of reports beside declarations.</summary>
internal static class SituationFiles
{
    private const int NamingColumns = 2;

    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, SituationFigures figures, Language language)
    {
        var reading = SituationWords.Reading(figures.Cohort, figures.Settings);
        var (results, sums, lines, refused) = (
            SituationTables.OfResults(figures.Results, figures.Settings, language),
            SituationTables.OfSums(figures.Sums, figures.Settings, language),
            SituationTables.OfLines(figures.Lines, figures.Framework, language),
            RegisterTables.Refused(figures.Register, language));
        RegisterSheets.Write(
            output, "register", new("Meldingen naast de declaraties", "Reports beside declarations"),
            [
                new("situaties", sums, sums) { Notes = reading, Frozen = NamingColumns },
                new("meldingen", results, results) { Notes = reading, Frozen = NamingColumns },
                new("met-en-zonder", lines, lines)
                {
                    Notes = SituationWords.OfLines(figures.Framework),
                    Frozen = NamingColumns,
                },
                new("geweigerd", refused, refused) { Frozen = 1 },
            ],
            figures.IsSynthetic, language);
    }
}
