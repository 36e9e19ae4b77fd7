using System.Buffers;
using System.Text;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Csv;

/// <summary>Finds the header in the head of a file, and with it the delimiter.</summary>
internal static class HeaderSearch
{
    /// <summary>The header is looked for in this many records from the top.</summary>
    internal const int Deepest = 50;

    // So many records below a header show how many fields a record has.
    private const int Sample = 1000;

    /// <summary>So many records from the top tell of a header.</summary>
    internal const int Depth = Deepest + Sample;

    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\v\f\r\n"u8);

    // A row of declarations has at least so many fields.
    private const int Narrowest = 4;

    private static readonly byte[] Delimiters = [(byte)';', (byte)',', (byte)'\t', (byte)'|'];

    /// <summary>
    /// Finds the first record that is accepted, with whichever delimiter; where several will do, with the one that
    /// gives most fields.
    /// </summary>
    /// <exception cref="CalibrationException">None is accepted, or a row is stuck to it.</exception>
    internal static CsvDialect Find(
        CsvHead head, Wording lookedFor, Func<IReadOnlyList<string>, bool> isHeader, Wording? remedy = null)
    {
        var found = Splits(head, Deepest)
            .Select(records => records.Find(record => !record.IsOfTwoLines && isHeader(record.Fields)))
            .OfType<HeadRecord>()
            .OrderBy(header => header.Start)
            .ThenByDescending(header => header.Fields.Count)
            .FirstOrDefault();
        return Dialect(head, found ?? throw CsvMistakes.NoHeader(head.File, lookedFor, Deepest, remedy));
    }

    /// <summary>
    /// Finds the first record of distinct names, one for each field that most records below it have. A name has a
    /// letter and is no date; only the last one may be empty. Where several delimiters will do, the one that gives most
    /// fields counts.
    /// </summary>
    /// <exception cref="CalibrationException">There is none, or a row is stuck to it.</exception>
    internal static CsvDialect Guess(CsvHead head)
    {
        var splits = Splits(head, Depth);
        // One name is a header only where nothing is delimited at all: else every line of text would be one, with a
        // delimiter that does not occur.
        var isOneColumn = splits.TrueForAll(records => records.TrueForAll(record => record.Fields.Count == 1));
        var found = splits
            .SelectMany(records =>
                records.Take(Deepest).Where((record, i) => LooksLikeHeader(record, records[(i + 1)..])).Take(1))
            .Where(header => header.Fields.Count > 1 || isOneColumn)
            .OrderByDescending(header => header.Fields.Count)
            .ThenBy(header => header.Start)
            .FirstOrDefault();
        return Dialect(head, found ?? throw CsvMistakes.NoHeader(
            head.File, new("een eigen naam voor elke kolom", "a name of its own for every column"), Deepest));
    }

    private static bool LooksLikeHeader(HeadRecord record, List<HeadRecord> below)
    {
        var fields = record.Fields;
        var names = fields[^1].Length == 0 ? fields.SkipLast(1).ToList() : fields;
        var areDistinct = names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count;
        if (names.Count == 0 || !areDistinct || !names.All(IsName) || record.IsOfTwoLines)
            return false;
        return below.Count == 0
            ? record.IsFirst
            : below.CountBy(other => other.Fields.Count).MaxBy(count => count.Value).Key == fields.Count;
    }

    private static bool IsName(string field)
    {
        var utf8 = Encoding.UTF8.GetBytes(field);
        return field.Any(char.IsLetter) && !ValueFormats.Dates.Any(format => DateParser.TryParse(utf8, format, out _));
    }

    private static CsvDialect Dialect(CsvHead head, HeadRecord header)
    {
        var (grammar, start) = (header.Grammar, head.TextStart + header.End);
        var line = 1 + head.Bytes.AsSpan(0, head.TextStart + header.Start).Count(grammar.LineEnd);
        List<HeadRecord> below =
            [.. Split(head, grammar, Depth).Where(record => record.Start > header.Start)];
        if (IsGlued(header.Fields, below))
            throw CsvMistakes.GluedHeader(head.File, line);
        return new CsvDialect(
            head.File,
            grammar,
            head.HasByteOrderMark,
            line,
            header.Fields,
            start,
            [
                head.EncodingEvidence,
                DelimiterEvidence(grammar.Delimiter, header.Fields.Count, head.NamedDelimiter is not null),
                new($"De kop staat op regel {Numbers.Whole(line)}.", $"The header is on line {Numbers.Whole(line)}."),
            ])
        {
            HasRows = !head.IsWhole || head.Bytes.AsSpan(start).IndexOfAnyExcept(White) >= 0,
            Spare = grammar.Delimiter == (byte)',' ? 0 : Spare(header.Fields.Count, below),
        };
    }

