using System.Globalization;
using System.Text;
using System.Text.Unicode;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Synthetic;

/// <summary>Identifiers of fixed length: as texts for people, and as bytes for a file.</summary>
internal static class RowText
{
    internal const string Kdc = "KDC";

    private const int Longest = 12;

    /// <summary>SYN and seven digits, from SYN0000001.</summary>
    internal static string ClientId(int child) => TextOf(Client(child));

    /// <summary>T, the client's digits, a dash and the number of the assignment: T0000001-001.</summary>
    internal static string AssignmentId(int child, int assignment) => TextOf(Assignment(child, assignment));

    internal static TextHandle Client(int child)
    {
        Span<byte> text = stackalloc byte[Longest];
        Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"SYN{child + 1:D7}", out var length);
        return TextHandle.Inline(text[..length]);
    }

    internal static TextHandle Assignment(int child, int assignment)
    {
        Span<byte> text = stackalloc byte[Longest];
        Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"T{child + 1:D7}-{assignment:D3}", out var length);
        return TextHandle.Inline(text[..length]);
    }

    /// <summary>R and five digits, e.g. R00004; each provider numbers the lines of a child anew.</summary>
    internal static TextHandle LineId(int number)
    {
        Span<byte> text = stackalloc byte[Longest];
        Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"R{number:D5}", out var length);
        return TextHandle.Inline(text[..length]);
    }

    internal static TextHandle FromText(string text) => TextHandle.Inline(Encoding.UTF8.GetBytes(text));

    private static string TextOf(TextHandle handle) => Encoding.UTF8.GetString(handle.Bytes);
}
