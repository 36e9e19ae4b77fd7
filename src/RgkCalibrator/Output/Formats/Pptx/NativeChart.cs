using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>A chart that Office draws of a workbook inside the presentation.</summary>
internal abstract record NativeChart
{
    /// <summary>The name of the workbook, and of the sheet with what is drawn.</summary>
    internal required string Title { get; init; }

    /// <summary>How large the chart is, in points; what is drawn on it keeps its place when it is resized.</summary>
    internal required (double Width, double Height) Size { get; init; }

    /// <summary>Where the axes enclose the plot, in points within the chart.</summary>
    internal required Frame Plot { get; init; }

    /// <summary>What is drawn, a row for every point.</summary>
    internal required IReadOnlyList<ChartColumn> Columns { get; init; }

    /// <summary>The numbers for readers, on a second sheet.</summary>
    internal required Table Numbers { get; init; }

    /// <summary>Where the legend stands; null: there is none.</summary>
    internal Frame? Legend { get; init; }

    /// <summary>The axis from left to right.</summary>
    internal required ChartAxis XAxis { get; init; }

    /// <summary>The axis upwards.</summary>
    internal required ChartAxis YAxis { get; init; }

    /// <summary>Texts and lines on the chart, within its size.</summary>
    internal IReadOnlyList<ChartMark> Marks { get; init; } = [];
}

/// <summary>A column of the sheet that a chart is drawn of; a cell without a number is empty.</summary>
/// <param name="Heading">The name of the series in it.</param>
/// <param name="Numbers">As many in every column.</param>
internal sealed record ChartColumn(string Heading, IReadOnlyList<double?> Numbers)
{
    // So few that they cannot be taken for the number of a client.
    private const int Decimals = 4;

    /// <inheritdoc cref="ChartColumn" path="/param[@name='Numbers']"/>
    internal IReadOnlyList<double?> Numbers { get; } =
        [.. Numbers.Select(number => number is { } known ? Math.Round(known, Decimals) : number)];
}

/// <summary>A range with its steps.</summary>
/// <param name="Min">The first value.</param>
/// <param name="Max">The last value.</param>
/// <param name="Step">Between two lines of the grid; 0: there is no grid.</param>
/// <param name="HasLabels">Whether Office writes the values.</param>
internal sealed record ChartAxis(double Min, double Max, double Step, bool HasLabels = false);

/// <summary>
/// Areas above places on a line, which may have steps: two rows of one place. The first column holds the places, which
/// are whole numbers; every other one is a series of <see cref="Areas"/>.
/// </summary>
/// <remarks>
/// A date axis is the only one in Office on which areas have a true width: it counts a place as a day.
/// </remarks>
internal sealed record AreaChart : NativeChart
{
    /// <summary>How each series looks.</summary>
    internal required IReadOnlyList<AreaLook> Areas { get; init; }
}

/// <summary>How an area looks.</summary>
/// <param name="Colour">As RRGGBB.</param>
/// <param name="Edge">The colour of the lines from every point down to the axis.</param>
/// <param name="Fill">How it is filled: stripes are for those who see no colour.</param>
internal sealed record AreaLook(string Colour, string Edge, AreaFill Fill);

/// <summary>How an area is filled.</summary>
internal enum AreaFill
{
    /// <summary>With its colour.</summary>
    Full,

    /// <summary>With slanted stripes.</summary>
    Slanted,

    /// <summary>With level stripes.</summary>
    Level,
}

/// <summary>Points and lines on a plane.</summary>
internal sealed record PointChart : NativeChart
{
    /// <summary>The series, from the back to the front.</summary>
    internal required IReadOnlyList<PointSeries> Series { get; init; }
}

/// <summary>A series of points.</summary>
/// <param name="X">The number of the column with the places from left to right; it names the series.</param>
/// <param name="Y">The number of the column with the heights.</param>
/// <param name="Colour">As RRGGBB.</param>
internal sealed record PointSeries(int X, int Y, string Colour)
{
    /// <summary>The sign of every point.</summary>
    internal PointSign Sign { get; init; }

    /// <summary>The size of the sign, in points.</summary>
    internal int SignSize { get; init; } = 11;

    /// <summary>The width of the line between points that have no empty row between them; 0: no line.</summary>
    internal double LineWidth { get; init; }

    /// <summary>Whether the legend names it.</summary>
    internal bool IsNamed { get; init; } = true;

    /// <summary>What stands beside each point; an empty text is nothing. Null: nothing beside any.</summary>
    internal IReadOnlyList<PointLabel>? Labels { get; init; }
}

/// <summary>What stands beside a point, and on which side of it.</summary>
internal sealed record PointLabel(string Text, TextSide Side);

/// <summary>The sign of a point.</summary>
internal enum PointSign
{
    None,
    Circle,
    Diamond,
}

/// <summary>Something that is drawn on a chart, in points within it.</summary>
internal abstract record ChartMark;

/// <summary>A text.</summary>
internal sealed record ChartText(Frame Frame, SlideParagraph Paragraph) : ChartMark
{
    /// <summary>Whether what lies behind it is covered.</summary>
    internal bool Covers { get; init; }
}

/// <summary>A straight line.</summary>
internal sealed record ChartLine((double X, double Y) From, (double X, double Y) To, string Colour) : ChartMark
{
    /// <summary>In points.</summary>
    internal double Width { get; init; } = 1;

    internal bool IsDashed { get; init; }

    /// <summary>Whether it ends in an arrowhead; such a line runs across.</summary>
    internal bool IsArrow { get; init; }
}
