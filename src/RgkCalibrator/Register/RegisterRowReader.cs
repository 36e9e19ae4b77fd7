using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Requests;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Register;

/// <summary>Reads the cells of one row, and keeps what is wrong with them.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="row">The row.</param>
/// <param name="products">What can be reported.</param>
internal sealed class RegisterRowReader(RegisterSheet sheet, int row, RegisterProducts products)
{
    private readonly List<RefusedCell> _refused = [];

    /// <summary>What is wrong with the row.</summary>
    internal IReadOnlyList<RefusedCell> Refused => _refused;

    /// <summary>The situation that is reported; null where something is wrong.</summary>
    /// <param name="isAsked">Whether a provider is one that the workbook can be of.</param>
    internal ReportedSituation? Read(Func<string, bool> isAsked)
    {
        if (sheet.Merged(row) is { } merged)
            Refuse(merged, RegisterTrouble.Merged);
        if (sheet.Stray(row) is { } stray)
            Refuse(stray, RegisterTrouble.OutsideTable);
        if (Text(RegisterForm.Intervention) is { } name && IsSame(name, RegisterForm.Example))
            Refuse(sheet.AddressOf(row, RegisterForm.Intervention), RegisterTrouble.Example);
        if (_refused.Count > 0)
            return null;
        var (provider, product) = (Provider(isAsked), Product());
        var (situation, intervention) = (Situation(product), Intervention());
        var (trajectories, perWeek, duration) = (Trajectories(), PerWeek(product), Duration());
        return _refused.Count > 0
            ? null
            : new ReportedSituation(
                provider!, product!.Product, situation!, intervention, trajectories, perWeek, duration!)
            {
                Place = sheet.PlaceOf(row),
            };
    }

    private string? Provider(Func<string, bool> isAsked)
    {
        if (Needed(RegisterForm.Provider, RegisterTrouble.MissingProvider) is not { } text)
            return null;
        if (text.Length > RegisterForm.LongestText || !text.All(letter => char.IsAsciiLetterOrDigit(letter)
            || letter is '-' or '_' or '.' or '/'))
        {
            Refuse(RegisterForm.Provider, RegisterTrouble.BadProvider);
        }
        else if (!isAsked(text))
        {
            Refuse(RegisterForm.Provider, RegisterTrouble.OtherProvider);
        }

        return text;
    }

    private RegisterProduct? Product()
    {
        if (Needed(RegisterForm.Product, RegisterTrouble.MissingProduct) is not { } text)
            return null;
        var (product, trouble) = products.Find(text);
        if (product is null)
            Refuse(RegisterForm.Product, trouble);
        return product;
    }

    // Without a product nobody can say which situations there are.
    private string? Situation(RegisterProduct? product)
    {
        if (Needed(RegisterForm.Situation, RegisterTrouble.MissingSituation) is not { } text || product is null)
            return null;
        var (situation, trouble) = products.SituationOf(product, text);
        if (situation is null)
            Refuse(RegisterForm.Situation, trouble);
        return situation;
    }

    private string Intervention()
    {
        var text = HasFormula(RegisterForm.Intervention)
            ? string.Empty
            : Text(RegisterForm.Intervention) ?? string.Empty;
        if (text.Length > RegisterForm.LongestText || text.Any(char.IsControl))
            Refuse(RegisterForm.Intervention, RegisterTrouble.BadIntervention);
        return text;
    }

    private int Trajectories()
    {
        if (Needed(RegisterForm.Trajectories, RegisterTrouble.MissingTrajectories) is null)
            return 0;
        var number = Number(RegisterForm.Trajectories);
        if (number is >= 1 and <= RegisterForm.MostTrajectories && decimal.IsInteger(number.Value))
            return (int)number.Value;
        Refuse(RegisterForm.Trajectories, RegisterTrouble.BadTrajectories);
        return 0;
    }

    private decimal PerWeek(RegisterProduct? product)
    {
        var unit = Unit();
        if (Needed(RegisterForm.Intensity, RegisterTrouble.MissingIntensity) is null)
            return 0;
        if (Number(RegisterForm.Intensity) is not { } number || number <= 0
            || number > RegisterForm.MostIn(unit ?? IntensityUnit.MinuutPerWeek))
        {
            Refuse(RegisterForm.Intensity, RegisterTrouble.BadIntensity);
            return 0;
        }

        if (product is null || unit is null)
            return 0;
        var perWeek = RegisterForm.PerWeek(product.Product, number, unit.Value);
        if (perWeek is null)
            Refuse(RegisterForm.Unit, RegisterTrouble.OtherUnit);
        return perWeek ?? 0;
    }

    private IntensityUnit? Unit()
    {
        if (Needed(RegisterForm.Unit, RegisterTrouble.MissingUnit) is not { } text)
            return null;
        foreach (var unit in RegisterForm.Units)
        {
            if (IsSame(text, unit.Shown()))
                return unit;
        }

        Refuse(RegisterForm.Unit, RegisterTrouble.UnknownUnit);
        return null;
    }

    private DurationStep? Duration()
    {
        if (Needed(RegisterForm.Duration, RegisterTrouble.MissingDuration) is not { } text)
            return null;
        if (DurationWords.TryRead(text, out var step) && step.InWeeks() <= RegisterForm.MostWeeks)
            return step;
        Refuse(
            RegisterForm.Duration,
            sheet[row, RegisterForm.Duration]!.IsNumber || text.All(char.IsAsciiDigit)
                ? RegisterTrouble.BareDuration
                : RegisterTrouble.BadDuration);
        return null;
    }

    // A spreadsheet keeps numbers in digits with a point; in a text a comma is the mark of decimals too.
    private decimal? Number(Wording heading)
    {
        var (cell, text) = (sheet[row, heading]!, Text(heading)!);
        if (!cell.IsNumber)
            return RequestNumber.TryRead(text, out var typed) ? typed : null;
        const NumberStyles Style =
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(cell.Text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The text of a cell; null where there is none, or a formula, both of which are refused.</summary>
    private string? Needed(Wording heading, RegisterTrouble missing)
    {
        if (HasFormula(heading))
            return null;
        var text = Text(heading);
        if (text is null)
            Refuse(heading, missing);
        return text;
    }

    private bool HasFormula(Wording heading)
    {
        if (sheet[row, heading] is not { IsFormula: true })
            return false;
        Refuse(heading, RegisterTrouble.Formula);
        return true;
    }

    private string? Text(Wording heading) =>
        sheet[row, heading] is { } cell && RegisterForm.Plain(cell.Text) is { Length: > 0 } text ? text : null;

    private static bool IsSame(string text, Wording wording) =>
        text.Equals(wording.Dutch, StringComparison.OrdinalIgnoreCase)
        || text.Equals(wording.English, StringComparison.OrdinalIgnoreCase);

    private void Refuse(Wording heading, RegisterTrouble trouble) => Refuse(sheet.AddressOf(row, heading), trouble);

    private void Refuse(string cell, RegisterTrouble trouble) =>
        _refused.Add(new RefusedCell(sheet.PlaceOf(row), cell, trouble));
}
