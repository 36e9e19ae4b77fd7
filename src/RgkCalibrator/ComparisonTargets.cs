using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;

namespace RgkCalibrator;

/// <summary>What stands beside the scenarios of a comparison.</summary>
public sealed record ComparedWith
{
    /// <summary>Nothing but the lines now in force.</summary>
    public static ComparedWith Nothing { get; } = new();

    /// <summary>Files with frameworks, each for all providers or by provider, whose effect is asked.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>Folders that <c>derive</c> wrote, whose lines are put beside those of the base.</summary>
    public IReadOnlyList<string> Packets { get; init; } = [];

    /// <summary>What turns volumes into euros; null: declared amounts where there are any, else tariffs.</summary>
    public EuroBasis? Euros { get; init; }
}

/// <summary>The same, read.</summary>
internal sealed record ComparisonTargets(
    IReadOnlyList<GivenFramework> Frameworks, IReadOnlyList<ComparedPacket> Packets, JsonObject Described)
{
    /// <summary>The files that are read of what is compared.</summary>
    internal static IReadOnlyList<InputFile> FilesOf(ComparedWith with) =>
    [
        .. with.Frameworks.Distinct(StringComparer.Ordinal).Select(file => new InputFile(file)),
        .. with.Packets.Distinct(StringComparer.Ordinal).SelectMany(PacketLines.FilesOf),
    ];

    /// <summary>Reads frameworks and packets.</summary>
    /// <exception cref="CalibrationException">One cannot be read, or does not fit the catalogue.</exception>
    internal static ComparisonTargets Read(ComparedWith with, CalibrationSettings settings, Action<Wording>? warn)
    {
        var files = with.Frameworks.Distinct(StringComparer.Ordinal).ToList();
        var frameworks = GivenFramework.Of(
            [.. files.Select(file => (file, Finalization.ReadFramework(file, products: null)))],
            settings.Catalogue.Products);
        var packets = with.Packets.Distinct(StringComparer.Ordinal).Select(Packet.Open).ToList();
        foreach (var other in packets.Where(one => one.CatalogueFingerprint != settings.Catalogue.Fingerprint))
            warn?.Invoke(HasOtherCatalogue(other));
        var names = PacketNames.Of(
            packets, settings.Catalogue.Trajectories, settings.Framework, settings.Language);
        return new ComparisonTargets(
            frameworks,
            [.. packets.Zip(names, (packet, name) => PacketLines.Read(packet, name, settings.Catalogue))],
            new JsonObject
            {
                ["frameworksSha256"] = JsonFile.Texts(files.Select(ManifestReading.HashOf)),
                ["packetsSha256"] = JsonFile.Texts(packets.Select(packet =>
                    ManifestReading.HashOf(Path.Combine(packet.Folder, ManifestReading.FileName)))),
            });
    }

    /// <summary>
    /// The frameworks whose effect is asked: the one in force, the proposal, the given ones, and the packets.
    /// </summary>
    internal IReadOnlyList<NamedFramework> ToFrameworks(IReadOnlyList<ComparedLine> lines) =>
    [
        InForce, ProposedIn(lines), .. Frameworks.Select(one => one.ToNamed()),
        .. Packets.Select(packet => packet.ToFramework()),
    ];

    /// <summary>What of the frameworks is not compared.</summary>
    /// <exception cref="CalibrationException">
    /// A framework is by provider, and the declarations do not say which provider gave the care.
    /// </exception>
    internal IReadOnlyList<FrameworkGap> Gaps(
        IReadOnlyList<ComparedLine> lines, ProductCatalogue catalogue, IReadOnlyList<string> providers)
    {
        if (Frameworks.FirstOrDefault(one => one.Published.IsByProvider) is { } other
            && providers.All(name => name.Length == 0))
        {
            throw NoProviders(other.Name);
        }

        var groups = lines.Select(line => line.Group).ToList();
        return [.. Frameworks.SelectMany(framework => FrameworkGaps.Of(framework, catalogue, groups, providers))];
    }

    private static NamedFramework InForce { get; } = new(
        NamedFramework.Current,
        group => group.Product.CurrentOf(group.Subgroup) is { } line
            ? new LineValue(line.Volume, line.Duration)
            : null);

    private static NamedFramework ProposedIn(IReadOnlyList<ComparedLine> lines)
    {
        var values = lines.Where(line => line.Base is { Volume: not null, Duration: not null })
            .ToDictionary(line => line.Group, line => new LineValue(line.Base.Volume!.Value, line.Base.Duration!));
        return new NamedFramework(NamedFramework.Proposed, group => values.GetValueOrDefault(group));
    }

    private static Wording HasOtherCatalogue(Packet packet) => new(
        $"het pakket in {packet.Folder} is met een andere catalogus gemaakt: dezelfde lijn kan daar over andere "
            + "trajecten gaan.",
        $"the packet in {packet.Folder} was made with another catalogue: the same line may be about other "
            + "trajectories there.");

    private static CalibrationException NoProviders(string framework) => new(
        ExitCode.WrongUse,
        new("Dit kader heeft lijnen per aanbieder, maar in de declaraties staat geen aanbieder.",
            "This framework has lines by provider, but the declarations say no provider."),
        framework,
        new("Zeg in de mapping bij 'provider_id' hoe de kolom met de aanbieder heet.",
            "Say in the mapping at 'provider_id' what the column with the provider is called."));
}
