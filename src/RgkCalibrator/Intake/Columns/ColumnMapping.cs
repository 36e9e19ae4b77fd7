using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Columns;

/// <summary>What a mapping says of one canonical column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Names">What sources may call it, the first that is there counts; none where it is a constant.</param>
public sealed record MappedColumn(CanonicalColumn Column, IReadOnlyList<string> Names)
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>The line of the mapping that says it; null where there is none.</summary>
    public int? Line { get; init; }

    /// <summary>Its value in every row; null where it is read.</summary>
    public string? Constant { get; init; }

    /// <summary>What stands for what in a column of texts; a value that is not in it stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = NoValues;

    /// <summary>The format of its dates or numbers; null: the data decide.</summary>
    public ValueFormat? Format { get; init; }

    /// <summary>
    /// How the source numbers days, where it says so itself; null where the data decide. It counts where there is no
    /// <see cref="Format"/>, for values that are numbers of days.
    /// </summary>
    internal ValueFormat? DayNumbers { get; init; }

    /// <summary>
    /// Whether the user says that numbers which look like citizen service numbers (BSN) are none; where nearly all do,
    /// they are not believed.
    /// </summary>
    public bool HasNoServiceNumbers { get; init; }

    /// <summary>
    /// The value in every row where the source has no such column, from the name of the folder that it lies in; null
    /// where no folder names it.
    /// </summary>
    internal string? FromFolder { get; init; }

    /// <summary>
    /// What a source calls it, as the source writes it: capitals do not count. Null where the source does not have it.
    /// </summary>
    public string? NameIn(IReadOnlyList<string> names) => Names
        .Select(name => names.FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(name => name is not null);

    /// <summary>Whether there is a value for every row of a source with columns of these names.</summary>
    internal bool IsIn(IReadOnlyList<string> names) => (Constant ?? FromFolder ?? NameIn(names)) is not null;

    internal MappedColumn WithFolderValue(IReadOnlyDictionary<string, string> values) =>
        Column.Kind() == ColumnKind.Text && Names.FirstOrDefault(values.ContainsKey) is { } name
            ? this with { FromFolder = Values.GetValueOrDefault(values[name].Trim(), values[name]) }
            : this;
}

/// <summary>
/// Maps the columns of sources to canonical columns. A canonical column that it does not name is read from the column
/// of that name.
/// </summary>
/// <param name="Columns">At most one for each canonical column.</param>
/// <param name="Fingerprint">SHA-256 of the file, for the manifest; null where there is no file.</param>
public sealed record ColumnMapping(IReadOnlyList<MappedColumn> Columns, string? Fingerprint = null)
{
    /// <summary>Every column bears its canonical name.</summary>
    public static ColumnMapping None { get; } = new([]);

    /// <summary>
    /// The columns of <see cref="CanonicalColumns.Noted"/> that are read beside the usual ones, because rules of the
    /// catalogue ask for them, the amounts where euros are asked for, and the days of declaration where somebody asks
    /// how late these are.
    /// </summary>
    public IReadOnlyList<CanonicalColumn> Asked { get; init; } = [];

    /// <summary>What the mapping says of a column, or else that sources call it by its canonical name.</summary>
    public MappedColumn Of(CanonicalColumn column) =>
        Columns.FirstOrDefault(mapped => mapped.Column == column) ?? new MappedColumn(column, [column.Name()]);

    /// <summary>
    /// The mapping for a file in folders whose names hold values. Like constants, these count for columns of texts
    /// only.
    /// </summary>
    internal ColumnMapping WithFolderValues(InputFile file)
    {
        var values = file.FolderValues;
        return values.Count == 0
            ? this
            : this with { Columns = [.. CanonicalColumns.All.Select(column => Of(column).WithFolderValue(values))] };
    }

    /// <summary>
    /// The mapping for a source that has the canonical columns: of these only what their values stand for counts, as
    /// the source itself knows how it is written.
    /// </summary>
    internal ColumnMapping OnCanonicalColumns() => this with
    {
        Columns = [.. Columns.Select(mapped => new MappedColumn(mapped.Column, [mapped.Column.Name()])
        {
            Values = mapped.Values,
        })],
    };

    /// <summary>The mapping for a source that says itself how it numbers days.</summary>
    internal ColumnMapping WithDayNumbers(ValueFormat numbers) =>
        this with { Columns = [.. CanonicalColumns.All.Select(column => Of(column) with { DayNumbers = numbers })] };

    /// <summary>Whether sources have days in a column of a name.</summary>
    internal bool IsDay(string name) => CanonicalColumns.All.Where(column => column.Kind() == ColumnKind.Day)
        .Any(column => Of(column).NameIn([name]) is not null);

    /// <summary>Whether names of a source are a header: every needed column is there, or a constant.</summary>
    public bool IsHeader(IReadOnlyList<string> names) =>
        CanonicalColumns.Needed.All(column => Of(column).IsIn(names));

    /// <summary>
    /// Whether names of a source can only be a header, though needed columns may be missing: two of these are there.
    /// </summary>
    public bool IsPartOfHeader(IReadOnlyList<string> names) =>
        CanonicalColumns.Needed.Count(column => Of(column).NameIn(names) is not null) > 1;
}
