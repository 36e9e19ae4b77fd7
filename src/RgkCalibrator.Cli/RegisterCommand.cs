using CommandLine;
using RgkCalibrator.Output.Register;
using RgkCalibrator.Register;

namespace RgkCalibrator.Cli;

[Verb("register")]
[Explained(
    "Houdt het register bij van situaties die meer vragen dan het kader.",
    "Keeps the register of situations that need more than the framework.")]
internal sealed record RegisterOptions : InputOptions
{
    [Value(0, MetaName = "new|check|apply")]
    [Explained(
        "new maakt het werkboek om aan aanbieders te sturen, check leest wat terugkomt, apply legt het naast de "
            + "declaraties.",
        "new makes the workbook to send to providers, check reads what comes back, apply lays it beside the "
            + "declarations.")]
    public string? Action { get; init; }

    [Value(1, MetaName = "FILE…")]
    [Explained(
        "Bij new niets; bij check de teruggestuurde werkboeken, of de map waarin ze staan; bij apply de declaraties, "
            + "als bij derive.",
        "With new nothing; with check the workbooks that came back, or the folder they are in; with apply the "
            + "declarations, as with derive.")]
    public override IEnumerable<string> Inputs { get; init; } = [];

    [Option("framework", MetaValue = "FILE", Required = true)]
    [Explained(
        "framework.json van rgk finalize, of een CSV-bestand met de regels (bijlagen 2 en 3).",
        "framework.json of rgk finalize, or a CSV file with the lines (annexes 2 and 3).")]
    public string? Framework { get; init; }

    [Option("register", MetaValue = "FILE…")]
    [Explained(
        "Bij apply: de teruggestuurde werkboeken, of de map waarin ze staan.",
        "With apply: the workbooks that came back, or the folder they are in.")]
    public IEnumerable<string> Registers { get; init; } = [];

    [Option("provider", MetaValue = "CODE…")]
    [Explained(
        "Bij new de aanbieder voor wie het werkboek is; bij check wie er gevraagd zijn: een rij van een ander wordt "
            + "geweigerd.",
        "With new the provider that the workbook is for; with check who were asked: a row of another is refused.")]
    public IEnumerable<string> Providers { get; init; } = [];

    [Option("out", MetaValue = "FILE|DIR")]
    [Explained(
        "Bij new het werkboek (.xlsx), bij apply de map; bij check mag het weg, en anders is het een map met wat "
            + "meetelt en wat niet.",
        "With new the workbook (.xlsx), with apply the folder; with check it may be left out, and else it is a folder "
            + "with what counts and what does not.")]
    public string? Out { get; init; }
}

/// <summary>The register of situations that need more than a framework.</summary>
internal static class RegisterCommand
{
    private const int MostShown = 30;

    public static ExitCode Run(RegisterOptions options, Screen screen, CancellationToken stop) => options.Action switch
    {
        "new" => New(options, screen, stop),
        "check" => Check(options, screen, stop),
        "apply" => Apply(options, screen, stop),
        _ => throw Refusals.NoSuch(new("Deze stap", "step"), "rgk register", "new", "check", "apply"),
    };

    private static ExitCode New(RegisterOptions options, Screen screen, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        List<string> providers = [.. options.Providers];
        if (options.Inputs.Any() || options.Registers.Any() || providers.Count > 1)
        {
            throw Refusals.Wrong(
                new("Bij new hoort één kader, ten hoogste één aanbieder en één werkboek om te schrijven.",
                    "With new goes one framework, at most one provider and one workbook to write."),
                "rgk register new",
                new("Geef per aanbieder een opdracht: rgk register new --framework kader.csv --provider 01234567 --out "
                        + "meldingen-01234567.xlsx.",
                    "Give a command for each provider: rgk register new --framework framework.csv --provider 01234567 "
                        + "--out reports-01234567.xlsx."));
        }

        var settings = Choices.Settings(options, screen.Language);
        var file = Choices.Output(Needed(options.Out));
        if (!file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            throw Refusals.Wrong(
                new("Het werkboek heeft een naam die op .xlsx eindigt.", "The workbook has a name that ends in .xlsx."),
                "--out",
                new("Geef bijvoorbeeld --out register.xlsx.", "Give for example --out register.xlsx."));
        }

        var framework = RegisterOfReports.Open(options.Framework!, settings.Catalogue);
        RegisterOfReports.WriteNew(
            framework, file, providers.FirstOrDefault(), settings.Catalogue.Trajectories.Cohort, screen.Language,
            RunSettings.Default with { Stop = stop, Warn = screen.Warn });
        screen.TellWritten(file);
        screen.Tell(new(
            $"Producten om uit te kiezen: {screen.Number(framework.Products.Count)}.",
            $"Products to choose from: {screen.Number(framework.Products.Count)}."));
        return ExitCode.Ok;
    }

