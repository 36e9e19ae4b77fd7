using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Register;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>The register as a control needs it: which trajectories count apart.</summary>
internal sealed class ControlledReports
{
    private readonly IReadOnlyList<ReportedSituation> _reported;
    private readonly IReadOnlyList<string> _hashes;

    private ControlledReports(IReadOnlyList<ReportedSituation> reported, IReadOnlyList<string> hashes) =>
        (_reported, _hashes) = (reported, hashes);

    /// <summary>The columns to read beside the usual ones.</summary>
    internal IEnumerable<CanonicalColumn> Asked => _reported.Count == 0 ? [] : [CanonicalColumn.Intervention];

    /// <summary>Reads workbooks that came back; none where none are named.</summary>
    /// <exception cref="CalibrationException">There are none in the named places, or no report of them counts.
    /// </exception>
    internal static ControlledReports Read(
        IReadOnlyList<string> returns, GivenFramework framework, ProductCatalogue catalogue, string folder,
        RunSettings run)
    {
        if (returns.Count == 0)
            return new ControlledReports([], []);
        InputFile[] books = [.. RegisterFiles.Find(returns).Select(file => new InputFile(file))];
        OwnInput.Refuse(returns, books, folder);
        return UnchangedInput.During(books, input =>
        {
            var register = RegisterOfReports.Read(
                [.. books.Select(book => book.Path)], RegisterFramework.Of(framework, catalogue), [], run.Stop);
            if (register.Accepted.Count == 0)
                throw RegisterMistakes.NothingAccepted();
            Warn(register, run);
            return new ControlledReports(
                register.Accepted,
                [.. books.Select(book => input.HashOf(book.Path)).Order(StringComparer.Ordinal)]);
        });
    }

    /// <summary>Of each group which places count apart; null where nothing can.</summary>
    internal Func<Group, Func<int, bool>?> In(TrajectorySet set)
    {
        var registered = RegisteredCare.Of(_reported, set);
        return group => registered.All.Count == 0 ? null : place => registered.Holds(group, place);
    }

    /// <summary>Tells the manifest which workbooks were read; nothing without a register.</summary>
    internal void Describe(JsonObject described)
    {
        if (_hashes.Count > 0)
            described["registersSha256"] = JsonFile.Texts(_hashes);
    }

    private static void Warn(ReturnedRegister register, RunSettings run)
    {
        var bare = Numbers.Whole(register.Accepted.Count(one => one.Intervention.Length == 0));
        var refused = Numbers.Whole(
            register.Files.Sum(file => file.RefusedRows) + register.Files.Count(file => file.Unreadable is not null));
        if (bare != "0")
        {
            run.Warn?.Invoke(new(
                $"meldingen zonder interventie: {bare}. Hun trajecten zijn niet te herkennen en tellen gewoon mee.",
                $"reports without an intervention: {bare}. Their trajectories cannot be told and count as usual."));
        }

        if (refused != "0")
        {
            run.Warn?.Invoke(new(
                $"meldingen of werkboeken die niet meetellen: {refused}. Kijk met rgk register check waarom.",
                $"reports or workbooks that do not count: {refused}. See with rgk register check why."));
        }
    }
}
