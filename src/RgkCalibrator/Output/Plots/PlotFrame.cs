using RgkCalibrator.Output.Charts;
using ScottPlot;

namespace RgkCalibrator.Output.Plots;

/// <summary>How an entry of the legend looks.</summary>
internal enum Swatch
{
    /// <summary>A filled rectangle.</summary>
    Fill,

    /// <summary>A rectangle with stripes.</summary>
    Hatch,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A broken line.</summary>
    Dash,

    /// <summary>A filled dot.</summary>
    Dot,

    /// <summary>An open dot.</summary>
    Ring,

    /// <summary>A diamond.</summary>
    Diamond,
}

/// <summary>An entry of the legend.</summary>
internal sealed record LegendEntry(string Label, Swatch Swatch, Color Color);

/// <summary>
/// What stands around the data, in pixels of a sheet of 1920 × 1080: the word that it is restricted, title, legend,
/// names of lines, and notes. None of it lies over the data.
/// </summary>
internal sealed class PlotFrame : IPanel
{
    private const float Margin = 80;
    private const float TitlePitch = 44;
    private const float NotePitch = 26;
    private const float RestrictedBottom = 58;
    private const float LegendHeight = 48;
    private const float MarkHeight = 66;
    private const float AxisHeight = 92;
    private const float SwatchWidth = 44;
    private const int MostTitleLines = 3;
    private const int MostNoteLines = 6;

    private static readonly TextStyle TitleStyle = new(34, Bold: true);
    private static readonly TextStyle NoteStyle = new(19);
    private static readonly TextStyle LegendStyle = new(22);
    private static readonly TextStyle MarkStyle = new(23, Bold: true);

    private readonly RawPicture _picture;
    private readonly string _font;
    private readonly IReadOnlyList<string> _title;
    private readonly IReadOnlyList<string> _notes;
    private readonly AddedSeries _series;

    internal PlotFrame(RawPicture picture, string font, AddedSeries series, double width)
    {
        (_picture, _font, _series) = (picture, font, series);
        var room = width - (2 * Margin);
        _title = TitleStyle.Balance(picture.Caption.Title, room, MostTitleLines);
        _notes = [.. picture.Caption.Notes.SelectMany(note => NoteStyle.Balance(note, room, MostNoteLines))];
    }

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public float MinimumSize { get; set; }

    /// <inheritdoc/>
    public float MaximumSize { get; set; } = float.MaxValue;

    /// <inheritdoc/>
    public Edge Edge => Edge.Top;

    /// <inheritdoc/>
    public bool ShowDebugInformation { get; set; }

    /// <summary>What stands above the data.</summary>
    internal float Above => RestrictedBottom + (TitlePitch * _title.Count) + LegendHeight + (_series.Marks.Count > 0 ? MarkHeight : 16);

    /// <summary>What stands below the data.</summary>
    internal float Below => AxisHeight + (NotePitch * _notes.Count) + 34;

    /// <inheritdoc/>
    public float Measure(Paint paint) => 0;

    /// <inheritdoc/>
    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) => dataRect;

    /// <inheritdoc/>
    public void Render(RenderPack rp, float size, float offset)
    {
        var language = _picture.Caption.Language;
        Text(rp, new TextStyle(22, Bold: true), PictureWords.Restricted.In(language), PlotInk.Outside, new(Margin, RestrictedBottom - 6), Alignment.LowerLeft);
        foreach (var (i, line) in _title.Index())
            Text(rp, TitleStyle, line, PlotInk.Ink, new(Margin, RestrictedBottom + (TitlePitch * (i + 1))), Alignment.LowerLeft);
        foreach (var (i, line) in _notes.Index())
            Text(rp, NoteStyle, line, PlotInk.Quiet, new(Margin, rp.DataRect.Bottom + AxisHeight + (NotePitch * (i + 1))), Alignment.LowerLeft);
        Text(rp, LegendStyle, _picture.XTitle, PlotInk.Ink, new(rp.DataRect.HorizontalCenter, rp.DataRect.Bottom + AxisHeight - 14), Alignment.LowerCenter);
        var row = RestrictedBottom + (TitlePitch * _title.Count) + (LegendHeight / 2) + 8;
        Text(rp, LegendStyle, _picture.YTitle, PlotInk.Ink, new(Margin, row + 2), Alignment.MiddleLeft);
        Text(rp, LegendStyle, _series.RightTitle, PlotInk.Ink, new(rp.ScaledFigureRect.Right - Margin, row + 2), Alignment.MiddleRight);
        Legend(rp, row);
        Marks(rp);
    }

    private void Legend(RenderPack rp, float y)
    {
        var x = rp.DataRect.Right - (float)_series.Legend.Sum(entry => SwatchWidth + 12 + LegendStyle.WidthOf(entry.Label) + 30) + 30;
        foreach (var entry in _series.Legend)
        {
            PlotInk.Paint(rp, entry, new PixelRect(x, x + SwatchWidth, y + 11, y - 11));
            Text(rp, LegendStyle, entry.Label, PlotInk.Ink, new(x + SwatchWidth + 12, y + 2), Alignment.MiddleLeft);
            x += SwatchWidth + 42 + (float)LegendStyle.WidthOf(entry.Label);
        }
    }

    private void Marks(RenderPack rp)
    {
        if (_series.Marks.Count == 0)
            return;
        var marks = _series.Marks.OrderBy(mark => mark.Value).ToList();
        List<float> at = [.. marks.Select(mark => rp.Plot.GetPixel(new Coordinates(mark.Value, 0)).X)];
        var centres = LabelRow.Centres(
            [.. at.Select(x => (double)x)], [.. marks.Select(mark => MarkStyle.WidthOf(mark.Label) + 28)], Margin, rp.ScaledFigureRect.Right - Margin);
        foreach (var (i, mark) in marks.Index())
        {
            var (top, x) = (rp.DataRect.Top, (float)centres[i]);
            Text(rp, MarkStyle, mark.Label, PlotInk.Ink, new(x, top - 32), Alignment.LowerCenter);
            Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(x, top - 28), new Pixel(at[i], top), PlotInk.LineOf(mark.IsChosen));
        }
    }

    private void Text(RenderPack rp, TextStyle style, string text, Color colour, Pixel at, Alignment alignment)
    {
        var label = new LabelStyle
        {
            Text = text,
            FontName = _font,
            // By its name alone a bold font of a file is not found.
            Font = Fonts.GetTypeface(_font, style.Bold, italic: false),
            FontSize = (float)style.Size,
            Bold = style.Bold,
            ForeColor = colour,
            Alignment = alignment,
        };
        label.Render(rp.Canvas, at, rp.Paint, bottom: false);
    }
}
