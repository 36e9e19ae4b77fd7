using RgkCalibrator.Output.Packets;

namespace RgkCalibrator;

/// <summary>How a packet compares with its manifest.</summary>
/// <param name="Files">Files that are as they were written, the manifest not counted.</param>
/// <param name="Differences">The others.</param>
/// <param name="IsPutBack">Whether it had been moved aside by a run that was killed, and is back now.</param>
public sealed record VerificationReport(int Files, IReadOnlyList<PacketDifference> Differences, bool IsPutBack);

/// <summary>Looks whether a folder is still as a run left it.</summary>
public static class Verification
{
    /// <summary>
    /// Puts a packet back that a killed run had moved aside, and holds its files against the hashes in its manifest.
    /// </summary>
    /// <exception cref="CalibrationException">There is no packet, or it cannot be read or put back.</exception>
    public static VerificationReport Verify(string folder)
    {
        var target = OutputTarget.Of(folder);
        var isPutBack = FolderExchange.PutBack(target);
        var written = ManifestReading.Read(target.Real, manifest => manifest.GetProperty("outputs").EnumerateArray()
            .Select(output => output.GetProperty("file").GetString()).ToList()) ?? throw NoPacket(target.Given);
        List<PacketDifference> differences = [.. PacketDifference.In(target.Real)];
        var others = differences.Count(one => one.Kind != PacketDifferenceKind.Foreign);
        return new VerificationReport(written.Count - others, differences, isPutBack);
    }

    private static CalibrationException NoPacket(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen map die dit programma heeft geschreven.",
            "There is no folder here that this program wrote."),
        folder,
        new("Noem een map die bij een opdracht achter --out stond, met manifest.json erin.",
            "Name a folder that stood behind --out of a command, with manifest.json in it."));
}
