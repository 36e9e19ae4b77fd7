using System.Runtime.CompilerServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Counts client ids that have the form of a Dutch citizen service number (BSN): nine digits that pass the eleven-test,
/// as one in eleven of all numbers of nine digits do.
/// </summary>
internal sealed class ServiceNumbers
{
    private const int Digits = 9;
    private const int PercentThatTells = 90;

    internal long Seen { get; private set; }

    internal long Passed { get; private set; }

    /// <summary>Counts an id that was trimmed; an empty one is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void See(in TextHandle id)
    {
        Seen += id.Length > 0 ? 1 : 0;
        if (id.Length == Digits && Passes(id.Bytes))
            Passed++;
    }

    /// <summary>Whether a column of one file with these counts is taken for one of citizen service numbers.</summary>
    internal static bool AreFound(long seen, long passed) => seen > 0 && passed * 100 >= seen * PercentThatTells;

    /// <summary>
    /// The eleven-test: nine times the first digit, eight times the second … twice the eighth, less the ninth, is a
    /// multiple of 11.
    /// </summary>
    internal static bool Passes(ReadOnlySpan<byte> id)
    {
        if (id.Length != Digits)
            return false;
        var (sum, any) = (0, 0);
        for (var i = 0; i < Digits; i++)
        {
            var digit = id[i] - '0';
            if (digit is < 0 or > 9)
                return false;
            sum += digit * (i == Digits - 1 ? -1 : Digits - i);
            any |= digit;
        }

        return sum % 11 == 0 && any != 0;
    }

    /// <summary>The refusal of a file with citizen service numbers.</summary>
    internal static CalibrationException Refusal(string file) => new(
        ExitCode.WrongUse,
        new Wording(
            "De kolom client_id bevat burgerservicenummers; die verwerkt dit programma niet.",
            "The column client_id holds citizen service numbers; this program does not process them."),
        $"{file}, client_id",
        new Wording(
            "Vervang ze eerst door pseudoniemen: rgk pseudonymise INPUT… --key SLEUTELBESTAND --out MAP.",
            "Replace them by pseudonyms first: rgk pseudonymise INPUT… --key KEYFILE --out DIR."));
}
