using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Cli;
using RgkCalibrator.Engine;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Output.Charts;

namespace RgkCalibrator.Tests.Injection;

/// <summary>Every payload through every writer that there is. A format more is a line more.</summary>
public sealed class InjectionTests
{
    [Fact]
    public void There_are_three_hundred_payloads_or_more() =>
        Assert.True(Payloads.All.Count >= 300, Numbers.Whole(Payloads.All.Count));

    [Fact]
    public void Html() => Into(".html", texts =>
    {
        var html = new MarkupWriter();
        html.Open("html");
        HtmlTable.Write(html, TableOf(texts));
        HtmlTable.WriteFolded(html, TableOf(texts));
        foreach (var text in texts)
            html.Empty("div", ("class", text));
        html.Close();
        return Encoding.UTF8.GetBytes(html.ToString());
    });

    [Fact]
    public void Svg()
    {
        foreach (var text in Payloads.All)
            Into(".svg", _ => Encoding.UTF8.GetBytes(DrawingOf(text)));
    }

    [Fact]
    public void Png()
    {
        using var painter = new PngPainter(480);
        Into(".png", texts => painter.Paint(DrawingOf(string.Join(' ', texts.Where((_, i) => i % 10 == 0)))));
    }

    [Fact]
    public void Xlsx() => Into(".xlsx", texts =>
    {
        using var stream = new MemoryStream();
        WorkbookFile.Write(BookOf(texts), stream);
        return stream.ToArray();
    });

    [Fact]
    public void Csv_for_a_spreadsheet() =>
        Into(".csv", texts => Written(output => CsvTable.WriteForExcel(TableOf(texts), output)));

    [Fact]
    public void Csv_for_programs() =>
        Into(".csv", texts => Written(output => CsvTable.WritePlain(TableOf(texts), output)));

    [Fact]
    public void Csv_of_what_stays_inside() => Into(".csv", texts =>
    {
        using var stream = new MemoryStream();
        TableOf(texts).WriteCsv(stream);
        return stream.ToArray();
    });

    [Fact]
    public void Csv_of_trajectories() => Into(".csv", texts =>
    {
        using var stream = new MemoryStream();
        var csv = new CsvWriter(stream);
        csv.Header(["a", "b"]);
        foreach (var text in texts)
        {
            csv.Text(text);
            csv.Text(text);
            csv.EndLine();
        }

        csv.Flush();
        return stream.ToArray();
    });

    [Fact]
    public void Markdown() => Into(".md", texts => Written(output => MarkdownTable.Write(TableOf(texts), output)));

    [Fact]
    public void Json() => Into(".json", texts =>
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            new JsonObject(texts.Select(text => KeyValuePair.Create(text, (JsonNode?)text))).WriteTo(json);
        using var back = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(texts, back.RootElement.EnumerateObject().Select(one => one.Name));
        Assert.Equal(texts, back.RootElement.EnumerateObject().Select(one => one.Value.GetString()!));
        return stream.ToArray();
    });

    [Fact]
    public void Terminal() => Into(".txt", texts => Written(output => TextTable.Write(TableOf(texts), output)));

    [Fact]
    public void A_text_in_a_workbook_comes_back_as_it_was()
    {
        using var stream = new MemoryStream();
        WorkbookFile.Write(BookOf(Payloads.All), stream);

        var texts = Spreadsheets.TextsOf(stream.ToArray());

        Assert.Empty(Payloads.All.Except(texts, StringComparer.Ordinal));
    }

    /// <summary>Writes all payloads in a format, and refuses whatever is active in what comes out.</summary>
    internal static void Into(string format, Func<IReadOnlyList<string>, byte[]> write) =>
        Assert.Empty(Inspections.Of(format, write(Payloads.All)));

    private static byte[] Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    /// <summary>Each text as a cell, alone and behind another; titles and headings are texts of ours.</summary>
    internal static Table TableOf(IReadOnlyList<string> texts) => new(
        "Proef",
        [new("Eerste", "a", ColumnKind.Text), new("Tweede", "b", ColumnKind.Text), new("Derde", "c", ColumnKind.Text)],
        [.. texts.Select(text =>
            (TableCell[])[TableCell.Text(text), TableCell.Text("a " + text), TableCell.Text(text)])]);

    private static Workbook BookOf(IReadOnlyList<string> texts) => new(
        texts[0],
        [
            new Sheet("Proef", [.. texts.Select(text => new Note(text, NoteStyle.Plain))],
                new SheetTable(TableOf(texts), []))
            {
                Restriction = "&A&P <x> \"&G",
            },
            .. texts.Take(50).Select(text => new Sheet(text, [new Note(text, NoteStyle.Title)], null)),
        ]);

    /// <summary>A chart in which the text stands wherever one can.</summary>
    internal static SvgDrawing DrawingOf(string text)
    {
        var chart = Samples.Volume();
        return HistogramPainter.Paint(chart with
        {
            Caption = chart.Caption with { Title = text, Description = text, Notes = [text, "a " + text] },
            XTitle = text,
            YTitle = text,
            InsideLabel = text,
            OutsideLabel = text,
        });
    }
}
