using RgkCalibrator.Output.Packets;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>The restricted files of workbooks that came back.</summary>
internal static class RegisterCheckFiles
{
    private static readonly Wording[] Reading =
    [
        new("Elke rij van een teruggestuurd werkboek telt mee of wordt geweigerd, met de cel en wat eraan te doen is. "
                + "Een geweigerde melding is niet weg: laat de aanbieder haar herstellen.",
            "Every row of a workbook that came back counts or is refused, with the cell and what to do about it. A "
                + "refused report is not lost: let the provider mend it."),
    ];

    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, ReturnedRegister register, Language language)
    {
        var (files, accepted, refused) = (
            RegisterTables.OfFiles(register, language), RegisterTables.Accepted(register, language),
            RegisterTables.Refused(register, language));
        RegisterSheets.Write(
            output, "register-controle", new("Teruggestuurde meldingen", "Reports that came back"),
            [
                new("werkboeken", files, files) { Notes = Reading, Frozen = 1 },
                new("meldingen", accepted, accepted) { Frozen = 2 },
                new("geweigerd", refused, refused) { Frozen = 1 },
            ],
            register.IsSynthetic, language);
    }
}
