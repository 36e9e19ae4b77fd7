using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.InputReport;

/// <summary>
/// A report on declarations as one web page: no script, and nothing from elsewhere. Its writer is that of SVG, whose
/// grammar HTML takes.
/// </summary>
internal sealed class ValidationHtml
{
    private const int VolumeDecimals = 2;

    private readonly Validation _validation;
    private readonly Language _language;
    private readonly LedgerTables _tables;
    private readonly PlaceBar _bar;
    private readonly MarkupWriter _html = new();

    internal ValidationHtml(Validation validation, Language language)
    {
        (_validation, _language, _tables) = (validation, language, new LedgerTables(language));
        _bar = new PlaceBar(_tables, language);
    }

    private Ledger Ledger => _validation.Ledger;

    private bool HasOneFile => _validation.Files.Count == 1;

    /// <summary>The whole page; to be asked once.</summary>
    internal string Page()
    {
        _html.Open("main");
        Opening();
        if (!HasOneFile)
            Together();
        foreach (var file in _validation.Files)
            Section(file);
        Glossary();
        _html.Close();
        var language = _language == Language.Dutch ? "nl" : "en";
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>{Title.In(_language)}</title>
            <style>
            {ValidationStyle.Css}
            </style>
            </head>
            <body>
            {_html}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static Wording Title { get; } = new("Wat er in de bestanden staat", "What the files hold");

    private void Opening()
    {
        Paragraph(new(
            "Alleen voor intern gebruik. In dit verslag staat geen tekst uit de gegevens, maar een aantal kan over "
                + "één kind gaan.",
            "For internal use only. This report holds no text of the data, but a count can be of a single child."),
            "notice");
        if (Ledger.IsSynthetic)
            Paragraph(ValidationWords.Synthetic, "notice");
        Words("h1", Title);
        Paragraph(Summary(), "lead");
        var (period, catalogue) = (_validation.Catalogue.Trajectories.Observed, _validation.Catalogue.Name);
        Paragraph(new(
            $"Gelezen zoals 'rgk derive' het doet, met de catalogus {catalogue} en als waargenomen periode "
                + $"{Numbers.Date(period.First, Language.Dutch)} t/m {Numbers.Date(period.Last, Language.Dutch)}.",
            $"Read as 'rgk derive' does, with the catalogue {catalogue} and the observed period "
                + $"{Numbers.Date(period.First, Language.English)} to {Numbers.Date(period.Last, Language.English)}."),
            "quiet");
        foreach (var remark in ValidationWords.Remarks(Ledger, _validation.EqualFiles, _language))
            Paragraph(remark);
        if (_validation.PassedOver.Count > 0)
            Paragraph(ValidationWords.PassedOver(_validation.PassedOver));
    }

    private Wording Summary()
    {
        var (files, read) = (Whole(_validation.Files.Count), Whole(Ledger.Files.Count));
        var trouble = Ledger.Files.Count == _validation.Files.Count
            ? Wording.Same(string.Empty)
            : new Wording(
                $" Van de {files} bestanden konden er {read} worden gelezen; de aantallen gaan daarover.",
                $" Of the {files} files {read} could be read; the numbers are about those.");
        if (Ledger.Rows == 0)
            return new($"Er zijn geen rijen gelezen.{trouble.Dutch}", $"No rows were read.{trouble.English}");
        var (rows, used) = (Whole(Ledger.Rows), _tables.ShareOf(Ledger.Used, Ledger.Rows));
        var rejected = _tables.ShareOf(Ledger.RejectedRows.Count, Ledger.Rows);
        return new(
            $"Van {rows} rijen is {used} gebruikt en {rejected} afgekeurd.{trouble.Dutch}",
            $"Of {rows} rows {used} are used and {rejected} rejected.{trouble.English}");
    }

    private void Together()
    {
        var (rows, used) = (Whole(Ledger.Rows), _tables.ShareOf(Ledger.Used, Ledger.Rows));
        Words("h2", Ledger.Rows == 0
            ? new Wording("De bestanden op een rij", "The files side by side")
            : new Wording(
                $"Alle bestanden samen: {used} van {rows} rijen is gebruikt",
                $"All files together: {used} of {rows} rows are used"));
        Overview();
        if (Ledger.Files.Count < 2)
            return;
        HtmlTable.Write(_html, _tables.Places(ValidationWords.Places(Ledger), VolumeDecimals), hasTotal: true);
        Counts(null);
    }

    private void Overview()
    {
        _html.Open("div", ("class", "table"));
        _html.Open("table", ("class", "files"));
        _html.Open("tr");
        Words("th", new("Bestand", "File"));
        Words("th", new("Rijen", "Rows"), "n");
        Words("th", new("Waar zij bleven", "Where they ended"));
        Words("th", new("Gebruikt", "Used"), "n");
        Words("th", new("Afgekeurd", "Rejected"), "n");
        _html.Close();
        foreach (var file in _validation.Files)
            OverviewRow(file);
        _html.Close();
        _html.Close();
        if (Ledger.Files.Count > 0)
        {
            var all = new FileLedger(
                string.Empty, Ledger.Rows, 0, ValidationWords.Places(Ledger), new Dictionary<RejectionReason, long>());
            _bar.Legend(_html, all);
        }
    }

    private void OverviewRow(ExaminedFile file)
    {
        _html.Open("tr");
        _html.Words("td", file.Name);
        if (file.Reading is { } reading && Ledger.Files[reading.Number] is var ledger)
        {
            _html.Words("td", Whole(ledger.Rows), ("class", "n"));
            _html.Open("td");
            _bar.Paint(_html, ledger);
            _html.Close();
            _html.Words("td", _tables.ShareOf(ledger.Used, ledger.Rows), ("class", "n"));
            _html.Words("td", Whole(ledger.At(RowOutcome.Rejected).Rows), ("class", "n"));
        }
        else
        {
            var unread = new Wording(
                "Kon niet worden gelezen; hieronder staat waarom.", "Could not be read; see below why.");
            _html.Words("td", unread.In(_language), ("colspan", "4"));
        }

        _html.Close();
    }

    private void Section(ExaminedFile file)
    {
        if (file.Trouble is { } trouble)
        {
            Words("h2", new($"{file.Name} kon niet worden gelezen", $"{file.Name} could not be read"));
            Trouble(trouble);
            return;
        }

        var ledger = Ledger.Files[file.Reading!.Number];
        var (rows, used) = (Whole(ledger.Rows), _tables.ShareOf(ledger.Used, ledger.Rows));
        Words("h2", ledger.Rows == 0
            ? new Wording($"{file.Name} heeft geen rijen", $"{file.Name} has no rows")
            : new Wording(
                $"{file.Name}: {used} van {rows} rijen is gebruikt", $"{file.Name}: {used} of {rows} rows are used"));
        Understood(file.Reading);
        if (ledger.Rows == 0)
            return;
        Words("h3", new("Hier bleven de rijen", "Where the rows ended"));
        _bar.Paint(_html, ledger);
        _bar.Legend(_html, ledger);
        HtmlTable.Write(_html, _tables.Places(ledger.Places, VolumeDecimals), hasTotal: true, hasHeading: false);
        Counts(file.Reading.Number);
    }

    private void Understood(FileReading reading)
    {
        var evidence = ValidationWords.Evidence(reading);
        Paragraph(new($"{reading.Kind.Dutch}. {evidence.Dutch}", $"{reading.Kind.English}. {evidence.English}"));
        HtmlTable.Write(_html, ColumnReadingTables.Columns(reading, _language));
        foreach (var remark in ColumnReadingTables.Remarks(reading))
            Paragraph(remark, "quiet");
    }

    /// <summary>
    /// Years, reasons and products of a file, or of all; what is told of each of several files is folded.
    /// </summary>
    private void Counts(int? file)
    {
        HtmlTable.Write(_html, _tables.Years(_validation.Parts(file)));
        var reasons = _tables.Reasons(Ledger, file);
        if (reasons.Rows.Count > 0)
            HtmlTable.Write(_html, reasons);
        var products = _tables.Products(_validation.ByProduct(file), _validation.NameOf, hasVolume: true);
        if (file is null || Ledger.Files.Count == 1)
            HtmlTable.Write(_html, products);
        else
            HtmlTable.WriteFolded(_html, products);
    }

    private void Trouble(CalibrationException trouble)
    {
        _html.Open("dl", ("class", "trouble"));
        Term(new("Wat", "What"), trouble.What);
        if (trouble.Where.Length > 0)
            Term(new("Waar", "Where"), Wording.Same(trouble.Where));
        Term(new("Oplossing", "Remedy"), trouble.Remedy);
        _html.Close();
    }

    private void Glossary()
    {
        Words("h2", new("Wat de woorden betekenen", "What the words mean"));
        Paragraph(ValidationWords.Reading);
        _html.Open("dl");
        foreach (var place in Enum.GetValues<RowOutcome>())
            Term(LedgerWords.Name(place), LedgerWords.Explained(place, _validation.LastDay));
        _html.Close();
        Words("h3", new("Redenen om een rij af te keuren", "Reasons to reject a row"));
        Paragraph(
            new("Een rij heeft één reden: de eerste die past.", "A row has one reason: the first that fits."), "quiet");
        _html.Open("dl");
        foreach (var reason in Enum.GetValues<RejectionReason>())
        {
            if (reason != RejectionReason.PeriodTooLong || _validation.MaxLineDays > 0)
                Term(Wording.Same(reason.Name()), LedgerWords.Explained(reason, _validation.MaxLineDays));
        }

        _html.Close();
    }

    private void Term(Wording term, Wording meaning)
    {
        Words("dt", term);
        Words("dd", meaning);
    }

    private void Paragraph(Wording words, string? look = null) => Words("p", words, look);

    private void Words(string element, Wording words, string? look = null)
    {
        if (look is null)
            _html.Words(element, words.In(_language));
        else
            _html.Words(element, words.In(_language), ("class", look));
    }

    private string Whole(long count) => Numbers.Shown(count, 0, _language);
}
