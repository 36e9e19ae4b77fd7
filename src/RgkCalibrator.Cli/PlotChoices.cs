using System.Globalization;
using RgkCalibrator.Output.Plots;

namespace RgkCalibrator.Cli;

/// <summary>From options to a picture; what cannot be is refused here.</summary>
internal static class PlotChoices
{
    private const int LeastWidth = 640;
    private const int LeastHeight = 360;
    private const int MostWidth = 7680;
    private const int MostHeight = 4320;

    /// <summary>The packet, and the line of it.</summary>
    /// <exception cref="CalibrationException">One of the two is not named.</exception>
    public static (string Packet, string Line) LineOf(PlotOptions options) =>
        options is { Packet.Length: > 0, Line.Length: > 0 }
        ? (Path.GetFullPath(options.Packet), options.Line)
        : throw Refusals.Wrong(
            new("Een pakket en een product zijn nodig.", "A packet and a product are needed."),
            "PACKET PRODUCT[/SUBGROUP]",
            new(
                "Noem achter de opdracht de map van het pakket en de code van het product.",
                "Name the folder of the packet and the code of the product after the command."));

    /// <summary>What is shown.</summary>
    /// <exception cref="CalibrationException">There is no such picture.</exception>
    public static PlotChoice ChoiceOf(PlotOptions options, Language language)
    {
        var parts = Named<PlotParts>("--by", options.By, PlotNames.Name, language);
        var kind = Named<PlotKind>("--kind", options.Kind, PlotNames.Name, language)
            ?? (parts is null ? PlotKind.Histogram : PlotKind.Box);
        var measure = Named<PlotMeasure>("--of", options.Of, PlotNames.Name, language);
        if (parts is not null && kind != PlotKind.Box)
        {
            throw Beside(
                "--by",
                kind,
                new("Laat --by weg, of kies --kind boxplot.", "Leave --by out, or choose --kind box."),
                language);
        }

        if (!GoTogether(kind, measure))
            throw Beside("--of", kind, new("Laat --of weg.", "Leave --of out."), language);
        return new PlotChoice(kind, measure ?? PlotMeasure.Volume, parts ?? PlotParts.Year);
    }

    private static bool GoTogether(PlotKind kind, PlotMeasure? measure) => kind switch
    {
        PlotKind.Survival => measure != PlotMeasure.Volume,
        PlotKind.Heatmap => measure is null,
        _ => true,
    };

    /// <summary>Where it goes.</summary>
    /// <exception cref="CalibrationException">A format or size that cannot be, or a name that says another
    /// format.</exception>
    public static PlotTarget TargetOf(PlotOptions options, PlotChoice choice, string line)
    {
        var ending = Path.GetExtension(options.Out ?? string.Empty);
        var isSvg = string.Equals(ending, ".svg", StringComparison.OrdinalIgnoreCase);
        var format = FormatOf(options.Format) ?? (isSvg ? PlotFormat.Svg : PlotFormat.Png);
        var wanted = format == PlotFormat.Svg ? ".svg" : ".png";
        if (options.Out is not null && !string.Equals(ending, wanted, StringComparison.OrdinalIgnoreCase))
        {
            throw Refusals.Wrong(
                new(
                    "De naam en de vorm van het bestand spreken elkaar tegen.",
                    "The name and the form of the file contradict each other."),
                $"--out {options.Out}",
                new($"Geef een naam op {wanted}.", $"Give a name on {wanted}."));
        }

        var (product, subgroup) = line.Split('/', 2) is [var code, var id] ? (code, id) : (line, string.Empty);
        return new PlotTarget(
            Choices.Output(options.Out ?? choice.FileStem(product, subgroup) + wanted), format, SizeOf(options.Size));
    }

    private static PlotFormat? FormatOf(string? text) => text switch
    {
        null => null,
        "png" => PlotFormat.Png,
        "svg" => PlotFormat.Svg,
        _ => throw Refusals.NoSuch(new("Deze vorm", "format"), $"--format {text}", "png", "svg"),
    };

    private static PlotSize SizeOf(string? text)
    {
        if (text is null)
            return PlotSize.Usual;
        var sides = text.Split('x', 'X', '×');
        if (sides.Length == 2
            && Side(sides[0]) is >= LeastWidth and <= MostWidth and var width
            && Side(sides[1]) is >= LeastHeight and <= MostHeight and var height)
        {
            return new PlotSize(width, height);
        }

        var (least, most) = (
            $"{Numbers.Whole(LeastWidth)}x{Numbers.Whole(LeastHeight)}",
            $"{Numbers.Whole(MostWidth)}x{Numbers.Whole(MostHeight)}");
        throw Refusals.Wrong(
            new("Deze maat kan niet.", "This size cannot be."),
            $"--size {text}",
            new(
                $"Geef breedte x hoogte in beeldpunten, van {least} tot en met {most}, als 1920x1080.",
                $"Give width x height in pixels, from {least} to {most}, as 1920x1080."));
    }

    private static int Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : -1;

    /// <summary>The value with this name, in either language; null where none is asked for.</summary>
    private static T? Named<T>(string option, string? text, Func<T, Wording> nameOf, Language language)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(text, nameOf(value).Dutch, StringComparison.OrdinalIgnoreCase)
                || string.Equals(text, nameOf(value).English, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var names = string.Join(", ", Enum.GetValues<T>().Select(value => nameOf(value).In(language)));
        throw Refusals.Wrong(
            new("Deze keuze is er niet.", "There is no such choice."),
            $"{option} {text}",
            new($"Kies uit: {names}.", $"Choose from: {names}."));
    }

    private static CalibrationException Beside(string option, PlotKind kind, Wording remedy, Language language) =>
        Refusals.Wrong(
            new("Deze opties gaan niet samen.", "These options do not go together."),
            $"--kind {kind.Name().In(language)}, {option}",
            remedy);
}
