namespace RgkCalibrator.Intake.Forms;

/// <summary>
/// Collects what the numbers of a column look like, value by value; one for each thread, merged afterwards. A value is conclusive that is a number
/// in one form only: <c>1,5</c> and <c>1.234.567</c>, or <c>1.5</c> and <c>1,234.5</c>.
/// </summary>
internal sealed class NumberEvidence
{
    private static readonly NumberForm[] Both = Enum.GetValues<NumberForm>();

    private long _values;
    private long _whole;
    private long _onlyComma;
    private long _onlyPoint;
    private long _commaOrThousands;
    private long _pointOrThousands;

    /// <summary>Adds a value; an empty one says nothing.</summary>
    internal void Add(ReadOnlySpan<byte> utf8)
    {
        var text = FieldText.Trim(utf8);
        if (text.IsEmpty)
            return;
        _values++;
        var isComma = NumberForms.IsNumber(text, NumberForm.DecimalComma);
        var isPoint = NumberForms.IsNumber(text, NumberForm.DecimalPoint);
        if (isComma && isPoint)
            AddEither(text);
        _onlyComma += isComma && !isPoint ? 1 : 0;
        _onlyPoint += isPoint && !isComma ? 1 : 0;
    }

    /// <summary>Adds what another has collected, of other values of the column.</summary>
    internal void Merge(NumberEvidence other)
    {
        _values += other._values;
        _whole += other._whole;
        _onlyComma += other._onlyComma;
        _onlyPoint += other._onlyPoint;
        _commaOrThousands += other._commaOrThousands;
        _pointOrThousands += other._pointOrThousands;
    }

    /// <summary>Whether some value is a number in one form only.</summary>
    internal bool IsConclusive => _onlyComma > 0 || _onlyPoint > 0;

    internal FormFinding<NumberForm> Decide()
    {
        if (_values == 0)
            return FormFinding<NumberForm>.Empty;
        if (!Shares.IsMost(Read, _values))
            return Ask(new("Zijn dit getallen? De meeste waarden zijn niet als getal te lezen.", "Are these numbers? Most values cannot be read as numbers."));
        if (_onlyComma > 0 && _onlyPoint > 0)
            return Ask(new("Is de komma of de punt het decimaalteken? Beide komen voor.", "Is the comma or the point the decimal mark? Both occur."));
        if (_onlyComma > 0)
            return Found(NumberForm.DecimalComma, _onlyComma, new("hebben een decimale komma, en geen een decimale punt.", "have a decimal comma, and none a decimal point."));
        if (_onlyPoint > 0)
            return Found(NumberForm.DecimalPoint, _onlyPoint, new("hebben een decimale punt, en geen een decimale komma.", "have a decimal point, and none a decimal comma."));
        return Undecided();
    }

    private long Read => _whole + _onlyComma + _onlyPoint + _commaOrThousands + _pointOrThousands;

    private void AddEither(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)'.'))
            _pointOrThousands++;
        else if (text.Contains((byte)','))
            _commaOrThousands++;
        else
            _whole++;
    }

    // No value is conclusive. A comma before three digits is Dutch; a point before three digits is 1234 in Dutch and 1,234 in English.
    private FormFinding<NumberForm> Undecided() =>
        _pointOrThousands > 0
            ? Ask(new(
                "Is de punt het decimaalteken, of staat hij tussen duizendtallen? Na elke punt staan precies drie cijfers.",
                "Is the point the decimal mark, or does it stand between thousands? After every point there are exactly three digits."))
        : _commaOrThousands > 0
            ? Found(NumberForm.DecimalComma, _commaOrThousands, new("hebben een komma, en geen een punt.", "have a comma, and none a point."))
        : Found(NumberForm.DecimalComma, _whole, new("zijn hele getallen.", "are whole numbers."));

    private FormFinding<NumberForm> Found(NumberForm form, long count, Wording seen)
    {
        var read = Read;
        return new(form, Shares.Sentence(count, _values, seen), null, [], _values, read);
    }

    private FormFinding<NumberForm> Ask(Wording question)
    {
        var read = Read;
        return new(null, Shares.Sentence(read, _values, new("zijn getallen.", "are numbers.")), question, Both, _values, read);
    }
}
