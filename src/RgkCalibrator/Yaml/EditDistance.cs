namespace RgkCalibrator.Yaml;

/// <summary>Which known word a mistyped one was meant to be.</summary>
public static class EditDistance
{
    // What comes after counts no more: a key of a megabyte would take as much time as a run.
    private const int Longest = 60;

    /// <summary>The known word at the smallest distance; of equally near ones the first.</summary>
    public static string Nearest(string word, IEnumerable<string> known) => known.MinBy(other => Between(word, other))!;

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other, upper and lower
    /// case being equal, in the first sixty letters: the restricted edit distance of F. Damerau (1964),
    /// doi:10.1145/363958.363994.
    /// </summary>
    public static int Between(string one, string other)
    {
        (one, other) = (one[..Math.Min(one.Length, Longest)], other[..Math.Min(other.Length, Longest)]);
        var cost = new int[one.Length + 1][];
        for (var row = 0; row <= one.Length; row++)
        {
            cost[row] = new int[other.Length + 1];
            for (var column = 0; column <= other.Length; column++)
            {
                cost[row][column] = row == 0 || column == 0
                    ? row + column
                    : Cheapest(cost, (one, row), (other, column));
            }
        }

        return cost[one.Length][other.Length];
    }

    private static int Cheapest(int[][] cost, (string Text, int At) one, (string Text, int At) other)
    {
        var (row, column) = (one.At, other.At);
        var replaced = cost[row - 1][column - 1] + (Same(one.Text[row - 1], other.Text[column - 1]) ? 0 : 1);
        var cheapest = Math.Min(replaced, Math.Min(cost[row - 1][column], cost[row][column - 1]) + 1);
        var isSwap = row > 1 && column > 1
            && Same(one.Text[row - 1], other.Text[column - 2])
            && Same(one.Text[row - 2], other.Text[column - 1]);
        return isSwap ? Math.Min(cheapest, cost[row - 2][column - 2] + 1) : cheapest;
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
