using System.Globalization;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>Makes a request of the cells of a row.</summary>
/// <param name="cell">What stands in a column, without space around it; null where nothing does.</param>
/// <param name="dayFormats">How days are written.</param>
internal sealed class RequestReader(Func<RequestColumn, string?> cell, IReadOnlyList<ValueFormat> dayFormats)
{
    /// <summary>Reads the request of the present row.</summary>
    /// <exception cref="UnreadableRequestException">Something is missing or cannot be read.</exception>
    internal CareRequest Read()
    {
        var code = cell(RequestColumn.ProductCode) ?? throw Trouble(
            RequestTrouble.MissingProduct, RequestColumn.ProductCode);
        var (volume, duration) = (Volume(), Duration());
        return new CareRequest(code, volume, duration)
        {
            Facts = Facts(duration.Period?.First),
            LongestBeside = cell(RequestColumn.Concurrent) is { } words ? Step(words, RequestColumn.Concurrent) : null,
            Provider = cell(RequestColumn.ProviderId) ?? string.Empty,
        };
    }

    private RequestedVolume Volume()
    {
        var text = cell(RequestColumn.Volume) ?? throw Trouble(RequestTrouble.MissingVolume, RequestColumn.Volume);
        if (!RequestNumber.TryRead(text, out var amount))
        {
            throw Trouble(
                RequestNumber.IsDoubtful(text) ? RequestTrouble.DoubtfulVolume : RequestTrouble.BadVolume,
                RequestColumn.Volume);
        }

        CareUnit? unit = cell(RequestColumn.Unit) is { } name
            ? CareUnits.Read(name) ?? throw Trouble(RequestTrouble.UnknownUnit, RequestColumn.Unit)
            : null;
        var frequency = cell(RequestColumn.Frequency) is { } often
            ? RequestCells.Frequency(often) ?? throw Trouble(RequestTrouble.UnknownFrequency, RequestColumn.Frequency)
            : VolumeFrequency.Total;
        return new RequestedVolume(amount, unit, frequency);
    }

    private RequestedDuration Duration()
    {
        var (first, last) = (Day(RequestColumn.StartDate), Day(RequestColumn.EndDate));
        var step = cell(RequestColumn.Duration) is { } words ? Step(words, RequestColumn.Duration) : null;
        return (step, first, last) switch
        {
            (_, { } start, { } end) when end < start =>
                throw Trouble(RequestTrouble.EndBeforeStart, RequestColumn.EndDate),
            ({ } length, { } start, { } end) => length.LastDay(start) == end
                ? RequestedDuration.Of(start, length)
                : throw Trouble(RequestTrouble.TwoDurations, RequestColumn.Duration),
            ({ } length, { } start, null) => RequestedDuration.Of(start, length),
            ({ } length, null, null) => RequestedDuration.Of(length),
            (null, { } start, { } end) => RequestedDuration.Of(new Period(start, end)),
            _ => throw Trouble(RequestTrouble.MissingDuration, RequestColumn.Duration),
        };
    }

    private RequestFacts Facts(DateOnly? first) => new()
    {
        Age = AgeOn(first),
        WithStay = cell(RequestColumn.WithStay) is { } stay
            ? RequestCells.YesNo(stay) ?? throw Trouble(RequestTrouble.NotYesOrNo, RequestColumn.WithStay)
            : null,
        Order = cell(RequestColumn.Order) is { } order
            ? RequestCells.Order(order) ?? throw Trouble(RequestTrouble.BadOrder, RequestColumn.Order)
            : null,
        IsConcurrent = cell(RequestColumn.Concurrent) is null ? null : true,
        Location = cell(RequestColumn.Location),
        Intervention = cell(RequestColumn.Intervention),
        Municipality = cell(RequestColumn.Municipality),
    };

    private int? AgeOn(DateOnly? first)
    {
        if (cell(RequestColumn.Age) is { } age)
        {
            return int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
                && years <= RequestFacts.HighestAge
                ? years
                : throw Trouble(RequestTrouble.BadAge, RequestColumn.Age);
        }

        if (cell(RequestColumn.BirthDate) is not { } text || first is not { } day)
            return null;
        var birth = RequestCells.AnyDay(text, dayFormats)
            ?? throw Trouble(RequestTrouble.BadAge, RequestColumn.BirthDate);
        return Age.On(DayNumber.Of(day), DayNumber.Of(birth))
            ?? throw Trouble(RequestTrouble.BadAge, RequestColumn.BirthDate);
    }

    private DateOnly? Day(RequestColumn column) => cell(column) is { } text
        ? RequestCells.Day(text, dayFormats) ?? throw Trouble(RequestTrouble.BadDate, column)
        : null;

    private static DurationStep Step(string words, RequestColumn column) =>
        DurationWords.TryRead(words, out var step) ? step : throw Trouble(RequestTrouble.BadDuration, column);

    private static UnreadableRequestException Trouble(RequestTrouble trouble, RequestColumn column) =>
        new(trouble, column);
}