    /// <summary>
    /// Whether the first row goes on where the header ends: there are more names than any row has fields, and among
    /// them are dates and numbers, or a whole row of them. Rows may lack columns at their end.
    /// </summary>
    private static bool IsGlued(IReadOnlyList<string> header, List<HeadRecord> below)
    {
        var names = header.Reverse().SkipWhile(name => name.Length == 0).ToList();
        var widest = below.Select(record => record.Fields.Count).DefaultIfEmpty(0).Max();
        return names.Count > widest
            && ((widest >= Narrowest && names.Count >= (2 * widest) - 1)
                || names.Exists(name => name.Length > 0 && !IsName(name)));
    }

    private static int Spare(int names, List<HeadRecord> below)
    {
        var spare = below.Where(record => record.Fields.Skip(names).All(field => field.Length == 0))
            .CountBy(record => record.Fields.Count - names)
            .FirstOrDefault(count => count.Key > 0 && count.Value * 2 > below.Count);
        return spare.Key;
    }

    private static Wording DelimiterEvidence(byte delimiter, int fields, bool isNamed)
    {
        var shown = delimiter == (byte)'\t' ? "tab" : $"'{(char)delimiter}'";
        var count = Numbers.Whole(fields);
        return isNamed
            ? new(
                $"Scheidingsteken {shown}: zo staat het op de eerste regel.",
                $"Delimiter {shown}: so says the first line.")
            : new(
                $"Scheidingsteken {shown}: dat geeft een kop van {count} kolommen.",
                $"Delimiter {shown}: it gives a header of {count} columns.");
    }

    /// <summary>The first records of the head, with each delimiter and each line end that it can have.</summary>
    private static List<List<HeadRecord>> Splits(CsvHead head, int records) =>
    [
        .. from lineEnd in head.LineEnds
           from delimiter in head.NamedDelimiter is { } named ? [named] : Delimiters
           select Split(head, GrammarOf(head, delimiter, lineEnd), records),
    ];

    // A stray space before a quote is no habit: a habit shows more than once, and in half of the lines.
    private static CsvGrammar GrammarOf(CsvHead head, byte delimiter, byte lineEnd) =>
        new(delimiter, lineEnd, head.IsUtf8)
        {
            HasSpacedQuotes = head.Bytes.AsSpan().Count([delimiter, (byte)' ', CsvGrammar.Quote]) is > 1 and var spaced
                && spaced * 2 >= head.Bytes.AsSpan().Count(lineEnd),
        };

    private static List<HeadRecord> Split(CsvHead head, CsvGrammar grammar, int records)
    {
        var text = head.Bytes.AsSpan(head.TextStart);
        using var block = new CsvBlock(grammar);
        block.Memory.Ensure(text.Length);
        text.CopyTo(block.Memory.Bytes(0, text.Length));
        block.Begin(text.Length, 0, hasQuotes: true);
        var found = new List<HeadRecord>();
        var start = 0;
        while (found.Count < records && block.MoveNext())
        {
            start = AfterBlankLines(text, start, grammar);
            var lines = OddLineEnds.Parts(text[start..block.Position], grammar);
            found.Add(new HeadRecord(grammar, Fields(block), start, block.Position, found.Count == 0, lines > 1));
            start = block.Position;
        }

        // The head can end in the middle of a record.
        if (!head.IsWhole && start == text.Length)
            found.RemoveAt(found.Count - 1);
        return found;
    }

    private static int AfterBlankLines(ReadOnlySpan<byte> text, int start, CsvGrammar grammar)
    {
        var line = text[start..];
        while (line.IndexOf(grammar.LineEnd) is >= 0 and var length && grammar.IsBlank(line[..length]))
            line = line[(length + 1)..];
        return text.Length - line.Length;
    }

    private static List<string> Fields(CsvBlock block)
    {
        var fields = new List<string>(block.FieldCount);
        for (var i = 0; i < block.FieldCount; i++)
            fields.Add(Encoding.UTF8.GetString(block.Field(i)).Trim());
        return fields;
    }

    /// <summary>
    /// A record of the head: its fields and where it begins and ends, from <see cref="CsvHead.TextStart"/>.
    /// </summary>
    /// <param name="Grammar">How it was split.</param>
    /// <param name="Fields">Without white space around them.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="End">Where the next line begins.</param>
    /// <param name="IsFirst">Whether no record stands above it.</param>
    /// <param name="IsOfTwoLines">Whether the other line end than that of the grammar stands in it, outside quotes: a
    /// row may be stuck to it.</param>
    private sealed record HeadRecord(
        CsvGrammar Grammar, IReadOnlyList<string> Fields, int Start, int End, bool IsFirst, bool IsOfTwoLines);
}
