using System.Text;

namespace RgkCalibrator.Intake.Formats;

/// <summary>The months in Dutch and English, whole and in the abbreviations in use.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["jan", "januari", "january"], ["feb", "februari", "february"], ["mrt", "maart", "mar", "march"],
        ["apr", "april"], ["mei", "may"], ["jun", "juni", "june"], ["jul", "juli", "july"],
        ["aug", "augustus", "august"], ["sep", "sept", "september"], ["okt", "oktober", "oct", "october"],
        ["nov", "november"], ["dec", "december"],
    ];

    /// <summary>Finds the month of a name, from 1; in any case.</summary>
    internal static bool TryFind(ReadOnlySpan<byte> name, out int month)
    {
        for (month = 1; month <= Names.Length; month++)
        {
            foreach (var known in Names[month - 1])
            {
                if (Ascii.EqualsIgnoreCase(name, known))
                    return true;
            }
        }

        month = 0;
        return false;
    }
}
