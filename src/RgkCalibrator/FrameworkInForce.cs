using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>An adopted framework beside which care is put that was declared since.</summary>
/// <param name="Given">Its lines, the same for all providers.</param>
/// <param name="Sha256">Of its file.</param>
/// <param name="Since">The day on which it came into force.</param>
/// <param name="KnownTo">The last day of which it is known whether care went on after it.</param>
internal sealed record FrameworkInForce(GivenFramework Given, string Sha256, DateOnly Since, DateOnly KnownTo)
{
    /// <summary>Reads it.</summary>
    /// <param name="file">A <c>framework.json</c>, or a CSV file with lines.</param>
    /// <param name="since">
    /// The day on which it came into force; null: the one that the catalogue tells of its current lines, if the
    /// framework has the same lines.
    /// </param>
    /// <param name="catalogue">The products, and what is observed.</param>
    /// <param name="isByProvider">What is wrong with a framework that has lines by provider.</param>
    /// <exception cref="CalibrationException">
    /// It cannot be read, has lines by provider, or since when it is in force is not known.
    /// </exception>
    internal static FrameworkInForce Read(
        string file, DateOnly? since, ProductCatalogue catalogue, Wording isByProvider)
    {
        var (given, sha256) = UnchangedInput.During(
            [new InputFile(file)], _ => (LinesIn(file, catalogue, isByProvider), ManifestReading.HashOf(file)));
        var first = since
            ?? (CurrentLines.AreThoseOf(given, catalogue) ? catalogue.InForceSince : null)
            ?? throw NoDay(given.Name);
        var knownTo = DayNumber.ToDate(new ObservationWindow(catalogue.Trajectories).CensoredAt);
        return new FrameworkInForce(given, sha256, first, knownTo);
    }

    /// <summary>The groups whose trajectories can be put beside a line of it, each with that line.</summary>
    internal IEnumerable<(Group Group, LineValue Line)> LinesOf(IEnumerable<Group> groups) =>
        from @group in groups
        let line = Given.LineOf(@group)
        where line is not null && LineEffect.IsAllowed(@group.Product, line.Duration)
        select (@group, line);

    /// <summary>The choices of a run as its manifest tells them.</summary>
    internal JsonObject Describe(CalibrationSettings settings, UnitPrices prices)
    {
        var described = settings.Describe();
        described["frameworkSha256"] = Sha256;
        described["since"] = Numbers.Date(Since, Language.English);
        described["knownTo"] = Numbers.Date(KnownTo, Language.English);
        described["euros"] = prices.Basis?.NameInFiles();
        return described;
    }

    private static GivenFramework LinesIn(string file, ProductCatalogue catalogue, Wording isByProvider)
    {
        var published = Finalization.ReadFramework(file, products: null);
        if (published.IsByProvider)
            throw IsByProvider(file, isByProvider);
        return GivenFramework.Of([(file, published)], catalogue.Products)[0];
    }

    private static CalibrationException IsByProvider(string file, Wording what) => new(
        ExitCode.WrongUse,
        what,
        file,
        new("Neem de framework.json van rgk finalize, of een CSV-bestand zonder de kolom 'provider'.",
            "Take the framework.json of rgk finalize, or a CSV file without the column 'provider'."));

    private static CalibrationException NoDay(string framework) => new(
        ExitCode.WrongUse,
        new("Van dit kader is niet bekend sinds welke dag het geldt.",
            "It is not known since which day this framework is in force."),
        framework,
        new("Geef die dag met --since, bijvoorbeeld --since 2025-09-01.",
            "Give that day with --since, for example --since 2025-09-01."));
}
