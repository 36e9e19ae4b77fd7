using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Intake.Columns;

/// <summary>What Dutch exports call their columns is proposed, and what can be several is asked.</summary>
public sealed class KnownColumnNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_known_name_is_proposed_for_its_column_and_for_no_other()
    {
        Assert.True(KnownColumnNames.All.Count >= 150);
        foreach (var known in KnownColumnNames.All)
        {
            var proposed = CanonicalColumns.All
                .Where(column => KnownColumnNames.Suggest(column, [known.Name]) is not null).ToList();
            var asked = CanonicalColumns.All
                .Where(column => KnownColumnNames.Ask(column, [known.Name]).Any()).ToList();

            Assert.Equal(known.Columns.Count == 1 ? known.Columns : [], proposed);
            Assert.Equal(known.Columns.Count == 1 ? [] : known.Columns.Order(), asked);
        }
    }

    [Fact]
    public void No_name_stands_twice_however_it_is_written() =>
        Assert.Equal(
            KnownColumnNames.All.Count,
            KnownColumnNames.All.Select(known => KnownColumnNames.Plain(known.Name)).Distinct().Count());

    [Theory]
    [InlineData("CLIËNT-NR.")]
    [InlineData(" client nr ")]
    [InlineData("ClientNr")]
    [InlineData("cliënt_nr")]
    public void Case_accents_spaces_and_signs_of_a_name_do_not_count(string name) =>
        Assert.Equal(name, KnownColumnNames.Suggest(CanonicalColumn.ClientId, ["x", name]));

    [Fact]
    public void The_most_telling_of_several_names_is_proposed()
    {
        Assert.Equal(
            "Pseudoniem", KnownColumnNames.Suggest(CanonicalColumn.ClientId, ["BSN", "Pseudoniem", "Clientnr"]));
        Assert.Equal("client_id", KnownColumnNames.Suggest(CanonicalColumn.ClientId, ["Pseudoniem", "client_id"]));
    }

    // The elements of iJw stand in the schemas of Zorginstituut Nederland, the fields of Vektis in its EI standards;
    // the others are made up in the manner of exports.
    [Theory]
    [InlineData("Afzender;Ontvanger;Bsn;ProductReferentie;ToewijzingNummer;ProductCategorie;ProductCode;Begindatum;"
        + "Einddatum;GeleverdVolume;Eenheid;ProductTarief;IngediendBedrag;DebitCredit")] // JW323 3.2
    [InlineData("Bsn;Geboortedatum;ReferentieNummer;VorigReferentieNummer;ToewijzingNummer;ProductCode;"
        + "Prestatie Begindatum;Prestatie Einddatum;GeleverdVolume;Eenheid;IngediendBedrag;DebitCredit")] // JW323 3.0
    [InlineData("Burgerservicenummer (BSN) verzekerde;Datum geboorte verzekerde;Prestatiecode;Begindatum prestatie;"
        + "Einddatum prestatie;Aantal uitgevoerde prestaties;Eenheid;Indicatie debet/credit (01);Declaratiebedrag;"
        + "Zorgverlenerscode;Referentienummer dit prestatierecord")] // Vektis
    [InlineData("Clientnr (pseudo);Prod.code;Periode van;Periode t/m;Aantal;Eenh.;Afzender;Bedrag")]
    [InlineData("Pseudo-BSN;Zorgproduct;Startdatum levering;Einddatum levering;Geleverd volume;Eenheid (code);AGB")]
    [InlineData("Cliëntnummer;Voorziening;Ingangsdatum;Einddatum;Hoeveelheid;Volume-eenheid;Zorgaanbieder")]
    [InlineData("JEUGDIGE_ID;IJW_PRODUCTCODE;DATUM_VANAF;DATUM_TOT_EN_MET;AANTAL_EENHEDEN;EENHEID_CODE;AGB_CODE")]
    [InlineData("client;product;van;tot;aantal;eenheid;aanbieder;geboortejaar")]
    [InlineData("BSN hash;Code product;Begin periode;Einde periode;Gedeclareerd aantal;Soort eenheid;Crediteur")]
    [InlineData("Persoonssleutel;Artikelcode;Begindatum factuurregel;Einddatum factuurregel;Gefactureerd aantal;"
        + "Prijseenheid;Leveranciersnummer;Factuurregelnummer;Gefactureerd bedrag")]
    public void A_header_of_a_usual_layout_gives_a_whole_mapping(string header)
    {
        var names = header.Split(';');

        var proposed = CanonicalColumns.All.Select(column => KnownColumnNames.Suggest(column, names)).OfType<string>()
            .ToList();

        Assert.All(CanonicalColumns.Needed, column => Assert.NotNull(KnownColumnNames.Suggest(column, names)));
        Assert.Equal(proposed.Count, proposed.Distinct().Count());
        // What is left are the category and the price of a product.
        Assert.Empty(names.Except(proposed).Except(["ProductCategorie", "ProductTarief"]));
    }

    [Fact]
    public void A_name_of_several_meanings_is_asked_and_not_guessed()
    {
        var file = Write("Client;Product;Datum;Aantal;Eenheid;Code\nk;54002;1-3-2019;2;uur;x\n");

        var outcome = Outcome.Of("init", file, "--out", _folder["mapping.yaml"]);

        Assert.Equal(0, outcome.Code);
        var text = File.ReadAllText(_folder["mapping.yaml"]);
        Assert.Contains(
            "  # Misschien Datum: zo heet soms start_date, en soms end_date. Kijk het na.\n  # start_date:",
            text,
            StringComparison.Ordinal);
        Assert.Contains("niet gevonden: 2;", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n  product_code: Product  #", text, StringComparison.Ordinal);
        Assert.Contains("Misschien Code: zo heet soms provider_id", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_columns_have_other_names_is_told_which_are_probably_meant()
    {
        var file = Write(
            "Overzicht 2019\nCliëntnr;Prod.code;Van;T/m;Aantal;Eenheid\nGEHEIM;54002;1-3-2019;31-3-2019;2;uur\n");

        var outcome = Outcome.Of("derive", file, "--out", _folder["uit"]);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(
            "Waarschijnlijk bedoeld: Cliëntnr (client_id), Prod.code (product_code), Van (start_date), "
                + "T/m (end_date), Aantal (volume), Eenheid (unit).",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("GEHEIM", outcome.Error, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        File.WriteAllText(_folder["a.csv"], text);
        return _folder["a.csv"];
    }
}
