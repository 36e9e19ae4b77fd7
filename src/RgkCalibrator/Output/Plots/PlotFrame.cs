using RgkCalibrator.Output.Charts;
using ScottPlot;

namespace RgkCalibrator.Output.Plots;

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
    private const float MarkerHeight = 66;
    private const float AxisHeight = 92;
    private const float SwatchWidth = 44;
    private const int MostTitleLines = 3;
    private const int MostNoteLines = 6;

    private static readonly TextStyle Normal = new(22);
    private static readonly TextStyle TitleStyle = new(34, Bold: true);
    private static readonly TextStyle NoteStyle = new(19);
    private static readonly TextStyle MarkerStyle = new(23, Bold: true);

    private readonly PlotModel _model;
    private readonly PlotBorder _border;
    private readonly IReadOnlyList<string> _title;
    private readonly IReadOnlyList<string> _notes;

    internal PlotFrame(PlotModel model, PlotBorder border, double width)
    {
        (_model, _border) = (model, border);
        var room = width - (2 * Margin);
        _title = TitleStyle.Balance(model.Caption.Title, room, MostTitleLines);
        _notes = [.. model.Caption.Notes.SelectMany(note => NoteStyle.Balance(note, room, MostNoteLines))];
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

    /// <summary>The height of what stands above the data.</summary>
    internal float Above => TitleBottom + LegendHeight + (_border.Markers.Count > 0 ? MarkerHeight : 16);

    /// <summary>The height of what stands below the data.</summary>
    internal float Below => AxisHeight + (NotePitch * _notes.Count) + 34;

    private float TitleBottom => RestrictedBottom + (TitlePitch * _title.Count);

    /// <inheritdoc/>
    public float Measure(Paint paint) => 0;

    /// <inheritdoc/>
    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) => dataRect;

    /// <inheritdoc/>
    public void Render(RenderPack rp, float size, float offset)
    {
        var (data, right) = (rp.DataRect, rp.ScaledFigureRect.Right - Margin);
        var restricted = PlotWords.Restricted.In(_model.Caption.Language);
        var bold = Normal with { Bold = true };
        Text(rp, bold, restricted, PlotInk.Outside, new(Margin, RestrictedBottom - 6), Alignment.LowerLeft);
        Lines(rp, TitleStyle, _title, PlotInk.Ink, RestrictedBottom, TitlePitch);
        Lines(rp, NoteStyle, _notes, PlotInk.Quiet, data.Bottom + AxisHeight, NotePitch);
        var below = new Pixel(data.HorizontalCenter, data.Bottom + AxisHeight - 14);
        Text(rp, Normal, _model.X.Title, PlotInk.Ink, below, Alignment.LowerCenter);
        var row = TitleBottom + (LegendHeight / 2) + 8;
        Text(rp, Normal, _model.YTitle, PlotInk.Ink, new(Margin, row + 2), Alignment.MiddleLeft);
        Text(rp, Normal, _border.RightTitle, PlotInk.Ink, new(right, row + 2), Alignment.MiddleRight);
        Legend(rp, row);
        if (_border.Markers.Count > 0)
            Markers(rp, right);
    }

    private void Legend(RenderPack rp, float y)
    {
        var width = _border.Legend.Sum(entry => SwatchWidth + 42 + Normal.WidthOf(entry.Label));
        var x = rp.DataRect.Right - (float)width + 30;
        foreach (var entry in _border.Legend)
        {
            PlotInk.Paint(rp, entry, new PixelRect(x, x + SwatchWidth, y + 11, y - 11));
            Text(rp, Normal, entry.Label, PlotInk.Ink, new(x + SwatchWidth + 12, y + 2), Alignment.MiddleLeft);
            x += SwatchWidth + 42 + (float)Normal.WidthOf(entry.Label);
        }
    }

    private void Markers(RenderPack rp, float right)
    {
        var markers = _border.Markers.OrderBy(marker => marker.Value).ToList();
        var places = markers.ConvertAll(marker => rp.Plot.GetPixel(new Coordinates(marker.Value, 0)).X);
        var widths = markers.ConvertAll(marker => MarkerStyle.WidthOf(marker.Label) + 28);
        var centres = LabelRow.Centres(places.ConvertAll(x => (double)x), widths, Margin, right);
        foreach (var (i, marker) in markers.Index())
        {
            var (top, x) = (rp.DataRect.Top, (float)centres[i]);
            Text(rp, MarkerStyle, marker.Label, PlotInk.Ink, new(x, top - 32), Alignment.LowerCenter);
            var line = PlotInk.LineOf(marker.IsChosen);
            Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(x, top - 28), new Pixel(places[i], top), line);
        }
    }

    private static void Lines(
        RenderPack rp, TextStyle style, IReadOnlyList<string> lines, Color colour, float top, float pitch)
    {
        foreach (var (i, line) in lines.Index())
            Text(rp, style, line, colour, new(Margin, top + (pitch * (i + 1))), Alignment.LowerLeft);
    }

    private static void Text(
        RenderPack rp, TextStyle style, string text, Color colour, Pixel at, Alignment alignment)
    {
        var label = new LabelStyle
        {
            Text = text,
            FontName = PlotFont.Name,
            // By its name alone a bold font of a file is not found.
            Font = Fonts.GetTypeface(PlotFont.Name, style.Bold, italic: false),
            FontSize = (float)style.Size,
            Bold = style.Bold,
            ForeColor = colour,
            Alignment = alignment,
        };
        label.Render(rp.Canvas, at, rp.Paint, bottom: false);
    }
}
