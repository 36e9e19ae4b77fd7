using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// Reopens what may leave, also what lies inside Office packages, and looks for the ids of clients in it.
/// </summary>
internal static class ClientIdCheck
{
    /// <summary>Shorter ids, and those without a digit, cannot be told from figures, colours and words.</summary>
    internal const int ShortestId = 6;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

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

        if (!IsPackage(path))
        {
            yield return File.ReadAllText(path, Encoding.UTF8);
            yield break;
        }

        using var package = ZipFile.OpenRead(path);
        foreach (var part in package.Entries)
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            yield return part.FullName + " " + reader.ReadToEnd();
        }
    }

    private static bool IsPackage(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
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
