using System.Globalization;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>
/// Makes a request of the cells of one row. The first trouble that is met is what is told of the row.
/// </summary>
/// <param name="cell">What stands in a column, without space around it; null where nothing does.</param>
/// <param name="dayFormats">How days are written.</param>
internal sealed class RequestReader(Func<RequestColumn, string?> cell, IReadOnlyList<ValueFormat> dayFormats)
{
    private (RequestTrouble Trouble, RequestColumn Column)? _trouble;

    /// <summary>The row with its request, or with why it cannot be read.</summary>
    internal RequestRow Read(RequestRow row)
    {
        var (code, volume, duration) = (Code(), Volume(), Duration());
        var (facts, beside) = (Facts(duration?.Period?.First), Step(RequestColumn.Concurrent));
        if (_trouble is var (trouble, column))
            return row with { Trouble = trouble, Column = column };
        return row with
        {
            Request = new CareRequest(code!, volume!, duration!)
            {
                Facts = facts,
                LongestBeside = beside,
                Provider = cell(RequestColumn.ProviderId) ?? string.Empty,
            },
        };
    }

    private string? Code()
    {
        var code = cell(RequestColumn.ProductCode);
        if (code is null)
            Meet(RequestTrouble.MissingProduct, RequestColumn.ProductCode);
        return code;
    }

    private RequestedVolume? Volume()
    {
        var (unit, frequency) = (
            Known(RequestColumn.Unit, CareUnits.Read, RequestTrouble.UnknownUnit),
            Known(RequestColumn.Frequency, RequestCells.Frequency, RequestTrouble.UnknownFrequency));
        if (cell(RequestColumn.Volume) is not { } text)
            Meet(RequestTrouble.MissingVolume, RequestColumn.Volume);
        else if (RequestNumber.TryRead(text, out var amount))
            return new RequestedVolume(amount, unit, frequency ?? VolumeFrequency.Total);
        else if (RequestNumber.IsDoubtful(text))
            Meet(RequestTrouble.DoubtfulVolume, RequestColumn.Volume);
        else
            Meet(RequestTrouble.BadVolume, RequestColumn.Volume);
        return null;
    }

    private RequestedDuration? Duration()
    {
        var (first, last, step) = (
            Day(RequestColumn.StartDate), Day(RequestColumn.EndDate), Step(RequestColumn.Duration));
        switch (step, first, last)
        {
            case (_, { } start, { } end) when end < start:
                Meet(RequestTrouble.EndBeforeStart, RequestColumn.EndDate);
                return null;
            case ({ } length, { } start, { } end) when length.LastDay(start) != end:
                Meet(RequestTrouble.TwoDurations, RequestColumn.Duration);
                return null;
            case ({ } length, { } start, _):
                return RequestedDuration.Of(start, length);
            case ({ } length, null, null):
                return RequestedDuration.Of(length);
            case (null, { } start, { } end):
                return RequestedDuration.Of(new Period(start, end));
            default:
                Meet(RequestTrouble.MissingDuration, RequestColumn.Duration);
                return null;
        }
    }

    private RequestFacts Facts(DateOnly? first) => new()
    {
        Age = AgeOn(first),
        WithStay = Known(RequestColumn.WithStay, RequestCells.YesNo, RequestTrouble.NotYesOrNo),
        Order = Known(RequestColumn.Order, RequestCells.Order, RequestTrouble.BadOrder),
        IsConcurrent = cell(RequestColumn.Concurrent) is null ? null : true,
        Location = cell(RequestColumn.Location),
        Intervention = cell(RequestColumn.Intervention),
        Municipality = cell(RequestColumn.Municipality),
    };

    private int? AgeOn(DateOnly? first) => cell(RequestColumn.Age) is not null || first is not { } day
        ? Known(RequestColumn.Age, FullYears, RequestTrouble.BadAge)
        : Known(RequestColumn.BirthDate, text => AgeAt(day, text), RequestTrouble.BadAge);

    private int? AgeAt(DateOnly day, string text) => RequestCells.AnyDay(text, dayFormats) is { } birth
        ? Age.On(DayNumber.Of(day), DayNumber.Of(birth))
        : null;

    private DateOnly? Day(RequestColumn column) =>
        Known(column, text => RequestCells.Day(text, dayFormats), RequestTrouble.BadDate);

    private DurationStep? Step(RequestColumn column)
    {
        if (cell(column) is not { } words)
            return null;
        if (DurationWords.TryRead(words, out var step))
            return step;
        Meet(RequestTrouble.BadDuration, column);
        return null;
    }

    // Null where nothing stands there, too.
    private T? Known<T>(RequestColumn column, Func<string, T?> read, RequestTrouble trouble)
        where T : struct
    {
        if (cell(column) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Meet(trouble, column);
        return value;
    }

    private void Meet(RequestTrouble trouble, RequestColumn column) => _trouble ??= (trouble, column);

    private static int? FullYears(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
        && years <= RequestFacts.HighestAge
            ? years
            : null;
}
