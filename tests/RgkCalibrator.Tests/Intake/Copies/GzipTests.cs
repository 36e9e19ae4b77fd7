using System.IO.Compression;
using System.Text;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>Files in gzip are read whole, or refused.</summary>
public sealed class GzipTests : IDisposable
{
    private const string Header = "client_id;product_code;start_date;end_date;volume;unit\n";
    private const string Row = "k1;45C02;2021-01-01;2021-01-31;3,5;uur\n";
    private const string Text = Header + Row;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Members_follow_each_other_whatever_their_size_and_their_header()
    {
        var random = new Random(1729);
        var blocks = new[] { 0, 1, 8191, 8192, 70_000, 300_000, 3 }.Select(length =>
        {
            var block = new byte[length];
            random.NextBytes(block);
            // Half of it packs well.
            block.AsSpan(length / 2).Fill((byte)'x');
            return block;
        }).ToList();
        // Of RFC 1952: an extra field, a name, a comment and a check of the header, each of them skipped.
        byte[] full = [0x1F, 0x8B, 8, 0x1E, 1, 2, 3, 4, 0, 3, 3, 0, 7, 0, 9, .. "naam\0"u8, .. "wat\0"u8, 5, 6];
        var members = blocks.SelectMany(block => Packed(block))
            .Concat(full).Concat(Packed(blocks[4]).Skip(10)).ToArray();

        Assert.Equal([.. blocks.SelectMany(block => block), .. blocks[4]], Unpacked(members)!);
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_refused()
    {
        var whole = Packed(Encoding.ASCII.GetBytes(Text));
        var two = whole.Concat(whole).ToArray();

        Assert.All(
            Enumerable.Range(1, two.Length - 1).Where(length => length != whole.Length),
            length => Assert.Null(Unpacked(two[..length])));
        Assert.Equal(Text + Text, Encoding.ASCII.GetString(Unpacked(two)!));
    }

    [Fact]
    public void What_stands_behind_the_last_member_is_never_passed_over()
    {
        var whole = Packed(Encoding.ASCII.GetBytes(Text));

        Assert.All<byte[]>(
            [[0], [0, 0, 0, 0], [0x1F], [0x1F, 0x8B], [0x1F, 0x8B, 8], [.. "rommel"u8], [.. whole[..^1]]],
            behind => Assert.Null(Unpacked([.. whole, .. behind])));
    }

    [Fact]
    public void A_bit_that_changed_anywhere_changes_no_row_unseen()
    {
        var text = Encoding.ASCII.GetBytes(Text);
        var whole = Packed(text);
        var refused = 0;

        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var changed = (byte[])whole.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var read = Unpacked(changed);
            refused += read is null ? 1 : 0;
            if (read is not null)
                Assert.Equal(text, read);
        }

        // Time, system and speed in the header say nothing of the content.
        Assert.InRange(refused, (whole.Length - 8) * 8, whole.Length * 8);
    }

    [Fact]
    public void A_damaged_file_is_refused_by_name()
    {
        var whole = Packed(Encoding.ASCII.GetBytes(Text));
        File.WriteAllBytes(_folder["a.csv.gz"], whole[..(whole.Length / 2)]);
        using var reading = new Reading();

        var refused = Assert.Throws<CalibrationException>(() => reading.LedgerOf(_folder["a.csv.gz"]));

        Assert.Equal((ExitCode.Files, "a.csv.gz"), (refused.ExitCode, refused.Where));
        Assert.Contains("beschadigd of niet volledig", refused.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_and_what_packs_as_declarations_do_is_not()
    {
        const int harmless = 1 << 20;
        var clients = Enumerable.Range(0, 100_000).Select(client => "k" + Numbers.Whole(client) + Row[2..]);
        var rows = Encoding.ASCII.GetBytes(Header + string.Concat(clients));

        Assert.Equal(rows, Unpacked(Packed(rows), harmless)!);
        var refused = Assert.Throws<CalibrationException>(() => Unpacked(Packed(new byte[16 * harmless]), harmless));
        Assert.Contains("keer zijn eigen omvang", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Files, refused.ExitCode);
    }

    [Fact]
    public void What_is_packed_and_is_no_CSV_is_refused_by_name()
    {
        foreach (var (head, name) in new[]
        {
            ("PAR1", "een Parquet-bestand"), ("PK\u0003\u0004", "een Excel- of zipbestand"), ("%PDF", "een PDF"),
        })
        {
            File.WriteAllBytes(_folder["a.gz"], Packed(Encoding.ASCII.GetBytes(head + "rest")));
            using var reading = new Reading();
            var refused = Assert.Throws<CalibrationException>(() => reading.LedgerOf(_folder["a.gz"]));
            Assert.Contains(name, refused.What.Dutch, StringComparison.Ordinal);
        }

        File.WriteAllBytes(_folder["b.gz"], Packed(Packed(Encoding.ASCII.GetBytes(Text))));
        using var again = new Reading();
        Assert.Contains(
            "een gzip-bestand",
            Assert.Throws<CalibrationException>(() => again.LedgerOf(_folder["b.gz"])).What.Dutch,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_stands_for_its_tables_in_gzip_of_any_ending()
    {
        var packed = Packed(Encoding.ASCII.GetBytes(Text));
        var prose = Packed("Beste lezer,\ndit is geen tabel.\n"u8.ToArray());
        Directory.CreateDirectory(_folder["product_code=45C02"]);
        foreach (var name in new[] { "a.csv.gz", "b.TSV.GZ", "c.txt.gz", "d.gz", "product_code=45C02/e.csv.gz" })
            File.WriteAllBytes(_folder[name], packed);
        foreach (var name in new[] { "f.txt.gz", "g.gz" })
            File.WriteAllBytes(_folder[name], prose);
        foreach (var name in new[] { "h.parquet.gz", "i.xlsx.gz", "j.tar.gz", ".k.csv.gz" })
            File.WriteAllBytes(_folder[name], packed);
        using var reading = new Reading();

        Assert.Equal(
            [".k.csv.gz", "f.txt.gz", "g.gz", "h.parquet.gz", "i.xlsx.gz", "j.tar.gz"],
            InputFiles.PassedOverNames([_folder.Root]));
        var row = Assert.Single(reading.TrajectoriesIn(_folder.Root));
        Assert.Equal(5, row.Lines);
    }

    private byte[]? Unpacked(byte[] packed, long harmless = long.MaxValue)
    {
        File.WriteAllBytes(_folder["x.gz"], packed);
        using var file = File.OpenRead(_folder["x.gz"]);
        using var target = new MemoryStream();
        try
        {
            GzipCopy.Copy(file, "x.gz", target, harmless, CancellationToken.None);
            return target.ToArray();
        }
        catch (CalibrationException damaged) when (damaged.InnerException is not null)
        {
            return null;
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        // Of nothing .NET makes no member.
        return bytes.Length > 0
            ? packed.ToArray()
            : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }
}
