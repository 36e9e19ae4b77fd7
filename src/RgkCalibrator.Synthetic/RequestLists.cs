using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Rows;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Writes made-up requests twice, in the fields of JW315 as an export has them and in the canonical columns, and what
/// is right about each.
/// </summary>
internal static class RequestLists
{
    /// <summary>In a folder of their own, so that the region's folder holds declarations only.</summary>
    internal const string FieldsPath = "aanvragen/aanvragen-jw315.csv";

    internal const string CanonicalPath = "aanvragen/aanvragen.csv";
    internal const string TruthPath = "truth/requests.csv";

    private static readonly string[] Fields =
    [
        "ReferentieAanbieder", "ProductCode", "ToewijzingIngangsdatum", "ToewijzingEinddatum", "Volume", "Eenheid",
        "Frequentie", "Geboortedatum", "Verblijf", "Volgorde", "Locatie", "rgk_origin",
    ];

    private static readonly string[] Canonical =
    [
        "request_id", "product_code", "start_date", "end_date", "volume", "unit", "frequency", "birth_date",
        "with_stay", "order", "location", "rgk_origin",
    ];

    /// <summary>Writes the three files.</summary>
    /// <returns>Their names.</returns>
    internal static IReadOnlyList<string> Write(StagedOutput output, SyntheticSettings settings)
    {
        var requests = RequestDraws.Of(CatalogueFile.Haaglanden2025(), settings.Seed, settings.Requests).ToList();
        using (var text = new StreamWriter(output.PathOf(FieldsPath)) { NewLine = "\r\n" })
        {
            text.WriteLine(string.Join(';', Fields));
            foreach (var (i, request) in requests.Index())
                text.WriteLine(string.Join(';', AsFields(i, request)));
        }

        WriteCsv(CanonicalPath, Canonical, AsCanonical);
        WriteCsv(TruthPath, ["request_id", "product_code", "subgroup", "verdict", "reason"], AsTruth);
        return [FieldsPath, CanonicalPath, TruthPath];

        void WriteCsv(string path, string[] header, Func<int, SyntheticRequest, string[]> row)
        {
            using var file = File.Create(output.PathOf(path));
            var csv = new CsvWriter(file);
            csv.Header(header);
            foreach (var (i, request) in requests.Index())
            {
                foreach (var cell in row(i, request))
                    csv.Text(cell);
                csv.EndLine();
            }

            csv.Flush();
        }
    }

    private static string Id(int request) => "SYN-A" + Numbers.Whole(request + 1);

    private static string[] AsFields(int i, SyntheticRequest request) =>
    [
        Id(i), request.Code, Day(request.First, "dd-MM-yyyy"), Day(request.Last, "dd-MM-yyyy"),
        // As it is: it is to be read in two ways.
        request.Reason == "doubtful-volume"
            ? request.Volume
            : request.Volume.Replace('.', ','),
        request.Unit, request.Frequency, Day(request.Birth, "dd-MM-yyyy"),
        request.WithStay switch { null => string.Empty, true => "ja", false => "nee" },
        request.Order switch
        {
            CareOrder.First => "eerste",
            CareOrder.FollowUp => "vervolg",
            _ => string.Empty,
        },
        request.Location, SourceFile.SyntheticOrigin,
    ];

    private static string[] AsCanonical(int i, SyntheticRequest request) =>
    [
        Id(i), request.Code, Day(request.First, "yyyy-MM-dd"), Day(request.Last, "yyyy-MM-dd"), request.Volume,
        request.Unit, request.Frequency, Day(request.Birth, "yyyy-MM-dd"),
        request.WithStay switch { null => string.Empty, true => "yes", false => "no" },
        request.Order.Name(), request.Location, SourceFile.SyntheticOrigin,
    ];

    private static string[] AsTruth(int i, SyntheticRequest request) =>
        [Id(i), request.Code, request.Subgroup, request.Verdict, request.Reason];

    private static string Day(DateOnly? day, string form) =>
        day?.ToString(form, CultureInfo.InvariantCulture) ?? string.Empty;
}
