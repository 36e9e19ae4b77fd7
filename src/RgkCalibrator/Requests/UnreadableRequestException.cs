namespace RgkCalibrator.Requests;

/// <summary>Ends the reading of one row; the list goes on.</summary>
internal sealed class UnreadableRequestException(RequestTrouble trouble, RequestColumn? column)
    : Exception(trouble.NameInFiles())
{
    /// <summary>What is wrong.</summary>
    internal RequestTrouble Trouble { get; } = trouble;

    /// <summary>Where; null: the row.</summary>
    internal RequestColumn? Column { get; } = column;
}
