using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Tests.Intake.Copies;

namespace RgkCalibrator.Tests.Intake.Laws;

/// <summary>
/// How a file is written: as Parquet, as CSV in some dialect, also packed with gzip, or as a workbook of two sheets.
/// </summary>
internal enum FileStyle
{
    Parquet = 1,
    Dutch,
    English,
    Tabbed,
    OldMac,
    Packed,
    Workbook,
}

/// <summary>Rows in files, and how many threads read them.</summary>
internal sealed record DirtyFiles(
    IReadOnlyList<(FileStyle Style, IReadOnlyList<TestRow> Rows)> Files, int Threads, int Seed)
{
    public override string ToString() => $"{Threads} threads, seed {Seed}\n"
        + string.Join("\n\n", Files.Select(file => $"{file.Style}\n{string.Join('\n', file.Rows)}"));
}

/// <summary>
/// Generates and writes rows of so few clients, numbers, periods and volumes that credits, duplicates and references
/// meet often.
/// </summary>
internal static class DirtyRows
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] Header =
    [
        "client_id", "product_code", "start_date", "end_date", "volume", "unit", "provider_id", "birth_date",
        "line_id", "credits_line_id", "debit_credit",
    ];

    private static readonly Gen<string?> Client = Few("c1", "c1", "c1", "cliënt 2; \"GEHEIM\"", null);
    private static readonly Gen<string?> Product = Few(
        "45C02", "45C02", "45C02", "45A02", "41C01", "99X99", string.Empty);
    private static readonly Gen<string?> Unit = Few(
        "uur", "uur", "uur", "uur", "minuut", "minuut", "dagdeel", "stuks", null);
    private static readonly Gen<string?> Provider = Few("p1", "p1", "p1", "p2", null);
    private static readonly Gen<string?> Id = Few(null, null, null, "1", "1", "2", "3");
    private static readonly Gen<string?> Mark = Few(null, null, null, null, null, null, "C", "D", "X");
    private static readonly Gen<decimal?> Volume = Gen.Frequency(
        (8, Gen.Elements<decimal?>(4, 4, 6, 6, 240)),
        (8, Gen.Elements<decimal?>(-4, -4, -6, -240, -3)),
        (2, Gen.Elements<decimal?>(0, null, 0.0001m, 2.0833m)));

    private static readonly Gen<DateOnly?> Start = Gen.Frequency(
        (12, Gen.Elements<DateOnly?>(new DateOnly(2020, 12, 1), new DateOnly(2021, 3, 1))),
        (2, Gen.Elements<DateOnly?>(new DateOnly(2024, 1, 1), null)));

    private static readonly Gen<DateOnly?> Birth = Gen.Frequency(
        (4, Gen.Constant<DateOnly?>(new DateOnly(2008, 2, 29))),
        (1, Gen.Elements<DateOnly?>(null, new DateOnly(2009, 1, 1))));

    private static readonly Gen<TestRow> Row =
        from client in Client
        from product in Product
        from start in Start
        from days in Gen.Frequency((16, Gen.Constant(30)), (1, Gen.Elements(0, 400, -1)))
        from volume in Volume
        from unit in Unit
        from provider in Provider
        from birth in Birth
        from id in Id
        from credits in Id
        from mark in Mark
        select new TestRow(client, product, start, start?.AddDays(days), volume, unit)
        {
            Provider = provider,
            Birth = birth,
            Id = id,
            // A debit names no line; a credit often does.
            Credits = volume < 0 ? credits : null,
            Mark = mark,
        };

    /// <summary>Up to 60 rows in up to four files.</summary>
    internal static Gen<DirtyFiles> Files { get; } =
        from styles in Gen.Elements(Enum.GetValues<FileStyle>()).NonEmptyListOf().Resize(4)
        from size in Gen.Choose(1, 60)
        from rows in Row.ListOf(size)
        from threads in Gen.Elements(1, 2, 4)
        from seed in Gen.Choose(1, int.MaxValue - 1)
        select Dealt([.. rows], [.. styles.Take(4)], threads, seed);

    /// <summary>The same rows in another order, in other files.</summary>
    internal static DirtyFiles Shuffled(DirtyFiles files)
    {
        var random = new Random(files.Seed);
        var rows = files.Files.SelectMany(file => file.Rows).ToArray();
        random.Shuffle(rows);
        var styles = Enum.GetValues<FileStyle>();
        random.Shuffle(styles);
        return Dealt(rows, styles[..random.Next(1, 4)], random.Next(1, 5), files.Seed);
    }

    /// <summary>Writes the files, and returns their paths in order.</summary>
    internal static IReadOnlyList<string> Write(Reading reading, DirtyFiles files) =>
        [.. files.Files.Select((file, number) => Write(reading, file.Style, file.Rows, number))];

    /// <summary>What the ledger calls a row of a file, by its place from 0.</summary>
    internal static long NumberOf((FileStyle Style, IReadOnlyList<TestRow> Rows) file, int place)
    {
        // Below the header of the first sheet, or of the second.
        var first = file.Rows.Count / 2;
        return file.Style != FileStyle.Workbook ? place + 1
            : place < first ? place + 2
            : 20_000_000 + place - first + 2;
    }

    private static Gen<string?> Few(params string?[] texts) => Gen.Elements(texts);

    private static DirtyFiles Dealt(IReadOnlyList<TestRow> rows, FileStyle[] styles, int threads, int seed)
    {
        var random = new Random(seed);
        var places = rows.Select(_ => random.Next(styles.Length)).ToList();
        return new DirtyFiles(
            [
                .. styles.Select(
                    (style, file) => (style, (IReadOnlyList<TestRow>)[.. rows.Where((_, row) => places[row] == file)]))
                    .Where(file => file.Item2.Count > 0),
            ],
            threads,
            seed);
    }

    private static string Write(Reading reading, FileStyle style, IReadOnlyList<TestRow> rows, int number)
    {
        if (style == FileStyle.Parquet)
            return reading.Write(rows);
        var place = Numbers.Whole(Directory.GetFiles(reading.Folder.Root).Length);
        if (style == FileStyle.Workbook)
            return WriteWorkbook(reading.Folder[$"{place}-{Numbers.Whole(number)}.xlsx"], rows);
        var path = reading.Folder[$"{place}-{Numbers.Whole(number)}.csv"];
        var (delimiter, end, day, culture, encoding) = style switch
        {
            FileStyle.Dutch => (';', "\r\n", "dd-MM-yyyy", "nl-NL", Windows),
            FileStyle.English =>
                (',', "\n", "yyyy-MM-dd", "en-US", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
            FileStyle.Tabbed =>
                ('\t', "\n", "d-M-yy", "nl-NL", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
            _ => (';', "\r", "yyyyMMdd", "nl-NL", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
        };
        var lines = rows
            .Select(row => Cells(row, day, CultureInfo.GetCultureInfo(culture)).Select(cell => Quoted(cell, delimiter)))
            .Prepend(Header);
        var text = string.Concat(lines.Select(cells => string.Join(delimiter, cells) + end));
        if (style == FileStyle.Packed)
            return WritePacked(path + ".gz", encoding.GetBytes(text));
        File.WriteAllText(path, text, encoding);
        return path;
    }

    // In two members, as where a file was packed in parts.
    private static string WritePacked(string path, byte[] text)
    {
        using var file = File.Create(path);
        foreach (var part in new[] { text[..(text.Length / 2)], text[(text.Length / 2)..] })
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(part);
        }

        return path;
    }

    private static string WriteWorkbook(string path, IReadOnlyList<TestRow> rows)
    {
        var first = rows.Count / 2;
        return new TestWorkbook(Sheet("a", rows.Take(first)), Sheet("b", rows.Skip(first))).Save(path);

        static TestSheet Sheet(string name, IEnumerable<TestRow> rows) => new(name, [Header, .. rows.Select(Cells)]);

        static IReadOnlyList<object?> Cells(TestRow row) =>
        [
            row.Client, row.Product, row.Start, row.End, row.Volume, row.Unit, row.Provider, row.Birth, row.Id,
            row.Credits, row.Mark,
        ];
    }

    // Four decimals: three could be thousands.
    private static IEnumerable<string?> Cells(TestRow row, string day, CultureInfo culture) =>
    [
        row.Client, row.Product,
        row.Start?.ToString(day, CultureInfo.InvariantCulture), row.End?.ToString(day, CultureInfo.InvariantCulture),
        row.Volume?.ToString("0.0000", culture), row.Unit,
        row.Provider, row.Birth?.ToString(day, CultureInfo.InvariantCulture), row.Id, row.Credits, row.Mark,
    ];

    private static string Quoted(string? cell, char delimiter) => cell is null ? string.Empty
        : cell.Contains(delimiter, StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal)
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
