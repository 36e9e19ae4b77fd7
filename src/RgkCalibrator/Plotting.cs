using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator;

/// <summary>Where a picture goes, and in what form.</summary>
/// <param name="File">The file, which is not there yet.</param>
/// <param name="Format">Its form.</param>
/// <param name="Size">How large it is painted.</param>
public sealed record PlotTarget(string File, PictureFormat Format, PictureSize Size);

/// <summary>Pictures of the raw distributions in a packet: restricted, whatever they show.</summary>
public static class Plotting
{
    private const long EngineMemory = 1L << 30;

    /// <summary>Paints the trajectories of one line of a packet, in the picture that <c>derive --plots</c> makes of it.</summary>
    /// <param name="folder">The packet.</param>
    /// <param name="line">A product by its code; with a slash and the id of a subgroup behind it for a part.</param>
    /// <param name="choice">What is shown.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="catalogue">The catalogue that the packet was made with.</param>
    /// <param name="language">Of all texts.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static void Plot(
        string folder, string line, PlotChoice choice, PlotTarget target, ProductCatalogue catalogue, Language language, CancellationToken stop)
    {
        PicturePainter.Prepare();
        var packet = Packet.Open(folder);
        RefuseOtherCatalogue(packet, catalogue);
        var (product, subgroup) = PlotLines.Find(line, catalogue);
        RefuseUnknownProviders(packet, choice);
        RefuseLateEntry(packet, choice);
        RefuseExisting(target.File);
        using var output = StagedOutput.ForFile(target.File);
        var trajectories = Read(packet, product, output.Spill, stop);
        var groups = Grouping.ByProduct(trajectories, catalogue.With(packet.Trajectories)).Single(one => one.Whole.Product.Code == product.Code);
        var picture = PictureMaking.Of(
            PlotLines.GroupOf(groups, subgroup), choice, packet.Framework, packet.Notes.ChartContext(language), trajectories.Providers);
        var painted = PicturePainter.Paint(picture, target.Format, target.Size);
        output.Guard(() => File.WriteAllBytes(output.FilePath, painted));
        output.Commit();
    }

    private static TrajectorySet Read(Packet packet, Product product, string spill, CancellationToken stop)
    {
        // Minutes are carried as hours.
        var met = new DeclaredProduct(product.Code, product.Unit == CareUnit.Minuut ? CareUnit.Uur : product.Unit, IsKnown: true);
        using var session = Session.Open(new SessionSettings(Threads: 1, EngineMemory, spill));
        try
        {
            return TrajectoryReading.Read(session, packet.TrajectoryFile, met, product.AllowedDurations, packet.Trajectories, stop);
        }
        catch (EngineException unreadable)
        {
            throw packet.Unreadable(unreadable);
        }
    }

    private static void RefuseOtherCatalogue(Packet packet, ProductCatalogue catalogue)
    {
        if (packet.CatalogueFingerprint == catalogue.Fingerprint)
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording("Dit pakket is met een andere catalogus gemaakt.", "This packet was made with another catalogue."),
            packet.CatalogueName,
            new Wording(
                "Geef met --catalogue het bestand waarmee het pakket is gemaakt, onveranderd.",
                "Give with --catalogue the file that the packet was made with, unchanged."));
    }

    private static void RefuseUnknownProviders(Packet packet, PlotChoice choice)
    {
        if (choice is not { Kind: PlotKind.Box, Parts: PlotParts.Provider } || packet.Trajectories.SplitByProvider)
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording("In dit pakket staat bij een traject geen aanbieder.", "In this packet a trajectory has no provider."),
            packet.TrajectoryFile,
            new Wording(
                "Maak het pakket met rgk derive --plots: dan staat deze grafiek van elke lijn in intern/grafieken/.",
                "Make the packet with rgk derive --plots: this picture of each line then stands in intern/grafieken/."));
    }

    private static void RefuseLateEntry(Packet packet, PlotChoice choice)
    {
        if (!packet.Trajectories.StartedBefore || (choice.Kind != PlotKind.Survival && (choice.Kind == PlotKind.Heatmap || choice.Measure != PlotMeasure.Duration)))
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording(
                "De duren van dit pakket nemen trajecten mee die eerder begonnen, en bij een traject staat niet of een startbericht dat zegt.",
                "The durations of this packet take trajectories that had begun before, and a trajectory does not tell whether a start message says so."),
            "startedBefore",
            new Wording(
                "Maak het pakket met rgk derive --plots: dan staan de grafieken van elke lijn in intern/grafieken/.",
                "Make the packet with rgk derive --plots: the pictures of each line then stand in intern/grafieken/."));
    }

    private static void RefuseExisting(string file)
    {
        if (!File.Exists(file) && !Directory.Exists(file))
            return;
        throw new CalibrationException(
            ExitCode.Files,
            new Wording("Dit bestand is er al.", "This file exists already."),
            file,
            new Wording("Noem met --out een andere naam, of haal het eerst weg.", "Name another one with --out, or take it away first."));
    }
}

