using System.Globalization;
using System.Text;

namespace RgkCalibrator.Tests.Intake.Corpus;

/// <summary>A file of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="IsForCsvHelper">
/// Whether CsvHelper is to read the same; it takes every carriage return and line of spaces for a record.
/// </param>
internal sealed record CorpusFile(string Name, byte[] Bytes, bool IsForCsvHelper);

/// <summary>
/// One case of the corpus: files as they come, and what reading them must give. README.md says how it is written down.
/// </summary>
/// <param name="Title">A sentence, which is the name of the test.</param>
/// <param name="Files">In the order in which they are read.</param>
/// <param name="Mapping">The text of the mapping; null for none.</param>
/// <param name="Settings">Words that change how it is read: <c>catalogue</c>, <c>max-days-0</c>.</param>
/// <param name="Expected">What must come of it, by line.</param>
/// <param name="Secrets">Texts of cells, none of which may stand in a message or a log.</param>
internal sealed record CorpusCase(
    string Title,
    IReadOnlyList<CorpusFile> Files,
    string? Mapping,
    IReadOnlyList<string> Settings,
    IReadOnlyList<string> Expected,
    IReadOnlyList<string> Secrets);

/// <summary>Reads the corpus.</summary>
internal static class CorpusCases
{
    private const string Header = "client_id;product_code;start_date;end_date;volume;unit";
    private const string Mark = "GEHEIM";
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>All cases, by title.</summary>
    internal static IReadOnlyDictionary<string, CorpusCase> All { get; } = Directory
        .GetFiles(Repository.PathOf("tests/RgkCalibrator.Tests/Intake/Corpus"), "*.case")
        .Order(StringComparer.Ordinal)
        .SelectMany(path => File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n== ").Skip(1))
        .Select(Parse)
        .ToDictionary(found => found.Title);

    private static CorpusCase Parse(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var sections = Sections(lines.Skip(1).TakeWhile(line => !IsExpectation(line)));
        return new CorpusCase(
            lines[0],
            [.. sections.Where(section => !section.IsMapping).Select(FileOf)],
            sections.Where(section => section.IsMapping)
                .Select(section => string.Join('\n', section.Lines)).FirstOrDefault(),
            [.. sections.SelectMany(section => section.Words)],
            [.. lines.Where(IsExpectation).Select(line => line[3..])],
            [
                .. sections.Where(section => !section.IsMapping)
                    .SelectMany(section => section.Lines).SelectMany(Secrets).Distinct(),
            ]);
    }

    private static bool IsExpectation(string line) => line.StartsWith("=> ", StringComparison.Ordinal);

    private static List<Section> Sections(IEnumerable<string> lines)
    {
        var sections = new List<Section> { new([], []) };
        foreach (var line in lines)
        {
            if (!line.StartsWith(":: ", StringComparison.Ordinal))
            {
                sections[^1].Lines.Add(line);
                continue;
            }

            var words = line[3..].Split(' ');
            // The first file may have a name too.
            if (words[0] is "file" or "mapping" && sections[^1] is not { Lines.Count: 0, Words.Count: 0 })
                sections.Add(new Section([], []));
            sections[^1].Words.AddRange(words);
        }

        return sections;
    }

    private static CorpusFile FileOf(Section section)
    {
        var end = section.Words.Contains("crlf") ? "\r\n" : section.Words.Contains("cr") ? "\r" : "\n";
        var text = string.Join(end, section.Lines.Select(line => line == "@kop" ? Header : Unescaped(line)))
            + (section.Words.Contains("no-final-newline") || section.Lines.Count == 0 ? string.Empty : end);
        return new CorpusFile(section.FileName, Bytes(text, section), !section.Words.Contains("not-for-csvhelper"));
    }

    private static byte[] Bytes(string text, Section section)
    {
        Encoding encoding = section.Words.Contains("windows-1252") ? Windows
            : section.Words.Contains("utf-16") ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true)
            : new UTF8Encoding(section.Words.Contains("bom"));
        var bytes = new List<byte>(encoding.GetPreamble());
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < '\uE000' or > '\uE0FF')
                continue;
            bytes.AddRange(encoding.GetBytes(text[from..i]));
            bytes.Add((byte)(text[i] - '\uE000'));
            from = i + 1;
        }

        return [.. bytes, .. encoding.GetBytes(text[from..])];
    }

    /// <summary>
    /// Turns <c>\t \r \n \s</c> and <c>\\</c> into what they stand for, and <c>\xE9</c> into a private character that
    /// stands for the byte.
    /// </summary>
    private static string Unescaped(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
            {
                text.Append(line[i]);
                continue;
            }

            i++;
            text.Append(line[i] switch
            {
                't' => '\t',
                'r' => '\r',
                'n' => '\n',
                's' => ' ',
                '\\' => '\\',
                'x' => (char)(0xE000
                    + byte.Parse(line.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
                var other => throw new InvalidOperationException($"The corpus has no escape \\{other}."),
            });
            i += line[i] == 'x' ? 2 : 0;
        }

        return text.ToString();
    }

    /// <summary>
    /// The texts of a line that tell something of somebody: those with the mark, and long ones with digits.
    /// </summary>
    private static IEnumerable<string> Secrets(string line) => line
        .Split([';', ',', '\t', '|', '"'], StringSplitOptions.TrimEntries)
        .Where(field =>
            field.Contains(Mark, StringComparison.Ordinal) || (field.Length >= 5 && field.Any(char.IsAsciiDigit)));

    private sealed record Section(List<string> Words, List<string> Lines)
    {
        internal bool IsMapping => Words.Contains("mapping");

        internal string FileName => Words.IndexOf("file") is >= 0 and var at ? Words[at + 1] : "invoer.csv";
    }
}
