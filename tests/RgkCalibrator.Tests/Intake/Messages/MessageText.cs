using System.Globalization;
using System.Xml.Linq;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>What a JW305 (without an end) or a JW307 says.</summary>
internal sealed record TestCare(string Client, string? Assignment, DateOnly Begin)
{
    public DateOnly? End { get; init; }

    public string Reason { get; init; } = "31";

    public string Status { get; init; } = "1";

    public DateOnly Sent { get; init; } = new(2021, 6, 1);

    public string? Product { get; init; }

    public DateOnly? AssignedFrom { get; init; }

    public string Provider { get; init; } = "11111111";
}

/// <summary>Writes iJw messages as the XSDs of release 3.2 have them.</summary>
internal static class MessageText
{
    public const string Municipality = "0518";

    /// <summary>A JW323 of one provider, with the lines of each client that follow each other together.</summary>
    public static string Declaration(
        IReadOnlyList<TestRow> rows, string provider = "11111111", string municipality = Municipality)
    {
        var name = Names("jw323");
        var clients = new List<XElement>();
        for (var first = 0; first < rows.Count;)
        {
            var same = rows.Skip(first).TakeWhile(row => row.Client == rows[first].Client).ToList();
            clients.Add(new XElement(name("Client"),
                rows[first].Client is { } id ? new XElement(name("Bsn"), id) : null,
                new XElement(name("Prestaties"), same.Select(row => Line(row, name)))));
            first += same.Count;
        }

        return Message("jw323", "490", provider, municipality, new DateOnly(2021, 2, 1),
            new XElement(name("Declaratie"),
                new XElement(name("DeclaratieNummer"), "D1"),
                new XElement(name("DeclaratiePeriode"),
                    new XElement(name("Begindatum"), "2021-01-01"), new XElement(name("Einddatum"), "2021-01-31")),
                new XElement(name("TotaalIngediendBedrag"), new XElement(name("TotaalBedrag"), "1")),
                new XElement(name("Clienten"), clients)));
    }

    /// <summary>A JW305, or a JW307 where the care ends.</summary>
    public static string Care(TestCare care, DateOnly? birth = null, string municipality = Municipality)
    {
        var (kind, code, product) = care.End is null ? ("jw305", "438", "Start") : ("jw307", "440", "Stop");
        var name = Names(kind);
        return Message(kind, code, care.Provider, municipality, care.Sent,
            Client(name, care.Client, birth,
                new XElement(name(product + "Producten"), new XElement(name(product + "Product"),
                    Value(name("ToewijzingNummer"), care.Assignment),
                    Product(name, care.Product),
                    Value(name("ToewijzingIngangsdatum"), Day(care.AssignedFrom)),
                    Value(name("Begindatum"), Day(care.Begin)),
                    care.End is null ? null : Value(name("RedenBeeindiging"), care.Reason),
                    Value(name("Einddatum"), Day(care.End)),
                    Value(name("StatusAanlevering"), care.Status)))));
    }

    /// <summary>A JW301.</summary>
    public static string Assignment(
        string client, string number, string product, DateOnly from, DateOnly? birth, string use = "")
    {
        var name = Names("jw301");
        return Message("jw301", "436", Municipality, "11111111", new DateOnly(2020, 12, 1),
            Client(name, client, birth,
                new XElement(name("Relaties"), new XElement(name("Relatie"),
                    new XElement(name("Geboortedatum"), Value(name("Datum"), "1980-01-01")))),
                new XElement(name("ToegewezenProducten"), new XElement(name("ToegewezenProduct"),
                    Value(name("ToewijzingNummer"), number),
                    Product(name, product),
                    Value(name("Ingangsdatum"), Day(from)))),
                use));
    }

    public static string Message(
        string kind, string code, string sender, string receiver, DateOnly sent, params XElement?[] body)
    {
        var name = Names(kind);
        return new XDocument(new XElement(name("Bericht"),
            new XAttribute(XNamespace.Xmlns + kind, name("x").NamespaceName),
            new XElement(name("Header"),
                new XElement(name("BerichtCode"), code),
                new XElement(name("BerichtVersie"), "3"),
                new XElement(name("BerichtSubversie"), "2"),
                new XElement(name("Afzender"), sender),
                new XElement(name("Ontvanger"), receiver),
                new XElement(name("BerichtIdentificatie"),
                    new XElement(name("Identificatie"), "B1"), new XElement(name("Dagtekening"), Day(sent)))),
            body)).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Line(TestRow row, Func<string, XName> name) => new(name("Prestatie"),
        new XElement(name("ProductReferentie"),
            Value(name("ReferentieNummer"), row.Id), Value(name("VorigReferentieNummer"), row.Credits)),
        Value(name("ToewijzingNummer"), row.Assignment),
        Value(name("ProductCategorie"), row.Product is { Length: > 1 } code ? code[..2] : null),
        Value(name("ProductCode"), row.Product),
        new XElement(name("ProductPeriode"),
            Value(name("Begindatum"), Day(row.Start)), Value(name("Einddatum"), Day(row.End))),
        Value(name("GeleverdVolume"), row.Volume?.ToString(CultureInfo.InvariantCulture)),
        Value(name("Eenheid"), row.Unit),
        Value(name("ProductTarief"), "9999"),
        new XElement(name("IngediendBedrag"),
            Value(name("Bedrag"), "12345"), Value(name("DebetCredit"), row.Mark)));

    private static XElement Client(
        Func<string, XName> name, string id, DateOnly? birth, XElement first, XElement? second = null,
        string use = "") =>
        new(name("Client"),
            new XElement(name("Bsn"), id),
            birth is null ? null : new XElement(name("Geboortedatum"),
                Value(name("Datum"), Day(birth)), use.Length == 0 ? null : Value(name("DatumGebruik"), use)),
            first,
            second);

    private static XElement? Product(Func<string, XName> name, string? code) => code is null
        ? null
        : new XElement(name("Product"), Value(name("Categorie"), code[..2]), Value(name("Code"), code));

    private static XElement? Value(XName name, string? text) => text is null ? null : new XElement(name, text);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Func<string, XName> Names(string kind)
    {
        XNamespace space = $"http://www.istandaarden.nl/ijw/3_2/{kind}/schema";
        return name => space + name;
    }
}
