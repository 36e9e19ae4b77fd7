namespace RgkCalibrator.Requests;

/// <summary>A row of a list of requests.</summary>
/// <param name="Number">The number of the row: of a workbook as the sheet numbers it, else 1 is the first below the
/// header.</param>
/// <param name="Id">The list's own number of the request; empty where there is none that may be copied.</param>
public sealed record RequestRow(long Number, string Id)
{
    /// <summary>The request; null where it cannot be read.</summary>
    public CareRequest? Request { get; init; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public RequestTrouble? Trouble { get; init; }

    /// <summary>The column that this is about; null: the row.</summary>
    public RequestColumn? Column { get; init; }
}

/// <summary>A list of requests as it was read.</summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="Columns">What the file calls the columns that were read.</param>
public sealed record RequestList(
    IReadOnlyList<RequestRow> Rows, IReadOnlyDictionary<RequestColumn, string> Columns)
{
    /// <summary>Whether every row says that it is made up.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>What the user should know of the reading.</summary>
    public IReadOnlyList<Wording> Warnings { get; init; } = [];
}

/// <summary>A row of a list, and what the framework says of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Answer">What the framework says; null where the row cannot be read.</param>
public sealed record CheckedRow(RequestRow Row, RequestAnswer? Answer)
{
    /// <summary>What became of it.</summary>
    public RequestVerdict Verdict => Answer?.Verdict ?? RequestVerdict.Unreadable;

    /// <summary>Why it could not be read or compared; null where it was.</summary>
    public RequestTrouble? Trouble => Row.Trouble
        ?? (Verdict == RequestVerdict.Unreadable ? RequestTrouble.UnitNotConvertible : null);

    /// <summary>The column that this is about; null: the row.</summary>
    public RequestColumn? Column => Row.Column
        ?? (Trouble == RequestTrouble.UnitNotConvertible ? RequestColumn.Unit : null);

    /// <summary>The year of the first day; null where that is not known.</summary>
    public int? Year => Row.Request?.Duration.Period?.First.Year;
}
