namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// Counts what the numbers of a column look like. A value is conclusive that is a number in one format only: <c>1,5</c>
/// and <c>1.234.567</c>, or <c>1.5</c> and <c>1,234.5</c>.
/// </summary>
/// <param name="isAmongCommas">Whether commas delimit the fields: that is how the English write a file, so that a comma
/// in a number is not known to be Dutch.</param>
internal sealed class NumberEvidence(bool isAmongCommas = false) : ColumnEvidence(PointOrThousands + 1)
{
    private const int Whole = 0;
    private const int OnlyComma = 1;
    private const int OnlyPoint = 2;
    private const int CommaOrThousands = 3;
    private const int PointOrThousands = 4;

    /// <summary>Whether no value so far is a number in one format only.</summary>
    internal override bool IsOpen => Counts[OnlyComma] + Counts[OnlyPoint] == 0;

    protected override void Count(ReadOnlySpan<byte> text)
    {
        var isComma = NumberParser.IsNumber(text, ValueFormat.DecimalComma);
        var isPoint = NumberParser.IsNumber(text, ValueFormat.DecimalPoint);
        if (isComma && isPoint)
            Counts[text.Contains((byte)'.') ? PointOrThousands : text.Contains((byte)',') ? CommaOrThousands : Whole]++;
        else if (isComma || isPoint)
            Counts[isComma ? OnlyComma : OnlyPoint]++;
    }

    protected override FormatFinding DecideOnValues() =>
        !IsMost(Counts.Sum()) ? Ask(new(
            "Zijn dit getallen? De meeste waarden zijn niet als getal te lezen.",
            "Are these numbers? Most values cannot be read as numbers."))
        : Counts[OnlyComma] > 0 && Counts[OnlyPoint] > 0 ? Ask(new(
            "Is de komma of de punt het decimaalteken? Beide komen voor.",
            "Is the comma or the point the decimal mark? Both occur."))
        : Counts[OnlyComma] > 0 ? Found(ValueFormat.DecimalComma, OnlyComma, new(
            "hebben een decimale komma, en geen een decimale punt.", "have a decimal comma, and none a decimal point."))
        : Counts[OnlyPoint] > 0 ? Found(ValueFormat.DecimalPoint, OnlyPoint, new(
            "hebben een decimale punt, en geen een decimale komma.", "have a decimal point, and none a decimal comma."))
        // No value is conclusive. A comma before three digits is Dutch, unless the file is English; a point before
        // three digits is 1234 in Dutch and 1,234 in English.
        : Counts[PointOrThousands] > 0 ? Ask(new(
            "Is de punt het decimaalteken, of staat hij tussen duizendtallen? Na elke punt staan precies drie cijfers.",
            "Is the point the decimal mark, or does it stand between thousands? "
            + "After every point there are exactly three digits."))
        : Counts[CommaOrThousands] > 0 && isAmongCommas ? Ask(new(
            "Is de komma het decimaalteken, of staat hij tussen duizendtallen? Na elke komma staan precies drie "
            + "cijfers, en ook tussen de velden staan komma's.",
            "Is the comma the decimal mark, or does it stand between thousands? After every comma there are exactly "
            + "three digits, and commas stand between the fields too."))
        : Counts[CommaOrThousands] > 0 ? Found(ValueFormat.DecimalComma, CommaOrThousands, new(
            "hebben een komma, en geen een punt.", "have a comma, and none a point."))
        : Found(ValueFormat.DecimalComma, Whole, new("zijn hele getallen.", "are whole numbers."));

    private FormatFinding Found(ValueFormat format, int conclusive, Wording seen) =>
        Found(format, Counts.Sum(), Counts[conclusive], seen);

    private FormatFinding Ask(Wording question) =>
        Ask(question, ValueFormats.Numbers, Counts.Sum(), new("zijn getallen.", "are numbers."));
}
