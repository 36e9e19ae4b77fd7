namespace RgkCalibrator.Intake.Columns;

/// <summary>Where a source has the values of a canonical column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Name">The source's column; null for a constant.</param>
/// <param name="Mapped">What the mapping says of it.</param>
internal sealed record PlannedColumn(CanonicalColumn Column, string? Name, MappedColumn Mapped)
{
    /// <summary>The value in every row; null where it is read.</summary>
    internal string? Constant => Name is null ? Mapped.Constant ?? Mapped.FromFolder : null;
}

/// <summary>The canonical columns that a source has, each with its place.</summary>
internal sealed record ColumnPlan(IReadOnlyList<PlannedColumn> Columns)
{
    /// <summary>Finds the columns of a source.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="names">What the source calls its columns.</param>
    /// <param name="mapping">What the user says of them.</param>
    /// <exception cref="CalibrationException">A needed column, or one that the mapping names, is not there, or stands
    /// there twice.</exception>
    internal static ColumnPlan Make(string file, IReadOnlyList<string> names, ColumnMapping mapping)
    {
        var missing = CanonicalColumns.Needed.Select(mapping.Of).Where(mapped => !mapped.IsIn(names)).ToList();
        if (missing.Count > 0)
            throw Missing(file, missing, names);
        var columns = CanonicalColumns.Read.Concat(mapping.Asked).Select(mapping.Of).Where(mapped => mapped.IsIn(names))
            .Select(mapped => new PlannedColumn(mapped.Column, mapped.NameIn(names), mapped)).ToList();
        foreach (var name in columns.Select(column => column.Name).OfType<string>())
        {
            if (names.Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)) > 1)
                throw Twice(file, name);
        }

        return new ColumnPlan(columns);
    }

    /// <summary>The number of a column among those that the source has; their count where it is not.</summary>
    internal int IndexOf(CanonicalColumn column) => Columns.TakeWhile(planned => planned.Column != column).Count();

    /// <summary>The place of a column; null where the source does not have it.</summary>
    internal PlannedColumn? Find(CanonicalColumn column) => Columns.FirstOrDefault(planned => planned.Column == column);

    /// <summary>Whether the source has a column.</summary>
    internal bool Has(CanonicalColumn column) => Find(column) is not null;

    /// <summary>The refusal of a source that does not have columns that it needs.</summary>
    internal static CalibrationException Missing(
        string file, IReadOnlyList<MappedColumn> missing, IReadOnlyList<string> names)
    {
        var list = string.Join(", ", missing.Select(NameOf));
        var there = There(missing, names);
        var lines = string.Join(
            ", ", missing.Select(mapped => mapped.Line).OfType<int>().Select(line => Numbers.Whole(line)));
        if (lines.Length > 0)
        {
            return new CalibrationException(
                ExitCode.WrongUse,
                new Wording(
                    $"De kolom {list}, die het mappingbestand noemt, ontbreekt.",
                    $"The column {list}, which the mapping file names, is missing."),
                file,
                new Wording(
                    $"{there.Dutch} Verbeter de naam in het mappingbestand, regel {lines}.",
                    $"{there.English} Mend the name in the mapping file, line {lines}."));
        }

        return new CalibrationException(
            ExitCode.WrongUse,
            new Wording($"De kolom {list} ontbreekt.", $"The column {list} is missing."),
            file,
            new Wording(
                $"{there.Dutch} Maak met 'rgk init' een bestand dat de kolommen vertaalt, en geef het mee met "
                + "--mapping.",
                $"{there.English} Make a file that translates the columns with 'rgk init', and pass it with "
                + "--mapping."));
    }

    // What the source has, and which of it is probably meant; where that is nearly all, the rest is not told.
    private static Wording There(IReadOnlyList<MappedColumn> missing, IReadOnlyList<string> names)
    {
        var others = ShownNames.List(names);
        var all = new Wording($"Het bestand heeft: {others.Dutch}.", $"The file has: {others.English}.");
        var pairs = missing.Select(mapped => (mapped.Column, Name: KnownColumnNames.Suggest(mapped.Column, names)))
            .Where(pair => pair.Name is not null && ShownNames.MayBeShown(pair.Name, names))
            .Select(pair => $"{pair.Name} ({pair.Column.Name()})").ToList();
        if (pairs.Count == 0)
            return all;
        var list = string.Join(", ", pairs);
        var likely = new Wording($"Waarschijnlijk bedoeld: {list}.", $"Probably meant: {list}.");
        return pairs.Count >= KnownColumnNames.FewestOfHeader
            ? likely
            : new($"{all.Dutch} {likely.Dutch}", $"{all.English} {likely.English}");
    }

    /// <summary>The refusal of a source with two columns of one name.</summary>
    internal static CalibrationException Twice(string file, string name) => new(
        ExitCode.WrongUse,
        new Wording($"De kolom {name} staat er twee keer.", $"The column {name} is there twice."),
        file,
        new Wording("Geef een van beide een andere naam.", "Give one of the two another name."));

    private static string NameOf(MappedColumn mapped)
    {
        var (names, name) = (string.Join('/', mapped.Names), mapped.Column.Name());
        return names == name ? name : $"{names} ({name})";
    }
}
