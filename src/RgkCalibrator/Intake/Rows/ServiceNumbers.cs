using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Counts client ids that look like Dutch citizen service numbers (BSN), in every form.</summary>
internal sealed class ServiceNumbers
{
    private const int PercentThatTells = 90;

    // One in eleven passes by chance: twenty of at most eighty do so twice in 100,000 times, and a quarter of more
    // numbers more seldom still.
    private const int PercentThatAsks = 25;
    private const int DifferentThatAsk = 20;

    private readonly HashSet<int> _different = [];

    /// <summary>Ids that are not empty.</summary>
    internal long Seen { get; private set; }

    /// <summary>Ids that have the form of a service number.</summary>
    internal long Formed { get; private set; }

    /// <summary>Ids that pass the eleven-test as well.</summary>
    internal long Passed { get; private set; }

    /// <summary>
    /// Whether a column with these ids is taken for one of citizen service numbers: nine in ten of all ids pass.
    /// </summary>
    internal bool AreFound => Seen > 0 && Passed * 100 >= Seen * PercentThatTells;

    /// <summary>
    /// Whether some of them may be citizen service numbers: a quarter of what has the form passes, and at least twenty
    /// different ones do.
    /// </summary>
    internal bool MayBeAmong =>
        _different.Count >= DifferentThatAsk && Passed * 100 >= Formed * PercentThatAsks;

    /// <summary>Counts an id that was trimmed; an empty one is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void See(in TextHandle id)
    {
        Seen += id.Length > 0 ? 1 : 0;
        if (id.Length is >= ServiceNumber.Shortest and <= ServiceNumber.Longest
            && ServiceNumber.MayBegin(id.First, id.Second))
        {
            Look(id.Bytes);
        }
    }

    /// <summary>Counts ids that stand in a message and not in a column.</summary>
    internal static ServiceNumbers Among(IEnumerable<string> ids)
    {
        var numbers = new ServiceNumbers();
        foreach (var id in ids)
        {
            numbers.Seen++;
            numbers.Look(Encoding.UTF8.GetBytes(id));
        }

        return numbers;
    }

    /// <summary>Adds what another reader counted of the same file.</summary>
    internal void Add(ServiceNumbers other)
    {
        (Seen, Formed, Passed) = (Seen + other.Seen, Formed + other.Formed, Passed + other.Passed);
        _different.UnionWith(other._different);
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

    /// <summary>The question about a file in which some ids may be citizen service numbers.</summary>
    internal static CalibrationException Question(string file, string column) => new(
        ExitCode.WrongUse,
        new Wording(
            "Staan er burgerservicenummers in de kolom client_id? Er voldoen meer nummers aan de elfproef dan door "
            + "toeval.",
            "Does the column client_id hold citizen service numbers? More numbers pass the eleven-test than by "
            + "chance."),
        $"{file}, {column}",
        new Wording(
            "Zo ja, vervang ze eerst door pseudoniemen: rgk pseudonymise INPUT… --key SLEUTELBESTAND --out MAP. Zo "
            + $"nee, zeg dat in het mappingbestand, onder 'columns': {Answer(column)}.",
            "If so, replace them by pseudonyms first: rgk pseudonymise INPUT… --key KEYFILE --out DIR. If not, say so "
            + $"in the mapping file, under 'columns': {Answer(column)}."));

    private static string Answer(string column) =>
        $"{CanonicalColumn.ClientId.Name()}: {{ column: {column}, serviceNumbers: false }}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ReadOnlySpan<byte> id)
    {
        Span<byte> digits = stackalloc byte[ServiceNumber.Digits];
        if (!ServiceNumber.TryRead(id, digits))
            return;
        Formed++;
        if (!ServiceNumber.Passes(digits))
            return;
        Passed++;
        if (_different.Count < DifferentThatAsk && Utf8Parser.TryParse(digits, out int number, out _))
            _different.Add(number);
    }
}
