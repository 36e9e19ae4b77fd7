using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Review;

/// <summary>A framework that a comparison was given as a file.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Published">Its lines.</param>
public sealed record GivenFramework(string Name, PublishedFramework Published)
{
    private readonly IReadOnlyDictionary<LinePlace, PublishedLine> _lines = Published.ByPlace();

    /// <summary>Names frameworks by their files; files of one name go by their paths.</summary>
    internal static IReadOnlyList<GivenFramework> Of(
        IReadOnlyList<(string File, PublishedFramework Published)> frameworks, IReadOnlyList<Product> products)
    {
        // Each finalized framework is called framework.json.
        var shared = frameworks.CountBy(one => Path.GetFileName(one.File), StringComparer.OrdinalIgnoreCase)
            .Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, published) in frameworks)
        {
            if (NamedFramework.Names.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
                throw NameTaken(file);
            if (published.Lines.FirstOrDefault(line => line.Volume <= 0) is { } empty)
                throw NoVolume(file, empty.Code);
            if (published.Lines.Index().GroupBy(line => line.Item.Place).FirstOrDefault(same => same.Count() > 1)
                is { } twice)
            {
                throw LineTwice(file, twice.Key.Code, [.. twice.Select(line => line.Index + 1)]);
            }

            if (products.FirstOrDefault(product => published.Lines.Any(
                line => line.Code == product.Code && line.Unit != product.Unit)) is { } other)
            {
                throw OtherUnit(file, other.Code);
            }
        }

        return
        [
            .. from one in frameworks
               let name = Path.GetFileName(one.File)
               select new GivenFramework(shared.Contains(name) ? one.File : name, one.Published),
        ];
    }

    /// <summary>The same as a framework whose effect is asked.</summary>
    internal NamedFramework ToNamed() =>
        new(Name, LineOf) { LineOfProvider = Published.IsByProvider ? OwnLineOf : null };

    /// <summary>The line of a group for providers without one of their own; null where there is none.</summary>
    internal LineValue? LineOf(Group group) => ValueAt(LinePlace.Of(group.Product.Code, group.Subgroup));

    /// <summary>The line of a group for a main provider; null where there is none.</summary>
    internal LineValue? LineOf(Group group, string provider) => OwnLineOf(group, provider) ?? LineOf(group);

    private LineValue? OwnLineOf(Group group, string provider) => provider.Length == 0
        ? null
        : ValueAt(LinePlace.Of(group.Product.Code, group.Subgroup).For(provider));

    private LineValue? ValueAt(LinePlace place) =>
        _lines.TryGetValue(place, out var line) ? new LineValue(line.Volume, line.Duration) : null;

    private static CalibrationException NameTaken(string file) => new(
        ExitCode.WrongUse,
        new("Zo heten in de tabellen de huidige lijnen en het voorstel al: een ander kader kan die naam niet hebben.",
            "The tables already call the current lines and the proposal so: no other framework can have that name."),
        file,
        new("Geef het bestand een andere naam.", "Give the file another name."));

    private static CalibrationException NoVolume(string file, string code) => new(
        ExitCode.WrongUse,
        new($"Dit kader geeft {code} een volume van nul of minder.",
            $"This framework gives {code} a volume of zero or less."),
        file,
        new("Verbeter het volume, of haal de lijn uit dit bestand.",
            "Correct the volume, or take the line out of this file."));

    private static CalibrationException LineTwice(string file, string code, IReadOnlyList<int> places)
    {
        var (first, second) = (Numbers.Whole(places[0]), Numbers.Whole(places[1]));
        return new(
            ExitCode.WrongUse,
            new($"Lijn {first} en lijn {second} van dit kader zijn allebei voor dezelfde trajecten van {code}; geteld "
                    + "zonder kopregel en lege regels.",
                $"Line {first} and line {second} of this framework are both for the same trajectories of {code}; "
                    + "counted without the header and blank rows."),
            file,
            new("Haal een van beide uit dit bestand, of geef ze elk een eigen subgroep of aanbieder.",
                "Take one of them out of this file, or give each a subgroup or provider of its own."));
    }

    private static CalibrationException OtherUnit(string file, string code) => new(
        ExitCode.WrongUse,
        new($"Dit kader geeft het volume van {code} in een andere eenheid dan de catalogus.",
            $"This framework gives the volume of {code} in another unit than the catalogue."),
        file,
        new("Reken het volume om naar de eenheid van de catalogus, of haal de lijn uit dit bestand.",
            "Convert the volume to the unit of the catalogue, or take the line out of this file."));
}
