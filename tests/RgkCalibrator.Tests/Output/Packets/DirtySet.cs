using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>
/// A few files with something of everything: used, netted, duplicate, excluded and rejected rows, and files that cannot
/// be read.
/// </summary>
internal sealed class DirtySet : IDisposable
{
    /// <summary>Cells that no report may show.</summary>
    public static readonly string[] Secrets = ["kind-", "geheim", "zwartboek", "ons-pond", "p-77", "ref-"];

    private readonly Reading _reading = new();

    public DirtySet()
    {
        var good = TestRow.Good with { Client = "kind-1", Provider = "p-77" };
        Parquet = _reading.Write(
            good with { Id = "ref-1" },
            good with { Id = "ref-1" },
            good with { Id = "ref-2", Volume = 2.25m, Unit = "16", Product = "41A03" },
            good with { Id = "ref-3", Client = "kind-2" },
            good with { Id = "ref-4", Client = "kind-2", Volume = -4, Credits = "ref-3" },
            good with { Id = "ref-5", Start = new DateOnly(2024, 2, 1), End = new DateOnly(2024, 2, 29) },
            good with { Id = "ref-6", Product = "zwartboek" });
        Csv = Text("declaraties.csv", """
            Uitdraai 2019
            client_id;product_code;start_date;end_date;volume;unit;provider_id;opmerking
            kind-1;54002;13-03-2019;31-03-2019;4,50;uur;p-77;geheim
            kind-2;45C02;01-04-2019;30-04-2019;90;01;p-77;geheim
            kind-3;45C02;41-04-2019;30-04-2019;90;01;p-77;geheim
            kind-3;zwartboek;01-04-2019;30-04-2019;3,25;ons-pond;p-77;geheim
            ;54002;13-04-2019;30-04-2019;1,00;uur;p-77;geheim
            ;54002;13-04-2020;30-04-2020;1,00;uur;p-77;geheim
            """);
        NoUnit = Text(
            "zonder-eenheid.csv",
            "client_id;product_code;start_date;end_date;volume\nkind-1;54002;13-03-2019;31-03-2019;4,5\n");
        Question = Text(
            "vraag.csv",
            "client_id;product_code;start_date;end_date;volume;unit\nkind-1;54002;13-03-2019;31-03-2019;1.234;uur\n"
                + "kind-1;54002;13-03-2019;31-03-2019;geheim;uur\n");
        OpenQuote = Text(
            "open.csv",
            "client_id;product_code;start_date;end_date;volume;unit\nkind-1;54002;13-03-2019;31-03-2019;4,5;uur\n"
                + "kind-1;54002;13-03-2019;31-03-2019;\"4,5;uur\n");
    }

    /// <summary>Can be read.</summary>
    public string Csv { get; }

    /// <summary>Can be read.</summary>
    public string Parquet { get; }

    /// <summary>Lacks a column.</summary>
    public string NoUnit { get; }

    /// <summary>Leaves a question about its volumes.</summary>
    public string Question { get; }

    /// <summary>Has a quote that closes nowhere.</summary>
    public string OpenQuote { get; }

    public IReadOnlyList<string> All => [Csv, Parquet, NoUnit, Question, OpenQuote];

    public string this[string name] => _reading.Folder[name];

    /// <summary>A file in the folder.</summary>
    public string Text(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => _reading.Dispose();
}
