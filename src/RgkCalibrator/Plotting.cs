using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Files;
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
public sealed record PlotTarget(string File, PlotFormat Format, PlotSize Size);

/// <summary>Pictures of the raw distributions in a packet: restricted, whatever they show.</summary>
public static class Plotting
{
    /// <summary>
    /// Paints the trajectories of one line of a packet, in the picture that <c>derive --plots</c> makes of it.
    /// </summary>
    /// <param name="folder">The packet.</param>
    /// <param name="line">A product by its code; with a slash and the id of a subgroup behind it for a part.</param>
    /// <param name="choice">What is shown.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="catalogue">The catalogue that the packet was made with.</param>
    /// <param name="language">Of all texts.</param>
    /// <param name="run">Can stop it, and is told what should be known.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static void Plot(
        string folder, string line, PlotChoice choice, PlotTarget target, ProductCatalogue catalogue, Language language,
        RunSettings run)
    {
        PlotPainter.Prepare();
        var painted = UnchangedInput.During(
            Packet.FilesOf(folder), _ => Paint(folder, line, choice, target, catalogue, language, run.Stop));
        using var output = StagedOutput.ForFile(target.File, run.Warn);
        output.Guard(() => File.WriteAllBytes(output.FilePath, painted));
        output.Commit();
    }

    private static byte[] Paint(
        string folder, string line, PlotChoice choice, PlotTarget target, ProductCatalogue catalogue, Language language,
        CancellationToken stop)
    {
        var packet = Packet.Open(folder);
        packet.RefuseOtherCatalogue(catalogue);
        var (product, subgroup) = PlotLines.Find(line, catalogue);
        RefuseWhatIsNotInside(packet, choice);
        RefuseExisting(target.File);
        var trajectories = Read(packet, product, stop);
        var groups = Grouping.ByProduct(trajectories, catalogue.With(packet.Trajectories))
            .Single(one => one.Whole.Product.Code == product.Code);
        var picture = PlotBuilder.Build(
            PlotLines.GroupOf(groups, subgroup),
            choice,
            packet.Framework,
            packet.Notes(language).ChartContext,
            trajectories.Providers);
        return PlotPainter.Paint(picture, target.Format, target.Size);
    }

    private static TrajectorySet Read(Packet packet, Product product, CancellationToken stop)
    {
        // Minutes are carried as hours.
        var met = new DeclaredProduct(
            product.Code, product.Unit == CareUnit.Minuut ? CareUnit.Uur : product.Unit, IsKnown: true);
        try
        {
            return EngineSessions.Use(
                RunSettings.Default with { Threads = 1 },
                session => TrajectoryReading.Read(
                    session, packet.TrajectoryFile, met, product.AllowedDurations, packet.Trajectories, stop));
        }
        catch (EngineException unreadable)
        {
            throw packet.Unreadable(unreadable);
        }
    }

    /// <summary>A trajectory in a packet does not tell all that its pictures were once made of.</summary>
    private static void RefuseWhatIsNotInside(Packet packet, PlotChoice choice)
    {
        Refuse(
            choice is { Kind: PlotKind.Box, Parts: PlotParts.Provider } && !packet.Trajectories.SplitByProvider,
            new("In dit pakket staat bij een traject geen aanbieder.", "In this packet a trajectory has no provider."),
            packet.TrajectoryFile,
            new("Maak het pakket met rgk derive --plots: dan staat deze grafiek van elke lijn in intern/grafieken/.",
                "Make the packet with rgk derive --plots: this picture of each line then stands in "
                    + "intern/grafieken/."));
        var showsDurations = choice.Kind == PlotKind.Survival
            || choice is { Kind: not PlotKind.Heatmap, Measure: PlotMeasure.Duration };
        Refuse(
            packet.Trajectories.StartedBefore && showsDurations,
            new("De duren van dit pakket nemen trajecten mee die eerder begonnen, en bij een traject staat niet of "
                    + "een startbericht dat zegt.",
                "The durations of this packet take trajectories that had begun before, and a trajectory does not "
                    + "tell whether a start message says so."),
            "startedBefore",
            PlotLines.WithPlots);
    }

    private static void RefuseExisting(string file) => Refuse(
        File.Exists(file) || Directory.Exists(file),
        new("Dit bestand is er al.", "This file exists already."),
        file,
        new("Noem met --out een andere naam, of haal het eerst weg.",
            "Name another one with --out, or take it away first."),
        ExitCode.Files);

    private static void Refuse(
        bool isWrong, Wording what, string where, Wording remedy, ExitCode exitCode = ExitCode.WrongUse)
    {
        if (isWrong)
            throw new CalibrationException(exitCode, what, where, remedy);
    }
}

