namespace RgkCalibrator.Review;

/// <summary>The sheet of a workbook in which a reviewer decided: found by its headings, wherever these stand.</summary>
internal sealed class ReviewSheet
{
    private static readonly Wording[] Needed =
    [
        DecisionForm.Code, DecisionForm.Subgroup, DecisionForm.Decision, DecisionForm.AdoptedVolume,
        DecisionForm.AdoptedDuration, DecisionForm.Reason, DecisionForm.Outside, DecisionForm.DecidedBy,
        DecisionForm.Date,
    ];

    private readonly SheetCells _cells;
    private readonly Dictionary<string, int> _columns;

    private ReviewSheet(SheetCells cells, int headerRow, Language language, Dictionary<string, int> columns) =>
        (_cells, HeaderRow, Language, _columns) = (cells, headerRow, language, columns);

    /// <summary>The row of the headings.</summary>
    internal int HeaderRow { get; }

    /// <summary>The language of the headings, and so of what was chosen.</summary>
    internal Language Language { get; }

    /// <summary>The rows below the headings that hold a code.</summary>
    internal IEnumerable<int> Rows =>
        Enumerable.Range(HeaderRow + 1, Math.Max(0, _cells.LastRow - HeaderRow))
            .Where(row => this[row, DecisionForm.Code] is not null);

    /// <summary>What stands in a row below a heading; null where nothing does.</summary>
    internal SheetCell? this[int row, Wording heading] => this[row, heading.In(Language)];

    /// <summary>What stands in a row below a heading; null where nothing does or there is no such heading.</summary>
    internal SheetCell? this[int row, string heading] =>
        _columns.TryGetValue(heading, out var column) ? _cells.Cells.GetValueOrDefault((row, column)) : null;

    /// <summary>Reads a workbook.</summary>
    /// <exception cref="CalibrationException">
    /// It cannot be read, has no such sheet or several, or cells of it were merged.
    /// </exception>
    internal static ReviewSheet Read(string path)
    {
        var sheets = SheetCells.ReadAll(path).Select(Find).OfType<ReviewSheet>().ToList();
        if (sheets.Count != 1)
            throw NotOne(Path.GetFileName(path), sheets.Count);
        sheets[0].RefuseMerged();
        return sheets[0];
    }

    /// <summary>Where a cell stands.</summary>
    internal ReviewPlace PlaceOf(int row, Wording heading) => new(
        _cells.File, _cells.Name,
        _columns.TryGetValue(heading.In(Language), out var column) ? SheetCells.Address(row, column) : string.Empty);

    /// <summary>The sheet itself.</summary>
    internal ReviewPlace Place => new(_cells.File, _cells.Name, string.Empty);

    private static ReviewSheet? Find(SheetCells cells)
    {
        foreach (var row in cells.Cells.GroupBy(cell => cell.Key.Row).OrderBy(row => row.Key))
        {
            var columns = row.OrderBy(cell => cell.Key.Column)
                .DistinctBy(cell => cell.Value.Text, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(cell => cell.Value.Text, cell => cell.Key.Column, StringComparer.OrdinalIgnoreCase);
            foreach (var language in Enum.GetValues<Language>())
            {
                if (Array.TrueForAll(Needed, heading => columns.ContainsKey(heading.In(language))))
                    return new ReviewSheet(cells, row.Key, language, columns);
            }
        }

        return null;
    }

    private void RefuseMerged()
    {
        foreach (var range in _cells.Merged.Where(range => range.Contains(':', StringComparison.Ordinal)))
        {
            if (SheetCells.PlaceOf(range[(range.IndexOf(':', StringComparison.Ordinal) + 1)..]).Row < HeaderRow)
                continue;
            throw new CalibrationException(
                ExitCode.WrongUse,
                new("In de tabel zijn cellen samengevoegd; zo is niet te zien bij welke regel een besluit hoort.",
                    "Cells of the table were merged: it cannot be seen to which line a decision belongs."),
                new ReviewPlace(_cells.File, _cells.Name, range).ToString(),
                new("Splits de cellen en vul het besluit bij elke regel in.",
                    "Split the cells and fill in the decision at each line."));
        }
    }

    private static CalibrationException NotOne(string file, int count) => new(
        ExitCode.WrongUse,
        count == 0
            ? new("In dit werkboek staat geen blad met regels en besluiten.",
                "This workbook has no sheet with lines and decisions.")
            : new("In dit werkboek staan meer bladen met regels en besluiten.",
                "This workbook has several sheets with lines and decisions."),
        file,
        count == 0
            ? new(
                "Neem kader-concept.xlsx uit de map extern/ en laat de kopregel staan: de kolommen mogen van plaats "
                    + "wisselen, maar niet van naam.",
                "Take kader-concept.xlsx of the folder extern/ and leave the row of headings as it is: columns may "
                    + "move, but not change their names.")
            : new("Laat één blad met besluiten over.", "Leave one sheet with decisions."));
}
