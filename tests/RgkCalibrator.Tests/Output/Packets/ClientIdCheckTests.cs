using System.IO.Compression;
using System.Text;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>The search for ids of clients in what was written.</summary>
public sealed class ClientIdCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kind-0042", "<text>kind-0042</text>", true)]
    [InlineData("kind-0042", "<text>kind-00421</text>", false)]
    [InlineData("kind-0042", "xkind-0042", false)]
    [InlineData("12.34 56", "nr 12.34 56;", true)]
    [InlineData("123456", "a,123456,b", true)]
    [InlineData("1080", "width 1080", false)]
    [InlineData("onbekend", "onbekend", false)]
    public void An_id_is_found_as_a_word_of_its_own(string id, string text, bool isFound)
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
        File.WriteAllText(output.PathOf("extern/a.svg"), text);

        var trouble = Record.Exception(() => ClientIdCheck.RefuseIfFound(output, "extern/", ["ander-0001", id]));

        Assert.Equal(
            isFound, trouble is CalibrationException { ExitCode: ExitCode.NothingToShow, Where: "extern/a.svg" });
        Assert.DoesNotContain(id, trouble?.ToString() ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_found_inside_a_package()
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
        using (var package = ZipFile.Open(output.PathOf("extern/kader.xlsx"), ZipArchiveMode.Create))
        using (var part = new StreamWriter(
            package.CreateEntry("xl/sharedStrings.xml", CompressionLevel.SmallestSize).Open()))
        {
            part.Write("<t>" + new string('a', 4000) + "</t><t>kind-0042</t>");
        }

        Assert.Throws<CalibrationException>(() => ClientIdCheck.RefuseIfFound(output, "extern/", ["kind-0042"]));
    }

    [Theory]
    [InlineData("<a:off x=\"1234567\" y=\"0\"/>", false)]
    [InlineData("<a:t>1234567</a:t>", true)]
    [InlineData("<p:cNvPr id=\"2\" descr=\"kind 1234567\"/>", true)]
    public void An_id_is_found_in_the_texts_of_a_slide_and_not_in_its_measures(string xml, bool isFound)
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
        using (var package = ZipFile.Open(output.PathOf("extern/a.pptx"), ZipArchiveMode.Create))
        using (var part = new StreamWriter(package.CreateEntry("ppt/slides/slide1.xml").Open()))
            part.Write(xml);

        var trouble = Record.Exception(() => ClientIdCheck.RefuseIfFound(output, "extern/", ["1234567"]));

        Assert.Equal(isFound, trouble is CalibrationException);
    }

    [Fact]
    public void An_id_is_found_in_the_workbook_of_a_chart_inside_a_presentation()
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
        var workbook = Packed("xl/sharedStrings.xml", "<t>kind-0042</t>"u8.ToArray());
        File.WriteAllBytes(output.PathOf("extern/a.pptx"), Packed("ppt/embeddings/package.xlsx", workbook));

        Assert.Throws<CalibrationException>(() => ClientIdCheck.RefuseIfFound(output, "extern/", ["kind-0042"]));

        static byte[] Packed(string name, byte[] content)
        {
            using var bytes = new MemoryStream();
            using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            using (var part = package.CreateEntry(name, CompressionLevel.SmallestSize).Open())
                part.Write(content);
            return bytes.ToArray();
        }
    }

    [Theory]
    [InlineData("tEXt", true)]
    [InlineData("IDAT", false)]
    public void An_id_is_found_in_all_of_a_picture_but_its_pixels(string chunk, bool isFound)
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
        var content = Encoding.ASCII.GetBytes("Comment kind-0042 ");
        byte[] length = [0, 0, 0, (byte)content.Length];
        File.WriteAllBytes(
            output.PathOf("extern/a.png"),
            [0x89, .. "PNG\r\n\u001A\n"u8, .. length, .. Encoding.ASCII.GetBytes(chunk), .. content, 0, 0, 0, 0]);

        var trouble = Record.Exception(() => ClientIdCheck.RefuseIfFound(output, "extern/", ["kind-0042"]));

        Assert.Equal(
            isFound, trouble is CalibrationException { ExitCode: ExitCode.NothingToShow, Where: "extern/a.png" });
    }

    [Theory]
    [InlineData("not a picture")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0\0\u0009IDAT1234")]
    public void A_picture_that_is_none_or_is_cut_off_is_not_taken_for_one(string bytes) =>
        Assert.Throws<InvalidDataException>(() => PngChunk.In(Encoding.Latin1.GetBytes(bytes)).ToList());
}
