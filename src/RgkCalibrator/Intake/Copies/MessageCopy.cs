using System.Globalization;
using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Messages;

namespace RgkCalibrator.Intake.Copies;

/// <summary>
/// An iJw message as lines: a record for each <c>Prestatie</c> of a JW323, with what other messages say of its client
/// and its assignment. Messages of other kinds have no lines.
/// </summary>
internal static class MessageCopy
{
    private const string Credit = "C";

    // Stands where a message has a value that is none: the row is rejected, and the column keeps its format.
    private const string Unreadable = "?";

    private const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly Field[] Always =
    [
        new(CanonicalColumn.ClientId, line => line.Record.Client),
        new(CanonicalColumn.ProductCode, line => line.Record["ProductCode"]),
        new(CanonicalColumn.StartDate, line => Day(line.Record, "Begindatum")),
        new(CanonicalColumn.EndDate, line => Day(line.Record, "Einddatum")),
        new(CanonicalColumn.Volume, line => Volume(line.Record["GeleverdVolume"])),
        new(CanonicalColumn.Unit, line => line.Record["Eenheid"]),
        new(CanonicalColumn.ProviderId, line => line.Record.Header.Provider),
        new(CanonicalColumn.Municipality, line => line.Record.Header.Municipality),
        new(CanonicalColumn.DebitCredit, line => line.Record["DebetCredit"]),
        new(CanonicalColumn.LineId, line => line.Record["ReferentieNummer"]),
        new(CanonicalColumn.CreditsLineId, Credited),
        new(CanonicalColumn.AssignmentId, line => line.Record["ToewijzingNummer"]),
        new(CanonicalColumn.Amount, line => Euros(line.Record["Bedrag"])),
    ];

    private static readonly Field Birth = new(CanonicalColumn.BirthDate, line => Day(line.Birth));

    private static readonly Field[] Care =
    [
        new(CanonicalColumn.CareStart, line => Day(line.Care.Start)),
        new(CanonicalColumn.CareEnd, line => Day(line.Care.End)),
        new(CanonicalColumn.EndReason, line => line.Care.Reason ?? string.Empty),
    ];

    /// <summary>The kind of file that is copied with these messages joined to it.</summary>
    internal static CopiedKind Kind(JoinedMessages joined) => new(
        new("iJw-bericht", "iJw message"),
        head => head.Contains((byte)'<'),
        (source, name, target, stop) =>
        {
            var counts = Copy(source, name, target, joined.Care, stop);
            source.Position = 0;
            return new CopyNotes([counts.Told()])
            {
                // What declares nothing has no rows to count.
                Rows = counts.Kind == MessageKind.Declaration
                    ? MessageReader.Count(source, name, counts.Kind, stop)
                    : 0,
                HasCanonicalColumns = true,
            };
        });

    private static Counts Copy(
        Stream source, string name, Stream target, CareRegister register, CancellationToken stop)
    {
        var fields = FieldsWith(register);
        using var message = new MessageReader(source, name);
        using var copy = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        copy.Write(CsvRecord.Line(fields.Select(field => field.Column.Name()), ';'));
        var counts = new Counts(message.Header.Kind);
        foreach (var record in message.Records(stop))
        {
            counts.Records++;
            if (counts.Kind != MessageKind.Declaration)
                continue;
            var line = new Line(record, register.BirthOf(record.Client), CareOf(record, register));
            counts.See(line);
            copy.Write(CsvRecord.Line(fields.Select(field => field.Text(line)), ';'));
        }

        return counts;
    }

    // A column in which nothing can stand is absent: so is what would be said about it.
    private static List<Field> FieldsWith(CareRegister register)
    {
        List<Field> fields = [.. Always];
        if (register.HasBirths)
            fields.Add(Birth);
        if (register.HasCare)
            fields.AddRange(Care);
        return fields;
    }

    private static EpisodeDates CareOf(MessageRecord record, CareRegister register) =>
        record.Day("Begindatum") is { } first && record.Day("Einddatum") is { } last
            ? register.DatesOf(
                new AssignmentKey(record.Client, record.Header.Municipality, record["ToewijzingNummer"]), first, last)
            : default;

    // A debit can name an earlier line as well, and takes nothing away.
    private static string Credited(Line line) =>
        line.Record["DebetCredit"] == Credit ? line.Record["VorigReferentieNummer"] : string.Empty;

    private static string Day(DateOnly? day) => day is { } known ? MessageDate.Text(known) : string.Empty;

    private static string Day(MessageRecord record, string field) =>
        record[field].Length == 0 ? string.Empty
        : record.Day(field) is { } day ? MessageDate.Text(day)
        : Unreadable;

    // In CSV a point before three digits can separate thousands; before four it cannot.
    private static string Volume(string volume) =>
        volume.Length == 0 ? string.Empty
        : !decimal.TryParse(volume, Signed, CultureInfo.InvariantCulture, out _) ? Unreadable
        : volume.Length > 3 && volume[^4] == '.' ? volume + "0"
        : volume;

    // Amounts are in cents.
    private static string Euros(string cents) =>
        decimal.TryParse(cents, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? (amount / 100).ToString("0.00", CultureInfo.InvariantCulture)
            : string.Empty;

    private sealed record Field(CanonicalColumn Column, Func<Line, string> Text);

    private sealed record Line(MessageRecord Record, DateOnly? Birth, EpisodeDates Care);

    private sealed class Counts(MessageKind kind)
    {
        private long _births;
        private long _starts;
        private long _stops;

        internal MessageKind Kind => kind;

        internal long Records { get; set; }

        internal void See(Line line)
        {
            _births += line.Birth is null ? 0 : 1;
            _starts += line.Care.Start is null ? 0 : 1;
            _stops += line.Care.End is null ? 0 : 1;
        }

        internal Wording Told() => kind == MessageKind.Declaration
            ? new(
                $"{kind.Name}. Uit andere berichten komt de geboortedatum van {Numbers.Whole(_births)} van de "
                + $"{Numbers.Whole(Records)} prestaties, de werkelijke begindatum van {Numbers.Whole(_starts)} en de "
                + $"werkelijke einddatum van {Numbers.Whole(_stops)}.",
                $"{kind.Name}. Other messages give the birth date of {Numbers.Whole(_births)} of the "
                + $"{Numbers.Whole(Records)} lines, the true first day of {Numbers.Whole(_starts)} and the true last "
                + $"day of {Numbers.Whole(_stops)}.")
            : new(
                $"{kind.Name}. Dit bericht declareert niets; het vult declaraties aan. Aantal producten: "
                + $"{Numbers.Whole(Records)}.",
                $"{kind.Name}. This message declares nothing; it completes declarations. Number of products: "
                + $"{Numbers.Whole(Records)}.");
    }
}
