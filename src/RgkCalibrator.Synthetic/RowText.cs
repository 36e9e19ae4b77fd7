using RgkCalibrator.Engine;

namespace RgkCalibrator.Synthetic;

/// <summary>Numbers as texts of fixed length, for people and as bytes for a file.</summary>
internal static class RowText
{
    internal const string Kdc = "KDC";

    private const int ClientDigits = 7;
    private const int AssignmentDigits = 3;
    private const int LineDigits = 5;

    /// <summary>SYN and seven digits, from SYN0000001.</summary>
    internal static string ClientId(int child) => Text(Client(child));

    /// <summary>T, the client's digits, a dash and the number of the assignment: T0000001-001.</summary>
    internal static string AssignmentId(int child, int assignment) => Text(Assignment(child, assignment));

    internal static TextHandle Client(int child)
    {
        Span<byte> text = stackalloc byte[3 + ClientDigits];
        "SYN"u8.CopyTo(text);
        Digits(child + 1, text[3..]);
        return TextHandle.Inline(text);
    }

    internal static TextHandle Assignment(int child, int assignment)
    {
        Span<byte> text = stackalloc byte[2 + ClientDigits + AssignmentDigits];
        text[0] = (byte)'T';
        Digits(child + 1, text.Slice(1, ClientDigits));
        text[1 + ClientDigits] = (byte)'-';
        Digits(assignment, text[(2 + ClientDigits)..]);
        return TextHandle.Inline(text);
    }

    /// <summary>R and five digits, e.g. R00004; each provider numbers the lines of a child anew.</summary>
    internal static TextHandle LineId(int number)
    {
        Span<byte> text = stackalloc byte[1 + LineDigits];
        text[0] = (byte)'R';
        Digits(number, text[1..]);
        return TextHandle.Inline(text);
    }

    internal static TextHandle Of(string text) => TextHandle.Inline(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Text(TextHandle handle) => System.Text.Encoding.UTF8.GetString(handle.Bytes);

    private static void Digits(int number, Span<byte> text)
    {
        for (var place = text.Length - 1; place >= 0; place--)
        {
            text[place] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
