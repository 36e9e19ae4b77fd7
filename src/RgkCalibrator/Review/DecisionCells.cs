using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Review;

/// <summary>Reads the cells of one row in which something was decided, and keeps what is wrong with them.</summary>
internal sealed class DecisionCells(ReviewSheet sheet, int row, List<ReviewMistake> mistakes)
{
    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private static readonly string[] DateForms = ["d-M-yyyy", "yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>Whether anything was filled in.</summary>
    internal bool IsEmpty => Array.TrueForAll(DecisionForm.Inputs, heading => sheet[row, heading] is null);

    /// <summary>What was chosen; null where nothing was, or nothing that can be.</summary>
    internal DecisionKind? Kind()
    {
        var cell = sheet[row, DecisionForm.Decision];
        foreach (var kind in DecisionForm.Choices)
        {
            if (cell is not null && IsSame(cell.Text, kind.Shown()))
                return kind;
        }

        Wrong(DecisionForm.Decision, cell is null
                ? new("Op deze regel is nog niet besloten.", "This line is not decided yet.")
                : new("Dit is geen besluit.", "This is no decision."),
            new("Kies overnemen, aanpassen, bestaand houden of vervallen.",
                "Choose adopt, adapt, keep current or drop."));
        return null;
    }

    /// <summary>The adopted volume; null where there is none.</summary>
    internal decimal? Volume()
    {
        if (sheet[row, DecisionForm.AdoptedVolume] is not { } cell)
            return null;
        var text = cell.IsNumber ? cell.Text : WithPoint(cell.Text);
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!cell.IsFormula && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var volume)
            && volume is > 0 and <= CatalogueFormats.LargestVolume)
        {
            // One volume has one form.
            return Numbers.WithoutZeros(volume);
        }

        Wrong(DecisionForm.AdoptedVolume,
            new("Dit is geen volume: een getal boven 0 en van ten hoogste een miljoen, zonder formule en eenheid.",
                "This is no volume: a number above 0 and of at most a million, without a formula and a unit."),
            new("Typ het getal zelf in de cel.", "Type the number itself into the cell."));
        return null;
    }

    /// <summary>The adopted duration; null where there is none.</summary>
    internal DurationStep? Duration(Product product)
    {
        if (sheet[row, DecisionForm.AdoptedDuration] is not { } cell)
            return null;
        foreach (var step in product.AllowedDurations)
        {
            if (!cell.IsFormula && IsSame(cell.Text, step.Shown()))
                return step;
        }

        Wrong(DecisionForm.AdoptedDuration,
            new("Deze duur is voor dit product niet toegestaan.", "This product does not allow this duration."),
            new($"Kies een van: {Allowed(Language.Dutch)}.", $"Choose one of: {Allowed(Language.English)}."));
        return null;

        string Allowed(Language language) =>
            string.Join(", ", product.AllowedDurations.Select(step => step.Shown().In(language)));
    }

    /// <summary>A text; empty where there is none.</summary>
    internal string Text(Wording heading)
    {
        if (sheet[row, heading] is not { } cell)
            return string.Empty;
        if (!cell.IsFormula && cell.Text.Length <= DecisionForm.LongestText && !cell.Text.Any(IsControl))
            return cell.Text;
        Wrong(heading,
            new("Deze tekst is een formule, is langer dan 1000 tekens of bevat onzichtbare tekens.",
                "This text is a formula, is longer than 1000 characters or has invisible characters."),
            new("Typ een gewone, kortere tekst.", "Type a plain, shorter text."));
        return string.Empty;
    }

    /// <summary>The day of the decision; null where there is none.</summary>
    internal DateOnly? Date()
    {
        if (sheet[row, DecisionForm.Date] is not { } cell)
            return null;
        if (!cell.IsFormula && DayOf(cell) is { Year: >= 2000 and < 2100 } day)
            return day;
        Wrong(DecisionForm.Date,
            new("Dit is geen datum.", "This is no date."),
            new("Typ een datum als 31-12-2025.", "Type a date such as 2025-12-31."));
        return null;
    }

    /// <summary>Keeps a mistake in a cell of the row.</summary>
    internal void Wrong(Wording heading, Wording what, Wording remedy) =>
        mistakes.Add(new ReviewMistake(sheet.PlaceOf(row, heading), what, remedy));

    private static DateOnly? DayOf(SheetCell cell)
    {
        if (!cell.IsNumber)
        {
            return DateOnly.TryParseExact(
                cell.Text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
        }

        return int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial < 100_000 ? SerialZero.AddDays(serial) : null;
    }

    // A comma is the decimal sign in Dutch; a point in a text could be one or stand between thousands.
    private static string WithPoint(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? string.Empty : text.Replace(',', '.');

    private static bool IsSame(string text, Wording wording) =>
        text.Equals(wording.Dutch, StringComparison.OrdinalIgnoreCase)
        || text.Equals(wording.English, StringComparison.OrdinalIgnoreCase);

    // Line breaks are typed with Alt and Enter.
    private static bool IsControl(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t');
}
