using CommandLine;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Cli;

[Verb("verify")]
[Explained(
    "Kijkt of een pakket nog precies is zoals het werd geschreven.",
    "Sees whether a packet still is exactly as it was written.")]
internal sealed record VerifyOptions : CommonOptions
{
    [Value(0, MetaName = "PACKET")]
    [Explained(
        "Een map die rgk heeft geschreven. Werd een opdracht afgebroken terwijl zij deze map verving, dan wordt wat " +
        "er stond teruggezet.",
        "A folder that rgk wrote. If a command was killed while it replaced this folder, what stood there is put " +
        "back.")]
    public string? Packet { get; init; }
}

/// <summary>A packet in, what differs from its manifest out.</summary>
internal static class VerifyCommand
{
    /// <returns>The code for what does not add up, where anything differs.</returns>
    public static ExitCode Run(VerifyOptions options, Screen screen, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (string.IsNullOrEmpty(options.Packet))
        {
            throw Refusals.Wrong(
                new("Er is geen pakket genoemd.", "No packet is named."),
                "PACKET",
                new("Noem achter de opdracht een map die rgk heeft geschreven.",
                    "Name a folder that rgk wrote after the command."));
        }

        var report = Verification.Verify(options.Packet);
        if (report.IsPutBack)
        {
            screen.Warn(new(
                "een opdracht is afgebroken terwijl zij dit pakket verving; het vorige pakket is teruggezet.",
                "a command was killed while it replaced this packet; the earlier packet has been put back."));
        }

        foreach (var difference in report.Differences)
            screen.Tell(Line(difference));
        screen.Tell(report.Differences.Count == 0
            ? Whole(report.Files, screen)
            : Broken(report.Differences.Count, report.Files, screen));
        return report.Differences.Count == 0 ? ExitCode.Ok : ExitCode.DoesNotAddUp;
    }

    private static Wording Whole(int files, Screen screen) => files == 1
        ? new("Heel: 1 bestand is zoals het is geschreven.", "Whole: 1 file is as written.")
        : new($"Heel: {screen.Number(files)} bestanden zijn zoals ze zijn geschreven.",
            $"Whole: {screen.Number(files)} files are as written.");

    private static Wording Broken(int differences, int files, Screen screen)
    {
        var (others, same) = (screen.Number(differences), screen.Number(files));
        var (differ, doNot) = (
            differences == 1
                ? new Wording("1 bestand wijkt af", "1 file differs")
                : new Wording($"{others} bestanden wijken af", $"{others} files differ"),
            files == 1 ? "1 does not" : $"{same} do not");
        return new(
            $"Niet heel: {differ.Dutch} van manifest.json, {same} niet.",
            $"Not whole: {differ.English} from manifest.json, {doNot}.");
    }

    private static Wording Line(PacketDifference difference) => difference.Kind switch
    {
        PacketDifferenceKind.Changed => new($"  veranderd: {difference.File}", $"  changed: {difference.File}"),
        PacketDifferenceKind.Missing => new($"  ontbreekt: {difference.File}", $"  missing: {difference.File}"),
        PacketDifferenceKind.Foreign =>
            new($"  hoort er niet bij: {difference.File}", $"  does not belong: {difference.File}"),
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference.Kind, "Unknown difference."),
    };
}
