namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// Counts what the values of a column look like, value by value; one for each thread, merged afterwards.
/// </summary>
/// <param name="counts">How many things are counted.</param>
internal abstract class ColumnEvidence(int counts)
{
    /// <summary>The values that are not empty.</summary>
    protected long Values { get; set; }

    protected long[] Counts { get; } = new long[counts];

    /// <summary>Whether more values could change the outcome.</summary>
    internal abstract bool IsOpen { get; }

    /// <summary>Adds a value; an empty one says nothing.</summary>
    internal void Add(ReadOnlySpan<byte> utf8)
    {
        var text = FieldText.Trim(utf8);
        if (Nothing.Is(text))
            return;
        Values++;
        Count(text);
    }

    /// <summary>Adds what another has counted in other values of the column.</summary>
    internal void Merge(ColumnEvidence other)
    {
        Values += other.Values;
        for (var i = 0; i < Counts.Length; i++)
            Counts[i] += other.Counts[i];
    }

    internal FormatFinding Decide() => Values == 0 ? FormatFinding.Empty : DecideOnValues();

    /// <summary>Whether a count is more than one in a hundred: too many for slips of the pen.</summary>
    internal static bool IsSubstantial(long count, long values) => (Int128)count * 100 > values;

    protected abstract void Count(ReadOnlySpan<byte> text);

    protected abstract FormatFinding DecideOnValues();

    /// <summary>Whether a count is at least half of the values.</summary>
    protected bool IsMost(long count) => (Int128)count * 2 >= Values;

    /// <summary>
    /// The finding of a format; its sentence begins with a count and a total: <c>998 of 1,000 values …</c>.
    /// </summary>
    protected FormatFinding Found(ValueFormat format, long read, long count, Wording seen) =>
        new(format, Sentence(count, seen), null, [], Values, read);

    protected FormatFinding Ask(Wording question, IReadOnlyList<ValueFormat> choices, long read, Wording seen) =>
        new(null, Sentence(read, seen), question, choices, Values, read);

    private Wording Sentence(long count, Wording rest)
    {
        return new Wording(
            $"{Shown(count, Language.Dutch)} van {Shown(Values, Language.Dutch)} waarden {rest.Dutch}",
            $"{Shown(count, Language.English)} of {Shown(Values, Language.English)} values {rest.English}");

        static string Shown(long number, Language language) => Numbers.Shown(number, 0, language);
    }
}
