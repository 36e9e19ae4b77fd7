using System.Globalization;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>References to cells, e.g. <c>B7</c>.</summary>
internal static class CellPlace
{
    private const int Letters = 26;
    private const int MostLetters = 3;

    /// <summary>The column of a reference, from 0.</summary>
    /// <exception cref="InvalidDataException">It is no reference.</exception>
    internal static int Column(ReadOnlySpan<char> place)
    {
        var (column, length) = (0, 0);
        while (length < place.Length && char.IsAsciiLetterUpper(place[length]) && length < MostLetters)
            column = (column * Letters) + place[length++] - 'A' + 1;
        return column > 0 ? column - 1 : throw new InvalidDataException("A cell has no column.");
    }

    /// <summary>The row of a reference, from 1.</summary>
    /// <exception cref="InvalidDataException">It is no reference.</exception>
    internal static int Row(ReadOnlySpan<char> place) =>
        int.TryParse(
            place.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row
            : throw new InvalidDataException("A cell has no row.");

    /// <summary>The letters of a column, from 0.</summary>
    internal static string Name(int column)
    {
        var name = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / Letters)
            name = (char)('A' + ((rest - 1) % Letters)) + name;
        return name;
    }
}