    private static ExitCode Check(RegisterOptions options, Screen screen, CancellationToken stop)
    {
        List<string> files = [.. options.Inputs, .. options.Registers];
        if (files.Count == 0)
            throw NoReturns();
        var catalogue = Choices.Settings(options, screen.Language).Catalogue;
        var framework = RegisterOfReports.Open(options.Framework!, catalogue);
        string[] asked = [.. options.Providers];
        var folder = options.Out is { } name ? Choices.Output(name) : null;
        var register = ProgressDisplay.Work(
            screen, new Wording("Werkboeken lezen…", "Reading workbooks…"), folder,
            RunSettings.Default with { Stop = stop },
            run => folder is null
                ? RegisterOfReports.Read(files, framework, asked, run.Stop)
                : RegisterOfReports.WriteChecked(files, framework, asked, folder, screen.Language, run));
        if (folder is not null)
            screen.TellWritten(folder);
        Tell(register, screen);
        return register.IsSound ? ExitCode.Ok : ExitCode.Flawed;
    }

    private static void Tell(ReturnedRegister register, Screen screen)
    {
        TextTable.Write(RegisterTables.OfFiles(register, screen.Language), screen.Output);
        foreach (var file in register.Files.Where(file => file.Unreadable is not null))
            screen.Refuse(file.Unreadable!);
        foreach (var cell in register.Refused.Take(MostShown))
        {
            var words = RegisterTroubleWords.Of(cell.Trouble);
            screen.Tell(new(
                $"{cell}: {words.What.Dutch} {words.Remedy.Dutch}",
                $"{cell}: {words.What.English} {words.Remedy.English}"));
        }

        if (register.Refused.Count > MostShown)
        {
            var more = screen.Number(register.Refused.Count - MostShown);
            screen.Tell(new(
                $"En nog {more}; met --out staan ze alle in intern/geweigerd.csv.",
                $"And {more} more; with --out all of them are in intern/geweigerd.csv."));
        }

        var (accepted, rows) = (
            screen.Number(register.Accepted.Count), screen.Number(register.Files.Sum(file => file.RefusedRows)));
        screen.Tell(new(
            $"Meldingen die meetellen: {accepted}; rijen die niet meetellen: {rows}.",
            $"Reports that count: {accepted}; rows that do not: {rows}."));
    }

    private static ExitCode Apply(RegisterOptions options, Screen screen, CancellationToken stop)
    {
        List<string> returns = [.. options.Registers];
        if (returns.Count == 0)
            throw NoReturns();
        var settings = Choices.Settings(options, screen.Language);
        var framework = RegisterOfReports.Open(options.Framework!, settings.Catalogue);
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(Needed(options.Out)));
        var report = ProgressDisplay.Rows(
            screen, folder, Choices.Machine(options, screen, stop),
            run => RegisterApplication.Apply(framework, returns, inputs, folder, settings, run));
        LedgerLines.Warn(screen, report.Ledger);
        screen.TellWritten(folder);
        screen.Tell(new(
            "  intern/register.xlsx legt de meldingen naast de declaraties; dat blijft binnen.",
            "  intern/register.xlsx lays the reports beside the declarations; that stays inside."));
        TellFindings(report, screen);
        LedgerLines.Tell(screen, report.Ledger);
        return ExitCode.Ok;
    }

    private static void TellFindings(RegisterReport report, Screen screen)
    {
        foreach (var finding in Enum.GetValues<SeenFinding>())
        {
            var (name, count) = (
                SituationWords.NameOf(finding), screen.Number(report.Results.Count(one => one.Seen == finding)));
            screen.Tell(new(
                $"Gemeld aantal te zien - {name.Dutch}: {count}.", $"Reported number seen - {name.English}: {count}."));
        }

        foreach (var finding in Enum.GetValues<NeedFinding>())
        {
            var (name, count) = (
                SituationWords.NameOf(finding), screen.Number(report.Sums.Count(one => one.Measure.Need == finding)));
            screen.Tell(new(
                $"Situaties buiten de lijn - {name.Dutch}: {count}.", $"Situations beyond - {name.English}: {count}."));
        }

        if (report.Register.IsSound)
            return;
        var refused = screen.Number(report.Register.Files.Sum(file => file.RefusedRows));
        var unread = screen.Number(report.Register.Files.Count(file => file.Unreadable is not null));
        screen.Warn(new(
            $"niet meegeteld (rijen): {refused}; niet te lezen (werkboeken): {unread}. intern/geweigerd.csv zegt "
                + "waarom.",
            $"not counted (rows): {refused}; not readable (workbooks): {unread}. intern/geweigerd.csv says why."));
    }

    private static string Needed(string? name) => name ?? throw Refusals.Wrong(
        new("Deze optie is nodig.", "This option is needed."), "--out",
        new("Zie rgk register --help.", "See rgk register --help."));

    private static CalibrationException NoReturns() => Refusals.Wrong(
        new("Er zijn geen teruggestuurde werkboeken genoemd.", "No workbooks that came back are named."),
        "rgk register",
        new("Noem ze: rgk register check teruggestuurd --framework kader.csv, of bij apply achter --register.",
            "Name them: rgk register check returned --framework framework.csv, or with apply after --register."));
}
