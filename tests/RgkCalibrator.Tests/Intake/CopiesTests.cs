using System.IO.Compression;
using System.Text;

namespace RgkCalibrator.Tests.Intake;

/// <summary>Files of other kinds are read as copies in CSV.</summary>
public sealed class CopiesTests : IDisposable
{
    private const string Text =
        "client_id;product_code;start_date;end_date;volume;unit\nk1;45C02;2021-01-01;2021-01-31;3,5;uur\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_in_gzip_is_read_as_what_is_in_it()
    {
        File.WriteAllBytes(_folder["a.csv.gz"], Zipped(Text));
        using var reading = new Reading();
        var ledger = reading.LedgerOf(_folder["a.csv.gz"]);
        Assert.Equal(1, ledger.Used);
        Assert.Equal("a.csv.gz", ledger.Files[0].File);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Zipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
