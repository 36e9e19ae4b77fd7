using System.Text;
using System.Text.RegularExpressions;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Requests;

/// <summary>Reads a list of requests: CSV (also in gzip) or a workbook.</summary>
internal static partial class RequestFile
{
    /// <summary>The longest list; one of a whole region over years is far shorter.</summary>
    internal const int MostRows = 200_000;

    private const int LongestCell = 200;
    private const int MostMilliseconds = 1000;

    private static readonly Wording Needed = new(
        "een productcode, een volume en een duur, of een eerste en een laatste dag",
        "a product code, a volume and a duration, or a first and a last day");

    private static readonly Wording Remedy = new(
        "Noem de kolommen product_code, volume, duration of start_date en end_date, of zoals iJw ze noemt: "
            + "ProductCode, Volume, ToewijzingIngangsdatum en ToewijzingEinddatum.",
        "Call the columns product_code, volume, duration or start_date and end_date, or as iJw calls them: "
            + "ProductCode, Volume, ToewijzingIngangsdatum and ToewijzingEinddatum.");

    /// <summary>Reads a list. A row that cannot be read is a row of the list too.</summary>
    /// <exception cref="CalibrationException">The file cannot be read, has no such header, or is too long.</exception>
    internal static RequestList Read(string path, CancellationToken stop)
    {
        RefuseMessage(path);
        var folder = Directory.CreateTempSubdirectory("rgk-");
        try
        {
            var copy = Copied(path, folder.FullName, stop);
            return Read(copy?.Path ?? path, copy?.Notes, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Path, CopyNotes Notes)? Copied(string path, string folder, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        var rules = new HeaderRules(
            [head => HeaderSearch.Find(head, Needed, RequestColumns.AreHeader, Remedy)], AreSure: true)
        {
            IsDay = column => RequestColumns.Of(column)
                is RequestColumn.StartDate or RequestColumn.EndDate or RequestColumn.BirthDate,
        };
        using var file = Open(path, name);
        using var source = new SourceStream(file, name);
        if (TextCopies.KindOf(source, name, JoinedMessages.None, rules) is not { } kind)
            return null;
        var copy = Path.Combine(folder, name);
        try
        {
            using var target = File.Create(copy);
            return (copy, kind.Copy(source, name, target, stop));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw RunFiles.NoRoom(name, refused);
        }
    }

    private static FileStream Open(string path, string name)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return file.CanSeek ? file : throw IsPipe(name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CsvMistakes.Unreadable(name, refused);
        }
    }

    private static RequestList Read(string path, CopyNotes? notes, CancellationToken stop)
    {
        var csv = CsvFile.Open(path, Needed, RequestColumns.AreHeader, remedy: Remedy);
        var names = RequestColumns.In(csv.Dialect.Names);
        var places = names.ToDictionary(one => one.Key, one => csv.Dialect.PositionOf(one.Value)!.Value);
        var (rows, synthetic) = (new List<RequestRow>(), 0);
        csv.ReadFirst(
            MostRows + 1,
            record =>
            {
                var cells = new RowCells(record, places);
                synthetic += cells.Text(RequestColumn.Origin) == SourceFile.SyntheticOrigin ? 1 : 0;
                rows.Add(RowOf(cells, csv.Dialect, NumberOf(record.Row, rows.Count + 1), Days(notes)));
            },
            stop);
        if (rows.Count > MostRows)
            throw TooLong(csv.Dialect.File);
        var (kept, warning) = WithoutServiceNumbers(rows);
        return new RequestList(kept, names)
        {
            IsSynthetic = synthetic == rows.Count,
            Warnings = [.. notes?.Warnings ?? [], .. warning is null ? Array.Empty<Wording>() : [warning]],
        };

        long NumberOf(long row, long count) => notes?.Numbers is { } numbers ? numbers.Of(count) : row;
    }

    private static RequestRow RowOf(
        RowCells cells, CsvDialect dialect, long number, IReadOnlyList<ValueFormat> days)
    {
        var row = new RequestRow(number, IdOf(cells.Text(RequestColumn.RequestId)));
        return cells switch
        {
            { IsTorn: true } => row with { Trouble = RequestTrouble.TornRow },
            _ when cells.Count > dialect.MostFields => row with { Trouble = RequestTrouble.TooManyFields },
            _ => new RequestReader(cells.Text, days).Read(row),
        };
    }

    private static IReadOnlyList<ValueFormat> Days(CopyNotes? notes) => notes?.WithTexts is null
        ? RequestCells.OfTexts
        : [.. RequestCells.OfTexts, notes.DayNumbers ?? ValueFormat.ExcelSerial];

    // A number holds a digit, and a name does not.
    private static string IdOf(string? text) => text is not null && IsId().IsMatch(text) ? text : string.Empty;

    // As of declarations: where nearly all pass the eleven-test, they are no numbers of a list.
    private static (List<RequestRow> Rows, Wording? Warning) WithoutServiceNumbers(List<RequestRow> rows)
    {
        var ids = rows.Where(row => row.Id.Length > 0).ToList();
        if (ids.Count == 0 || ids.Count(row => IsServiceNumber(row.Id)) * 10 < ids.Count * 9)
            return (rows, null);
        return ([.. rows.Select(row => row with { Id = string.Empty })], new(
            "de eigen nummers van de aanvragen zien eruit als burgerservicenummers, en zijn niet overgenomen.",
            "the own numbers of the requests look like citizen service numbers, and were not copied."));
    }

    private static bool IsServiceNumber(string text)
    {
        Span<byte> digits = stackalloc byte[ServiceNumber.Digits];
        return ServiceNumber.TryRead(Encoding.UTF8.GetBytes(text), digits) && ServiceNumber.Passes(digits);
    }

    private static void RefuseMessage(string path)
    {
        if (!JoinedMessages.AreIn(path))
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new("Een iJw-bericht zelf wordt niet als lijst van aanvragen gelezen.",
                "An iJw message itself is not read as a list of requests."),
            path,
            new("Maak er een CSV-bestand of een werkmap van, met de velden van het bericht als kolommen.",
                "Make it a CSV file or a workbook, with the fields of the message as columns."));
    }

    private static CalibrationException IsPipe(string file) => new(
        ExitCode.WrongUse,
        new("Dit is geen bestand maar een pijp, en een lijst wordt vaker dan een keer gelezen.",
            "This is no file but a pipe, and a list is read more than once."),
        file,
        new("Sla de lijst eerst op als bestand.", "Save the list as a file first."));

    private static CalibrationException TooLong(string file) => new(
        ExitCode.WrongUse,
        new($"De lijst heeft meer dan {Numbers.Shown(MostRows, 0, Language.Dutch)} rijen.",
            $"The list has more than {Numbers.Shown(MostRows, 0, Language.English)} rows."),
        file,
        new("Deel de lijst op, bijvoorbeeld per jaar.", "Divide the list, for example by year."));

    [GeneratedRegex("^(?=.*[0-9])[0-9A-Za-z/_.-]{1,40}$", RegexOptions.None, MostMilliseconds)]
    private static partial Regex IsId();

    private sealed class RowCells(CsvBlock record, Dictionary<RequestColumn, int> places)
    {
        internal int Count => record.FieldCount;

        internal bool IsTorn => record.IsTorn;

        internal string? Text(RequestColumn column)
        {
            if (!places.TryGetValue(column, out var place) || place >= record.FieldCount)
                return null;
            var text = FieldText.Trim(record.Field(place));
            return Nothing.Is(text) ? null
                : text.Length > LongestCell ? "?"
                : Encoding.UTF8.GetString(text);
        }
    }
}
