using RgkCalibrator.Disclosure.Releases;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The ledger of what was released of a region, which each packet passes on to the next that is written in its place or
/// that names it.
/// </summary>
internal static class EarlierReleases
{
    private const string FileName = EarlierLedgers.FileName;

    // Every version wrote the first; the other is that of a comparison.
    private static readonly string[] Released =
        [ExternFiles.Folder + "kader-concept.json", ExternFiles.Folder + "vergelijking.csv"];

    /// <summary>
    /// What was released according to the packet that is to be replaced, and according to other packets.
    /// </summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="folders">Other packets.</param>
    /// <param name="warn">Is told of packets that do not say what they released; may be null.</param>
    /// <exception cref="CalibrationException">A folder is no packet, or its ledger cannot be read.</exception>
    internal static ReleaseLedger Read(
        StagedOutput output, IReadOnlyList<string> folders, Action<Wording>? warn)
    {
        if (folders.FirstOrDefault(folder => !IsPacket(folder)) is { } other)
            throw IsNoPacket(other);
        return ReleaseLedger.Of([.. folders.Append(output.Replaced).Select(folder => In(folder, warn))]);
    }

    /// <summary>Writes what was released with this run.</summary>
    internal static void Write(StagedOutput output, ReleaseLedger ledger) =>
        EarlierLedgers.Write(output, file => LedgerFormat.Write(ledger, file));

    private static ReleaseLedger In(string folder, Action<Wording>? warn)
    {
        if (EarlierLedgers.In(folder, LedgerFormat.Format, LedgerFormat.Read, IsNoPacket) is { } ledger)
            return ledger;
        if (IsPacket(folder))
            warn?.Invoke(IsUntold(folder));
        return ReleaseLedger.Empty;
    }

    private static bool IsPacket(string folder) =>
        Array.Exists(Released, file => File.Exists(Path.Combine(folder, file)));

    private static Wording IsUntold(string folder) => new(
        $"Het pakket in {folder} zegt niet welke kinderen achter zijn cijfers staan: {FileName} ontbreekt, zoals in "
            + "pakketten van oudere versies. Uit het verschil met die cijfers kan dus een kleine groep volgen. Maak "
            + "dat pakket opnieuw van dezelfde bestanden, en leid daarna af.",
        $"The packet in {folder} does not say which children its figures are about: {FileName} is missing, as in "
            + "packets of older versions. So a small group may follow from the difference with those figures. Make "
            + "that packet again from the same files, and derive then.");

    private static CalibrationException IsNoPacket(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen pakket dat rgk derive of rgk compare heeft gemaakt.",
            "There is no packet here that rgk derive or rgk compare made."),
        folder,
        new("Noem bij --released de map die bij rgk derive of rgk compare achter --out stond.",
            "Name with --released the folder that stood behind --out of rgk derive or rgk compare."));
}