/// <summary>Which line of a catalogue is meant.</summary>
internal static class PlotLines
{
    /// <summary>The remedy for what a packet does not tell.</summary>
    internal static readonly Wording WithPlots = new(
        "Maak het pakket met rgk derive --plots: dan staan de grafieken van elke lijn in intern/grafieken/.",
        "Make the packet with rgk derive --plots: the pictures of each line then stand in intern/grafieken/.");

    /// <summary>The product, and the id of the subgroup; empty for the whole product.</summary>
    /// <exception cref="CalibrationException">There is no such line; the message names the nearest.</exception>
    internal static (Product Product, string Subgroup) Find(string line, ProductCatalogue catalogue)
    {
        var parts = line.Split('/', 2);
        var products = catalogue.Products.Where(product => product.Framework != FrameworkKind.None).ToList();
        var product = products.Find(known => IsNamed(known.Code, parts[0])) ?? throw Unknown(
            new("Dit product heeft geen lijn in de catalogus.", "This product has no line in the catalogue."),
            line,
            parts[0],
            products.ConvertAll(known => known.Code));
        if (parts.Length == 1)
            return (product, string.Empty);
        if (product.Subgroups.Count == 0)
        {
            throw new CalibrationException(
                ExitCode.WrongUse,
                new("Dit product heeft geen subgroepen.", "This product has no subgroups."),
                line,
                new($"Geef {product.Code}.", $"Give {product.Code}."));
        }

        string[] ids = [.. product.Subgroups.Select(subgroup => subgroup.Id), Subgroup.RestId];
        var id = Array.Find(ids, known => IsNamed(known, parts[1])) ?? throw Unknown(
            new("Deze subgroep heeft het product niet.", "The product has no such subgroup."),
            line,
            parts[1],
            ids,
            product.Code + "/");
        return (product, id);

        static bool IsNamed(string known, string word) =>
            string.Equals(known, word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The group of a line.</summary>
    /// <exception cref="CalibrationException">A packet does not tell who is in it, or nobody is.</exception>
    internal static Group GroupOf(ProductGroups groups, string subgroup)
    {
        if (subgroup.Length == 0)
            return groups.Whole;
        var line = LineName.Of(groups.Whole.Product.Code, subgroup);
        var group = groups.Parts.FirstOrDefault(part => part.Subgroup == subgroup) ?? throw new CalibrationException(
            ExitCode.NothingToShow,
            new("Alle trajecten van dit product vallen in een andere subgroep.",
                "All trajectories of this product are in another subgroup."),
            line,
            new("Kies een andere subgroep, of het hele product.",
                "Choose another subgroup, or the whole product."));
        return group.Scope.Missing.Count == 0 ? group : throw new CalibrationException(
            ExitCode.WrongUse,
            new(
                $"De regel van deze subgroep vraagt naar {group.Scope.MissingNames}, en dat staat niet bij de "
                    + "trajecten in een pakket.",
                $"The rule of this subgroup asks for {group.Scope.MissingNames}, which trajectories in a packet do "
                    + "not have."),
            line,
            WithPlots);
    }

    private static CalibrationException Unknown(
        Wording what, string line, string word, IReadOnlyList<string> known, string before = "")
    {
        var near = string.Join(
            ", ", known.OrderBy(other => EditDistance.Between(word, other)).Take(3).Select(other => before + other));
        return new CalibrationException(
            ExitCode.WrongUse, what, line, new Wording($"Het meest lijken: {near}.", $"The nearest are: {near}."));
    }
}
