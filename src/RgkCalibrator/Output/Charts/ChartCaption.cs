namespace RgkCalibrator.Output.Charts;

/// <summary>What every chart says in words.</summary>
/// <param name="Id">
/// Names the chart in a file name and in a web page, where several charts stand together: letters, digits and hyphens,
/// beginning with a letter.
/// </param>
/// <param name="Language">The language of all texts of the chart.</param>
/// <param name="Title">A sentence that says what is to be seen; two lines of about 75 characters fit.</param>
/// <param name="Description">The text alternative: what a listener should know, the values included.</param>
/// <param name="Notes">
/// What else is to be known: window, method, source; at most six sentences, for listeners, for the notes of a slide and
/// for a page that shows the chart.
/// </param>
public sealed record ChartCaption(
    string Id, Language Language, string Title, string Description, IReadOnlyList<string> Notes)
{
    private const int MostNotes = 6;

    /// <summary>
    /// What stands below the chart, at most three lines: of how many, of when, how they count, the source. May be
    /// empty.
    /// </summary>
    public string Footer { get; init; } = string.Empty;

    /// <inheritdoc cref="ChartCaption" path="/param[@name='Id']"/>
    /// <exception cref="ArgumentException">Any other character.</exception>
    public string Id { get; init => field = Named(value); } = Named(Id);

    /// <inheritdoc cref="ChartCaption" path="/param[@name='Notes']"/>
    /// <exception cref="ArgumentException">More than six.</exception>
    public IReadOnlyList<string> Notes { get; init => field = Few(value); } = Few(Notes);

    /// <summary>
    /// The caption of one of several pages, with its number in id and title; this caption where there is one page.
    /// </summary>
    internal ChartCaption Page(int number, int count)
    {
        if (count == 1)
            return this;
        var (page, pages) = (Numbers.Whole(number), Numbers.Whole(count));
        var suffix = new Wording($" ({page} van {pages})", $" ({page} of {pages})").In(Language);
        return this with { Id = $"{Id}-{page}", Title = Title + suffix };
    }

    private static string Named(string id) =>
        id.Length > 0 && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? id
            : throw new ArgumentException("An id has letters, digits and hyphens.", nameof(id));

    private static IReadOnlyList<string> Few(IReadOnlyList<string> notes) =>
        notes.Count <= MostNotes ? notes : throw new ArgumentException("A chart has at most six notes.", nameof(notes));
}

/// <summary>The numbers behind a chart as text cells; every row has a cell for every column.</summary>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>
    /// One sentence a row, for readers who listen: the first cell, then the others with the names of their columns.
    /// </summary>
    public IEnumerable<string> Sentences() => Rows.Select(Sentence);

    private string Sentence(IReadOnlyList<string> row)
    {
        var cells = Columns.Zip(row).Skip(1).Where(cell => cell.Second.Length > 0);
        return $"{row[0]}: {string.Join(", ", cells.Select(Said))}.";
    }

    private static string Said((string Column, string Text) cell) =>
        cell.Column.Length == 0 ? cell.Text : $"{cell.Column} {cell.Text}";
}
