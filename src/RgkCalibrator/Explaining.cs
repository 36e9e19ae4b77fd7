using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Stories;

namespace RgkCalibrator;

/// <summary>How a line of a draft comes about; restricted, whatever it tells.</summary>
public static class Explaining
{
    /// <summary>
    /// Derives a draft as <see cref="Calibration.Derive"/> does, and tells how one of its lines came about.
    /// </summary>
    /// <remarks>From declarations: a packet does not hold the volumes within durations.</remarks>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="name">A product by its code; with a slash and the id of a subgroup behind it for a part.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static IReadOnlyList<StoryPart> Explain(
        IReadOnlyList<string> inputs, string name, CalibrationSettings settings, RunSettings run)
    {
        var (product, subgroup) = PlotLines.Find(name, settings.Catalogue);
        var (ledger, trajectories) = Calibration.ReadTrajectories(inputs, settings, run);
        var draft = Calibration.Draft(trajectories, settings, run);
        var place = draft.Lines.Index().Where(line => line.Item.Group.Product.Code == product.Code)
            .Where(line => subgroup.Length == 0 || line.Item.Group.Subgroup == subgroup)
            .Select(line => (int?)line.Index).FirstOrDefault();
        if (place is not { } found || (subgroup.Length == 0 && draft.Lines[found].Group.Subgroup.Length > 0))
            throw NoSuchLine(name, draft.Lines.Select(line => line.Group).Where(one => one.Product == product));
        var story = new LineStory(
            draft.Lines[found], draft.SafeLines[found], settings.Framework, settings.Language);
        return [LedgerStory.Part(ledger), .. story.Parts()];
    }

    private static CalibrationException NoSuchLine(string name, IEnumerable<Group> groups)
    {
        var lines = string.Join(", ", groups.Select(group => LineName.Of(group.Product.Code, group.Subgroup)));
        return new(
            ExitCode.WrongUse,
            new("Deze lijn staat niet in het concept.", "This line is not in the draft."),
            name,
            new($"Kies een van de lijnen van het product: {lines}.", $"Choose one of the product's lines: {lines}."));
    }
}
