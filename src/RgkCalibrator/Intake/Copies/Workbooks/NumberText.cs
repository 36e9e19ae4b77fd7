using System.Buffers;
using System.Globalization;
using System.Text;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// Writes numbers of cells so that they can be read in one way only: with a decimal comma, as Dutch Excel shows them
/// and saves them as CSV, and never with just three decimals, which could be thousands.
/// </summary>
internal static class NumberText
{
    // Excel keeps 15 digits of a number: what a double has beyond them comes of calculating in powers of two.
    private const int Digits = 15;
    private const double Lossy = 1e15;
    private const int Ambiguous = 3;

    /// <summary>Writes the number of a cell as text.</summary>
    /// <param name="number">As it stands in the workbook, with a decimal point.</param>
    /// <param name="fewest">The fewest digits of a whole number.</param>
    /// <param name="utf8">Takes the text.</param>
    /// <exception cref="InvalidDataException">It is no number.</exception>
    internal static void Write(ReadOnlySpan<char> number, int fewest, ArrayBufferWriter<byte> utf8)
    {
        number = number.Trim();
        if (fewest > 1 || !IsPlain(number))
            number = Shortest(Parse(number), fewest);
        var room = utf8.GetSpan(number.Length + 1);
        Encoding.ASCII.GetBytes(number, room);
        if (number.IndexOf('.') is > 0 and var point)
        {
            room[point] = (byte)',';
            if (number.Length - point - 1 == Ambiguous)
            {
                room[number.Length] = (byte)'0';
                utf8.Advance(1);
            }
        }

        utf8.Advance(number.Length);
    }

    /// <summary>Reads the number of a cell.</summary>
    /// <exception cref="InvalidDataException">It is no number.</exception>
    internal static double Parse(ReadOnlySpan<char> number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : throw new InvalidDataException("The number of a cell is no number.");

    // Nearly all numbers need no calculation.
    private static bool IsPlain(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var decimals = point < 0 ? [] : number[(point + 1)..];
        return number.Length is > 0 and <= Digits && AreDigits(whole) && AreDigits(decimals)
            && (whole is ['0'] || whole is [not '0', ..]) && (point < 0 || decimals is [.., not '0']);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// The 15 digits of a number that Excel shows; one of more digits, whose last are lost, with an exponent, so that
    /// it is seen where it serves as an id.
    /// </summary>
    private static string Shortest(double value, int fewest)
    {
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        if (Math.Abs(value) >= Lossy)
            return text.Contains('E', StringComparison.Ordinal) ? text : text + "E+0";
        if (text.Contains('E', StringComparison.Ordinal))
        {
            text = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture);
        }

        return fewest > 1 && AreDigits(text) ? text.PadLeft(fewest, '0') : text;
    }
}
