using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Forms;

namespace RgkCalibrator.Intake.Columns;

/// <summary>What a mapping says of one canonical column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Names">What sources may call it, the first that is there counts; none where it is a constant.</param>
/// <param name="Constant">Its value in every row; null where it is read.</param>
/// <param name="Values">What stands for what: of a value that is not in it, itself. Of texts only.</param>
/// <param name="Dates">The form of its dates; null: the data decide.</param>
/// <param name="Decimals">The form of its numbers; null: the data decide.</param>
public sealed record MappedColumn(
    CanonicalColumn Column,
    IReadOnlyList<string> Names,
    string? Constant,
    IReadOnlyDictionary<string, string> Values,
    DateForm? Dates,
    NumberForm? Decimals)
{
    /// <summary>The value in every row where the source has no such column, from the name of the folder that it lies in; null where no folder names it.</summary>
    internal string? FromFolder { get; init; }

    /// <summary>What a source calls it, as the source writes it: capitals do not count. Null where the source does not have it.</summary>
    public string? NameIn(IReadOnlyList<string> names) => Names
        .Select(name => names.FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(name => name is not null);

    /// <summary>Whether there is a value for every row of a source with columns of these names.</summary>
    internal bool IsIn(IReadOnlyList<string> names) => Constant is not null || FromFolder is not null || NameIn(names) is not null;

    internal MappedColumn In(IReadOnlyDictionary<string, string> folders) => Names.FirstOrDefault(folders.ContainsKey) is { } name
        ? this with { FromFolder = Values.GetValueOrDefault(folders[name].Trim(), folders[name]) }
        : this;
}

/// <summary>From the columns of sources to the canonical ones. What it does not name is read from the column that bears its canonical name.</summary>
/// <param name="Columns">One a canonical column at most.</param>
/// <param name="Fingerprint">SHA-256 of the file, for the manifest; null where there is no file.</param>
public sealed record ColumnMapping(IReadOnlyList<MappedColumn> Columns, string? Fingerprint = null)
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Every column bears its canonical name.</summary>
    public static ColumnMapping None { get; } = new([]);

    /// <summary>What is read beside the usual columns, of <see cref="CanonicalColumns.Noted"/>: what rules of the catalogue ask for.</summary>
    public IReadOnlyList<CanonicalColumn> Asked { get; init; } = [];

    /// <summary>What is said, or else meant, of a column.</summary>
    public MappedColumn Of(CanonicalColumn column) =>
        Columns.FirstOrDefault(mapped => mapped.Column == column) ?? new MappedColumn(column, [column.Name()], null, NoValues, null, null);

    /// <summary>What is said for a file in folders whose names hold values: of columns of texts, as a constant can be said.</summary>
    internal ColumnMapping In(InputFile file)
    {
        if (file.FolderValues is not { Count: > 0 } values)
            return this;
        return this with { Columns = [.. CanonicalColumns.All.Select(Of).Select(mapped => mapped.Column.Kind() == ColumnKind.Text ? mapped.In(values) : mapped)] };
    }

    /// <summary>Whether names of a source are a header: every needed column is there, or a constant.</summary>
    public bool IsHeader(IReadOnlyList<string> names) =>
        CanonicalColumns.Needed.Select(Of).All(mapped => mapped.IsIn(names));

    /// <summary>Whether names of a source can only be a header, though needed columns may be missing: two of these are there.</summary>
    public bool IsPartOfHeader(IReadOnlyList<string> names) =>
        CanonicalColumns.Needed.Select(Of).Count(mapped => mapped.NameIn(names) is not null) > 1;
}
