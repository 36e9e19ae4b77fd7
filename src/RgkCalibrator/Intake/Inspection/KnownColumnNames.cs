using System.Text;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Intake.Inspection;

/// <summary>What Dutch exports call the canonical columns.</summary>
internal static class KnownColumnNames
{
    // The most telling names first; compared without accents, case, spaces and signs.
    private static readonly Dictionary<CanonicalColumn, string> Known = new()
    {
        [CanonicalColumn.ClientId] =
            "pseudoniem clientnummer clientid client clientcode clientnr kind jeugdige bsn burgerservicenummer "
            + "persoonsnummer uniekid",
        [CanonicalColumn.ProductCode] = "productcode product prestatiecode prestatie zorgcode productid",
        [CanonicalColumn.StartDate] =
            "begindatum startdatum ingangsdatum begindatumprestatie begindatumdeclaratie begindatumperiode "
            + "datumbegin datumvan van periodebegin periodevan datumvanaf vanaf start begin",
        [CanonicalColumn.EndDate] =
            "einddatum einddatumprestatie einddatumdeclaratie einddatumperiode datumeind datumeinde datumtot "
            + "datumtotenmet tot totenmet tm periodeeind periodeeinde periodetot eind einde",
        [CanonicalColumn.Volume] =
            "volume aantal geleverdvolume gedeclareerdvolume hoeveelheid aantaleenheden omvang inzet "
            + "aantalgedeclareerd",
        [CanonicalColumn.Unit] = "eenheid volumeeenheid eenheidcode eenheidvolume declaratieeenheid tariefeenheid unit",
        [CanonicalColumn.ProviderId] =
            "agbcode agb aanbiedercode aanbiederagb aanbieder zorgaanbieder zorgaanbiedercode jeugdhulpaanbieder "
            + "leverancier instelling",
        [CanonicalColumn.BirthDate] = "geboortedatum gebdatum gebdat geboren",
        [CanonicalColumn.BirthYear] = "geboortejaar gebjaar",
        [CanonicalColumn.DebitCredit] =
            "debetcredit debitcredit indicatiedebetcredit indicatiedebitcredit dc creditdebet",
        [CanonicalColumn.LineId] =
            "referentienummer referentieprestatie regelnummer regelid declaratieregel declaratieregelnummer "
            + "prestatiereferentie referentie",
        [CanonicalColumn.CreditsLineId] =
            "referentievorigeprestatie vorigreferentienummer voorgaandreferentienummer crediteertregel "
            + "creditreferentie",
        [CanonicalColumn.AssignmentId] = "toewijzingsnummer toewijzingnummer toewijzing beschikkingsnummer beschikking",
        [CanonicalColumn.Amount] = "bedrag gedeclareerdbedrag ingediendbedrag bedragexclbtw totaalbedrag",
        [CanonicalColumn.Municipality] = "gemeentecode gemeente cbscode",
        [CanonicalColumn.Location] = "locatie vestiging",
        [CanonicalColumn.Intervention] = "interventie",
        [CanonicalColumn.CareStart] =
            "startzorg datumstartzorg begindatumzorg startdatumzorg feitelijkestart startdatumjeugdhulp "
            + "aanvangzorg",
        [CanonicalColumn.CareEnd] =
            "stopzorg datumstopzorg einddatumzorg feitelijkeind feitelijkeeinde einddatumjeugdhulp eindezorg",
        [CanonicalColumn.EndReason] = "redenbeeindiging redeneinde redenstop beeindigingsreden",
    };

    /// <summary>The name that most likely is a canonical column; null where none is known.</summary>
    internal static string? Suggest(CanonicalColumn column, IReadOnlyList<string> names)
    {
        string[] known = [Plain(column.Name()), .. Known[column].Split(' ')];
        return known.Select(word => names.FirstOrDefault(name => Plain(name) == word))
            .FirstOrDefault(name => name is not null);
    }

    private static string Plain(string name) =>
        string.Concat(
            name.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