/// <summary>Which line of a catalogue is meant.</summary>
internal static class PlotLines
{
    /// <summary>The product, and the id of the subgroup; empty for the whole product.</summary>
    /// <exception cref="CalibrationException">There is no such line; the message names the nearest.</exception>
    internal static (Product Product, string Subgroup) Find(string line, ProductCatalogue catalogue)
    {
        var parts = line.Split('/', 2);
        var products = catalogue.Products.Where(product => product.Framework != FrameworkKind.None).ToList();
        var product = products.Find(known => string.Equals(known.Code, parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw Unknown(new("Dit product heeft geen lijn in de catalogus.", "This product has no line in the catalogue."), line, parts[0], products.ConvertAll(known => known.Code));
        if (parts.Length == 1)
            return (product, string.Empty);
        string[] ids = [.. product.Subgroups.Select(subgroup => subgroup.Id), .. product.Subgroups.Count > 0 ? [Subgroup.RestId] : Array.Empty<string>()];
        if (ids.Length == 0)
        {
            throw new CalibrationException(
                ExitCode.WrongUse,
                new Wording("Dit product heeft geen subgroepen.", "This product has no subgroups."),
                line,
                new Wording($"Geef {product.Code}.", $"Give {product.Code}."));
        }

        var id = Array.Find(ids, known => string.Equals(known, parts[1], StringComparison.OrdinalIgnoreCase))
            ?? throw Unknown(new("Deze subgroep heeft het product niet.", "The product has no such subgroup."), line, parts[1], ids, product.Code + "/");
        return (product, id);
    }

    /// <summary>The group of a line.</summary>
    /// <exception cref="CalibrationException">A packet does not tell who is in it, or nobody is.</exception>
    internal static Group GroupOf(ProductGroups groups, string subgroup)
    {
        if (subgroup.Length == 0)
            return groups.Whole;
        var line = $"{groups.Whole.Product.Code}/{subgroup}";
        var group = groups.Parts.FirstOrDefault(part => part.Subgroup == subgroup) ?? throw new CalibrationException(
            ExitCode.NothingToShow,
            new Wording("Alle trajecten van dit product vallen in een andere subgroep.", "All trajectories of this product are in another subgroup."),
            line,
            new Wording("Kies een andere subgroep, of het hele product.", "Choose another subgroup, or the whole product."));
        return group.Scope.Missing.Count == 0 ? group : throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording(
                $"De regel van deze subgroep vraagt naar {group.Scope.MissingNames}, en dat staat niet bij de trajecten in een pakket.",
                $"The rule of this subgroup asks for {group.Scope.MissingNames}, which trajectories in a packet do not have."),
            line,
            new Wording(
                "Maak het pakket met rgk derive --plots: dan staan de grafieken van elke lijn in intern/grafieken/.",
                "Make the packet with rgk derive --plots: the pictures of each line then stand in intern/grafieken/."));
    }

    private static CalibrationException Unknown(Wording what, string line, string word, IReadOnlyList<string> known, string before = "")
    {
        var near = string.Join(", ", known.OrderBy(other => Nearness.Distance(word, other)).Take(3).Select(other => before + other));
        return new CalibrationException(ExitCode.WrongUse, what, line, new Wording($"Het meest lijken: {near}.", $"The nearest are: {near}."));
    }
}
