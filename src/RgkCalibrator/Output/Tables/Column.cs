namespace RgkCalibrator.Output.Tables;

/// <summary>
/// A column of a table: the one place that says what it is called, what it means and what its cells are. The row type
/// is <typeparamref name="T"/>.
/// </summary>
/// <param name="Name">What programs call it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Cell">The cell of a row, in the language of the reader.</param>
/// <param name="Heading">What readers see above the column; null where only programs read the table.</param>
/// <param name="Meaning">One sentence for docs/intern-files.md; empty where that does not describe the table.</param>
internal sealed record Column<T>(
    string Name, ColumnKind Kind, Func<T, Language, TableCell> Cell, Wording? Heading = null, string Meaning = "")
{
    /// <summary>Whether the column is shown in a workbook too.</summary>
    internal bool IsOnSheet { get; init; } = true;

    /// <summary>
    /// What readers of a workbook see of the column when they are on its heading, at most 255 letters; null: the
    /// heading says enough.
    /// </summary>
    internal Wording? Note { get; init; }

    /// <summary>The column with a note.</summary>
    internal Column<T> Noted(string dutch, string english) => this with { Note = new(dutch, english) };

    internal static Column<T> Text(string name, Func<T, string?> text, Wording? heading = null, string meaning = "") =>
        new(name, ColumnKind.Text, (row, _) => TableCell.Text(text(row) ?? string.Empty), heading, meaning);

    /// <summary>Words in the language of the reader, for programs too.</summary>
    internal static Column<T> Words(string name, Func<T, Wording?> words, Wording? heading = null) =>
        new(
            name, ColumnKind.Text, (row, language) => TableCell.Text(words(row)?.In(language) ?? string.Empty),
            heading);

    /// <summary>A name to programs, and words to readers.</summary>
    internal static Column<T> Named(
        string name, Func<T, string?> plain, Func<T, Wording?> shown, Wording? heading = null, string meaning = "") =>
        new(
            name, ColumnKind.Text,
            (row, language) => new TableCell(
                shown(row)?.In(language) ?? plain(row) ?? string.Empty, plain(row) ?? string.Empty),
            heading, meaning);

    /// <summary>The names of an enum's members, which the documentation lists; words to readers.</summary>
    internal static Column<T> OneOf<TEnum>(
        string name, Func<T, TEnum?> member, Wording? heading = null, string meaning = "",
        Func<TEnum, Wording>? shown = null)
        where TEnum : struct, Enum
    {
        var names = string.Join(", ", Enum.GetValues<TEnum>().Distinct().Select(one => $"`{one.NameInFiles()}`"));
        return Named(
            name, row => member(row)?.NameInFiles(),
            row => member(row) is { } one && shown is not null ? shown(one) : null,
            heading, $"{meaning} One of {names}.");
    }

    internal static Column<T> Whole(string name, Func<T, long?> number, Wording? heading = null, string meaning = "") =>
        new(name, ColumnKind.Whole, (row, language) => TableCell.Whole(number(row), language), heading, meaning);

    /// <summary>Numbers rounded to at most two decimals.</summary>
    internal static Column<T> Rounded(string name, Func<T, decimal?> number, Wording? heading = null) =>
        new(name, ColumnKind.Number, (row, language) => TableCell.Decimal(number(row), 2, language), heading);

    /// <summary>Numbers that were picked from the data, in all their digits.</summary>
    internal static Column<T> Selected(
        string name, Func<T, double?> number, Wording? heading = null, string meaning = "") =>
        new(name, ColumnKind.Number, (row, _) => TableCell.Exact(number(row)), heading, meaning);

    /// <summary>Computed numbers, with the 12 digits that every system agrees on.</summary>
    internal static Column<T> Computed(
        string name, Func<T, double?> number, Wording? heading = null, string meaning = "") =>
        new(name, ColumnKind.Number, (row, _) => TableCell.Exact(number(row), isSelected: false), heading, meaning);

    /// <summary>Computed numbers, to readers as whole ones.</summary>
    internal static Column<T> ShownWhole(string name, Func<T, double?> number, Wording? heading = null) =>
        new(name, ColumnKind.Number, (row, language) => TableCell.ShownWhole(number(row), language), heading);

    /// <summary>A computed part of 0 to 1, to readers in tenths of a percent.</summary>
    internal static Column<T> Portion(
        string name, Func<T, double?> part, Wording? heading = null, string meaning = "") =>
        new(
            name, ColumnKind.Number, (row, _) => TableCell.Exact(part(row), isSelected: false).In("0.0%"), heading,
            meaning);

    /// <summary>A chance under a hypothesis, to readers in three decimals.</summary>
    internal static Column<T> PValue(
        string name, Func<T, double?> chance, Wording? heading = null, string meaning = "") =>
        new(
            name, ColumnKind.Number,
            (row, language) => TableCell.Exact(chance(row), isSelected: false).In(
                language == Language.Dutch ? "[<0.001]\"<0,001\";0.000" : "[<0.001]\"<0.001\";0.000"),
            heading, meaning);

    /// <summary>1 or 0.</summary>
    internal static Column<T> Flag(string name, Func<T, bool?> flag, Wording? heading = null, string meaning = "") =>
        new(
            name, ColumnKind.Flag, (row, _) => TableCell.Text(TableCell.Flag(flag(row), Language.English).Plain),
            heading, meaning);

    /// <summary>Yes or no to readers, 1 or 0 to programs.</summary>
    internal static Column<T> YesNo(string name, Func<T, bool?> flag, Wording? heading = null, string meaning = "") =>
        new(name, ColumnKind.Flag, (row, language) => TableCell.Flag(flag(row), language), heading, meaning);
}
