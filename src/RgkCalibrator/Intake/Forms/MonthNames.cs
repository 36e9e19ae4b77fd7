using System.Text;

namespace RgkCalibrator.Intake.Forms;

/// <summary>The months in Dutch and English, whole and in the abbreviations in use.</summary>
internal static class MonthNames
{
    private static readonly byte[][][] Names =
    [
        Of("jan", "januari", "january"),
        Of("feb", "februari", "february"),
        Of("mrt", "maart", "mar", "march"),
        Of("apr", "april"),
        Of("mei", "may"),
        Of("jun", "juni", "june"),
        Of("jul", "juli", "july"),
        Of("aug", "augustus", "august"),
        Of("sep", "sept", "september"),
        Of("okt", "oktober", "oct", "october"),
        Of("nov", "november"),
        Of("dec", "december"),
    ];

    /// <summary>The month of a name, from 1; in any case.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> name, out int month)
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

    private static byte[][] Of(params string[] names) => [.. names.Select(Encoding.ASCII.GetBytes)];
}
