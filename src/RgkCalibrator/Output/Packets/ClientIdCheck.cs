using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// Reopens what may leave, also what lies inside Office packages, and looks for the ids of clients in it.
/// </summary>
internal static class ClientIdCheck
{
    /// <summary>Shorter ids, and those without a digit, cannot be told from figures, colours and words.</summary>
    internal const int ShortestId = 6;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly Regex Measure = new("=\"-?[0-9]+\"", RegexOptions.NonBacktracking);

    /// <summary>Looks through every file of a folder of the run.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="folder">The folder, with a slash behind it.</param>
    /// <param name="clients">The ids; gone through twice.</param>
    /// <exception cref="CalibrationException">A file holds one: a fault of this program.</exception>
    internal static void RefuseIfFound(StagedOutput output, string folder, IEnumerable<string> clients)
    {
        int[] lengths = [.. clients.Where(IsSought).Select(client => client.Length).Distinct().Order()];
        // What is written is small, the clients are many: these pass by one at a time.
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in output.Files().Where(file => file.StartsWith(folder, StringComparison.Ordinal)))
        {
            foreach (var text in Texts(output.PathOf(file)))
                Note(text, file, lengths, places);
        }

        foreach (var client in clients)
        {
            if (IsSought(client) && places.TryGetValue(client, out var file))
                throw Found(file);
        }
    }

    private static bool IsSought(string client) => client.Length >= ShortestId && client.AsSpan().ContainsAny(Digits);

    /// <summary>The text of a file, of each part of a package, or of a picture without its pixels.</summary>
    private static IEnumerable<string> Texts(string path)
    {
        if (path.EndsWith(".png", StringComparison.Ordinal))
        {
            // What the pixels show stands as text in the SVG beside it; packed, they could spell anything.
            foreach (var chunk in PngChunk.In(File.ReadAllBytes(path)).Where(chunk => chunk.Type != PngChunk.Pixels))
                yield return chunk.Type + " " + Encoding.UTF8.GetString(chunk.Content.Span);
            yield break;
        }

        foreach (var text in Texts(File.ReadAllBytes(path)))
            yield return text;
    }

    /// <summary>The same of what was read: packages may lie in packages, as the workbooks of charts do.</summary>
    private static IEnumerable<string> Texts(byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
        {
            yield return Encoding.UTF8.GetString(content);
            yield break;
        }

        using var package = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        foreach (var part in package.Entries)
        {
            using var copy = new MemoryStream();
            using (var stream = part.Open())
                stream.CopyTo(copy);
            yield return part.FullName;
            // Slides are full of measures, which are numbers as long as those of clients, and never texts.
            var isSlide = part.FullName.StartsWith("ppt/", StringComparison.Ordinal);
            foreach (var text in Texts(copy.ToArray()))
                yield return isSlide ? Measure.Replace(text, string.Empty) : text;
        }
    }

    /// <summary>
    /// Notes every piece of text of these lengths that begins and ends where a word does. An id may itself hold blanks
    /// and signs.
    /// </summary>
    private static void Note(string text, string file, int[] lengths, Dictionary<string, string> places)
    {
        var known = places.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Length; start++)
        {
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
                continue;
            foreach (var length in lengths)
            {
                var end = start + length;
                if (end > text.Length || (end < text.Length && char.IsLetterOrDigit(text[end])))
                    continue;
                var piece = text.AsSpan(start, length);
                if (piece.ContainsAny(Digits))
                    known.TryAdd(piece, file);
            }
        }
    }

    private static CalibrationException Found(string file) => new(
        ExitCode.NothingToShow,
        new("In een bestand dat naar buiten mag, staat het nummer van een cliënt; er is niets geschreven.",
            "A file that may be shown outside holds the number of a client; nothing was written."),
        file,
        new(
            "Dit is een fout van dit programma of een naam in uw catalogus die een cliëntnummer is. Kijk de catalogus "
                + "na, en meld het anders.",
            "This is a fault of this program, or a name in your catalogue that is the number of a client. Look "
                + "through the catalogue, and report it otherwise."));
}
