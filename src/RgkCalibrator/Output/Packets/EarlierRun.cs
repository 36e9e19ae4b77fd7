namespace RgkCalibrator.Output.Packets;

/// <summary>
/// Protects files that are not a run's own: a folder is replaced only when an earlier run of the same kind wrote
/// every file in it and none was changed since.
/// </summary>
internal static class EarlierRun
{
    /// <exception cref="CalibrationException">
    /// The folder holds a file that no run wrote, one that was changed since, or one that cannot be read; or it holds
    /// another kind of packet.
    /// </exception>
    internal static void RefuseOthers(OutputTarget target, PacketKind kind)
    {
        if (File.Exists(target.Real))
            throw IsNotOurs(target.Given, Path.GetFileName(target.Given));
        if (!Directory.Exists(target.Real))
            return;
        var other = PacketDifference.In(target.Real).FirstOrDefault(one => one.Kind != PacketDifferenceKind.Missing);
        if (other is not null)
        {
            throw IsSignOfUse(Path.GetFileName(other.File))
                ? IsOpen(target.Given, other.File)
                : IsNotOurs(target.Given, other.File);
        }

        RefuseOtherKind(target, kind);
    }

    // What one command made may be what another needs: a packet that was decided about, or what was pseudonymised.
    private static void RefuseOtherKind(OutputTarget target, PacketKind kind)
    {
        var found = ManifestReading.Read(
            target.Real, manifest => manifest.GetProperty(Manifest.KindKey).GetString()!);
        if (found is null || found == kind.NameInFiles())
            return;
        var command = Enum.GetValues<PacketKind>().Where(other => other.NameInFiles() == found).Select(CommandOf)
            .FirstOrDefault(new Wording("een ander commando", "another command"));
        throw new CalibrationException(
            ExitCode.Files,
            new($"In deze map staat wat {command.Dutch} heeft gemaakt: schrijven zou dat wissen.",
                $"This folder holds what {command.English} made: writing would wipe it out."),
            target.Given,
            new("Geef met --out een andere map, of haal deze eerst weg.",
                "Name another folder with --out, or take this one away first."));
    }

    private static Wording CommandOf(PacketKind kind) => kind switch
    {
        PacketKind.Draft => new("rgk derive of rgk demo", "rgk derive or rgk demo"),
        PacketKind.Comparison => Wording.Same("rgk compare"),
        PacketKind.Control => Wording.Same("rgk control"),
        PacketKind.Returns => Wording.Same("rgk register check"),
        PacketKind.Register => Wording.Same("rgk register apply"),
        PacketKind.Monitor => Wording.Same("rgk monitor"),
        PacketKind.Annexes => Wording.Same("rgk finalize"),
        PacketKind.Validation => Wording.Same("rgk validate"),
        PacketKind.Pseudonyms => Wording.Same("rgk pseudonymise"),
        PacketKind.Requests => Wording.Same("rgk check"),
        PacketKind.Region => new("rgk generate of rgk demo", "rgk generate or rgk demo"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    // Excel and LibreOffice put such a file beside one that is open.
    private static bool IsSignOfUse(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~lock.", StringComparison.Ordinal);

    private static CalibrationException IsOpen(string folder, string file) => new(
        ExitCode.Files,
        new($"Een werkboek in deze map staat open in Excel of LibreOffice: dat zegt {file}.",
            $"A workbook in this folder is open in Excel or LibreOffice: {file} says so."),
        folder,
        new("Sluit het werkboek, of geef met --out een andere map. Staat het nergens open, haal dan dit bestand weg.",
            "Close the workbook, or name another folder with --out. If it is open nowhere, take this file away."));

    private static CalibrationException IsNotOurs(string folder, string file) => new(
        ExitCode.Files,
        new($"In de map staat {file}, dat niet door dit programma is geschreven of daarna is veranderd.",
            $"The folder holds {file}, which this program did not write or which was changed since."),
        folder,
        new("Geef een andere map, of zet het bestand eerst ergens anders.",
            "Name another folder, or put the file elsewhere first."));
}
