namespace RgkCalibrator.Intake.Messages;

/// <summary>A kind of iJw message that is read. Codes are those of list COD002-VEKT.</summary>
/// <param name="Name">What it is called, e.g. <c>JW323</c>.</param>
/// <param name="Code">What stands in <c>BerichtCode</c>.</param>
/// <param name="RecordName">The element that repeats in it: one product of one client.</param>
/// <param name="Fields">Elements of the record that are read; each stands in it once at most.</param>
internal sealed record MessageKind(string Name, string Code, string RecordName, IReadOnlyList<string> Fields)
{
    /// <summary>What a municipality assigns to a provider.</summary>
    internal static MessageKind Assignment { get; } = new(
        "JW301", "436", "ToegewezenProduct", ["ToewijzingNummer", "Code", "Ingangsdatum"]);

    /// <summary>Care has started.</summary>
    internal static MessageKind Start { get; } = new(
        "JW305", "438", "StartProduct",
        ["ToewijzingNummer", "Code", "ToewijzingIngangsdatum", "Begindatum", "StatusAanlevering"]);

    /// <summary>Care has ended.</summary>
    internal static MessageKind Stop { get; } = new(
        "JW307", "440", "StopProduct",
        [
            "ToewijzingNummer", "Code", "ToewijzingIngangsdatum", "Begindatum", "RedenBeeindiging", "Einddatum",
            "StatusAanlevering",
        ]);

    /// <summary>A provider declares care.</summary>
    internal static MessageKind Declaration { get; } = new(
        "JW323", "490", "Prestatie",
        [
            "ReferentieNummer", "VorigReferentieNummer", "ToewijzingNummer", "ProductCode", "Begindatum", "Einddatum",
            "GeleverdVolume", "Eenheid", "Bedrag", "DebetCredit",
        ]);

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<MessageKind> All { get; } = [Assignment, Start, Stop, Declaration];
}
