using System.Text.RegularExpressions;

namespace RgkCalibrator.Benchmarks;

/// <summary>
/// Parts of a document that a program makes, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.
/// </summary>
internal static class MarkedText
{
    /// <summary>Puts a text between the marks of a file, in place of what is there.</summary>
    /// <exception cref="InvalidOperationException">The file has no such marks.</exception>
    internal static void Replace(string document, string name, string text) =>
        File.WriteAllText(document, In(File.ReadAllText(document), name, text));

    /// <summary>The document with this text between the marks, a blank line on either side.</summary>
    /// <exception cref="InvalidOperationException">The document has no such marks.</exception>
    internal static string In(string document, string name, string text)
    {
        var (begin, end) = ($"<!-- {name} -->", $"<!-- /{name} -->");
        var between = new Regex(Regex.Escape(begin) + ".*?" + Regex.Escape(end), RegexOptions.Singleline);
        return between.IsMatch(document)
            ? between.Replace(document, _ => $"{begin}\n\n{text.Trim('\n')}\n\n{end}", 1)
            : throw new InvalidOperationException("The document has no marks for " + name + ".");
    }
}
