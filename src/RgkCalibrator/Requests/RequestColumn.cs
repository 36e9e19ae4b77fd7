using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Requests;

/// <summary>The columns that a list of requests is read by, whatever it calls them.</summary>
public enum RequestColumn
{
    /// <summary>The list's own number of the request.</summary>
    RequestId,

    /// <summary>The code of the product.</summary>
    ProductCode,

    /// <summary>How much.</summary>
    Volume,

    /// <summary>What the volume is counted in.</summary>
    Unit,

    /// <summary>How often the volume is given.</summary>
    Frequency,

    /// <summary>How long, in words.</summary>
    Duration,

    /// <summary>The first day.</summary>
    StartDate,

    /// <summary>The last day.</summary>
    EndDate,

    /// <summary>Full years at the start.</summary>
    Age,

    /// <summary>The birth date, which gives the age at the first day.</summary>
    BirthDate,

    /// <summary>Whether there is a stay.</summary>
    WithStay,

    /// <summary>A first or a follow-up trajectory.</summary>
    Order,

    /// <summary>Where the care is given.</summary>
    Location,

    /// <summary>The intervention.</summary>
    Intervention,

    /// <summary>The municipality.</summary>
    Municipality,

    /// <summary>The provider.</summary>
    ProviderId,

    /// <summary>The duration of the longest trajectory beside it.</summary>
    Concurrent,

    /// <summary>Where the rows come from: <c>synthetic</c> for rows that are made up.</summary>
    Origin,
}

/// <summary>The names of those columns.</summary>
internal static class RequestColumns
{
    // Of the messages JW315 (a request for care) and JW317 (a request for a change), and of exports of them.
    private static readonly Dictionary<RequestColumn, string[]> Own = new()
    {
        [RequestColumn.RequestId] =
        [
            "request_id", "Aanvraagnummer", "Verzoeknummer", "ReferentieAanbieder", "Referentie aanvraag",
        ],
        [RequestColumn.ProductCode] = ["product_code", "Product Code", "AangevraagdProduct Code"],
        [RequestColumn.Volume] = ["volume", "Omvang Volume", "Gevraagd volume", "Aangevraagd volume"],
        [RequestColumn.Unit] = ["unit", "Omvang Eenheid"],
        [RequestColumn.Frequency] = ["frequency", "Frequentie", "Omvang Frequentie"],
        [RequestColumn.Duration] = ["duration", "Duur", "Gevraagde duur", "Aangevraagde duur"],
        [RequestColumn.StartDate] =
        [
            "start_date", "ToewijzingIngangsdatum", "GewensteIngangsdatum", "Gewenste begindatum",
            "AangevraagdProduct ToewijzingIngangsdatum",
        ],
        [RequestColumn.EndDate] =
        [
            "end_date", "ToewijzingEinddatum", "GewensteEinddatum", "Gewenste einddatum",
            "AangevraagdProduct ToewijzingEinddatum",
        ],
        [RequestColumn.Age] = ["age", "Leeftijd"],
        [RequestColumn.BirthDate] = ["birth_date"],
        [RequestColumn.WithStay] = ["with_stay", "Met verblijf", "Verblijf"],
        [RequestColumn.Order] = ["order", "Volgorde", "Eerste of vervolg", "Soort traject"],
        [RequestColumn.Location] = ["location"],
        [RequestColumn.Intervention] = ["intervention"],
        [RequestColumn.Municipality] = ["municipality"],
        [RequestColumn.ProviderId] = ["provider_id"],
        [RequestColumn.Concurrent] = ["concurrent", "Langste traject ernaast", "Duur ernaast"],
        [RequestColumn.Origin] = ["rgk_origin"],
    };

    private static readonly Dictionary<RequestColumn, CanonicalColumn> Declared = new()
    {
        [RequestColumn.ProductCode] = CanonicalColumn.ProductCode,
        [RequestColumn.Volume] = CanonicalColumn.Volume,
        [RequestColumn.Unit] = CanonicalColumn.Unit,
        [RequestColumn.StartDate] = CanonicalColumn.StartDate,
        [RequestColumn.EndDate] = CanonicalColumn.EndDate,
        [RequestColumn.BirthDate] = CanonicalColumn.BirthDate,
        [RequestColumn.Location] = CanonicalColumn.Location,
        [RequestColumn.Intervention] = CanonicalColumn.Intervention,
        [RequestColumn.Municipality] = CanonicalColumn.Municipality,
        [RequestColumn.ProviderId] = CanonicalColumn.ProviderId,
    };

    private static readonly Lazy<Dictionary<string, (RequestColumn Column, int Rank)>> ByName = new(MakeByName);

    /// <summary>What programs call a column.</summary>
    internal static string Name(this RequestColumn column) => Own[column][0];

    /// <summary>The column that a name stands for; null where it is none.</summary>
    internal static RequestColumn? Of(string name) =>
        ByName.Value.TryGetValue(KnownColumnNames.Plain(name), out var found) ? found.Column : null;

    /// <summary>The columns of a header, each by the name that it has there.</summary>
    internal static Dictionary<RequestColumn, string> In(IReadOnlyList<string> header) =>
        header.Select(name => (Name: name, Plain: KnownColumnNames.Plain(name)))
            .Where(one => ByName.Value.ContainsKey(one.Plain))
            .GroupBy(one => ByName.Value[one.Plain].Column)
            .ToDictionary(same => same.Key, same => same.MinBy(one => ByName.Value[one.Plain].Rank).Name);

    /// <summary>Whether names are the header of a list of requests.</summary>
    internal static bool AreHeader(IReadOnlyList<string> names)
    {
        var found = In(names);
        return found.ContainsKey(RequestColumn.ProductCode) && found.ContainsKey(RequestColumn.Volume)
            && (found.ContainsKey(RequestColumn.Duration)
                || (found.ContainsKey(RequestColumn.StartDate) && found.ContainsKey(RequestColumn.EndDate)));
    }

    private static Dictionary<string, (RequestColumn Column, int Rank)> MakeByName()
    {
        var names = new Dictionary<string, (RequestColumn, int)>(StringComparer.Ordinal);
        foreach (var column in Enum.GetValues<RequestColumn>())
        {
            IEnumerable<string> known = Own[column].Select(KnownColumnNames.Plain);
            if (Declared.TryGetValue(column, out var declared))
            {
                known = known.Concat(KnownColumnNames.All
                    .Where(one => one.Columns is [var only] && only == declared).Select(one => one.Plain));
            }

            foreach (var (rank, name) in known.Index())
                names.TryAdd(name, (column, rank));
        }

        return names;
    }
}
