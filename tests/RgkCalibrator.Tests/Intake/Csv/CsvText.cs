using System.Collections.Concurrent;
using System.Text;
using CsvHelper;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Csv;

/// <summary>A text in a file that goes when the test ends; read by us and, for comparison, by CsvHelper.</summary>
internal sealed class CsvText : IDisposable
{
    internal static readonly BlockSizes Tiny = new(16, 1 << 20);

    private static readonly Wording Columns = new("de kolom kop", "the column kop");
    private readonly TemporaryFolder _folder = new();

    internal CsvText(byte[] bytes)
    {
        Path = _folder["invoer.csv"];
        File.WriteAllBytes(Path, bytes);
    }

    internal CsvText(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    internal string Path { get; }

    /// <summary>Opens the file by a header whose first name is 'kop'.</summary>
    internal CsvFile Open() => CsvFile.Open(Path, Columns, names => names[0] == "kop");

    /// <summary>The records of the file, by row.</summary>
    internal List<ReadRecord> Records(int threads = 1, BlockSizes? sizes = null)
    {
        var found = new ConcurrentBag<ReadRecord>();
        var handed = Open().Read(threads, block => Collect(block, found), sizes ?? Tiny, CancellationToken.None);
        Assert.Equal(handed, found.Count);
        return [.. found.OrderBy(record => record.Row)];
    }

    internal long Count(int chunk = 256 << 10) => CsvCount.Records(Open(), chunk, CancellationToken.None);

    /// <summary>What CsvHelper makes of it, without the header.</summary>
    internal List<string[]> CsvHelperRecords(char delimiter, Encoding encoding)
    {
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            SkipEmptyLines = true,
            IncludeValuesInExceptions = false,
        };
        using var reader = CsvReader.Create(new StreamReader(Path, encoding), options, false);
        var records = new List<string[]>();
        while (reader.Read())
            records.Add(reader.Current.ToArray());
        return records[1..];
    }

    /// <summary>The refusal that reading the file ends in; no part of the text may be in it.</summary>
    internal CalibrationException Refusal(BlockSizes? sizes = null, string secret = "geheim")
    {
        var refused = Assert.Throws<CalibrationException>(() => Records(2, sizes));
        Assert.Equal("invoer.csv", refused.Where);
        Assert.All(
            [refused.What.Dutch, refused.What.English, refused.Remedy.Dutch, refused.Remedy.English],
            text =>
            {
                Assert.False(string.IsNullOrWhiteSpace(text));
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            });
        return refused;
    }

    public void Dispose() => _folder.Dispose();

    private static void Collect(CsvBlock block, ConcurrentBag<ReadRecord> found)
    {
        while (block.MoveNext())
        {
            var fields = new string[block.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = Encoding.UTF8.GetString(block.Field(i));
            found.Add(new ReadRecord(block.Row, fields));
        }
    }
}

/// <summary>A record as it was read.</summary>
internal sealed record ReadRecord(long Row, string[] Fields)
{
    public override string ToString() => $"{Row}: {string.Join('¦', Fields)}";
}
