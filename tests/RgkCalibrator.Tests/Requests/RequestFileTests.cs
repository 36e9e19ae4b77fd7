using System.IO.Compression;
using System.Text;
using RgkCalibrator.Requests;
using RgkCalibrator.Tests.Intake.Copies;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Requests;

/// <summary>Lists of requests as they come.</summary>
public sealed class RequestFileTests : IDisposable
{
    private const string Header = "request_id,product_code,start_date,end_date,duration,volume,unit,frequency,"
        + "birth_date,age,with_stay,order,location,concurrent\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_canonical_columns_are_read()
    {
        var request = Single(Header
            + "R-1,41A03,2025-09-01,2026-08-31,,60.5,dagdeel,per week,2022-09-02,,ja,vervolg,KDC,18 maanden\n");

        Assert.Equal(new RequestedVolume(60.5m, RgkCalibrator.Intake.Lines.CareUnit.Dagdeel, VolumeFrequency.PerWeek),
            request.Volume);
        Assert.Equal(new Period(new(2025, 9, 1), new(2026, 8, 31)), request.Duration.Period);
        // A day before the birthday.
        Assert.Equal(
            new RequestFacts
            {
                Age = 2,
                WithStay = true,
                Order = CareOrder.FollowUp,
                IsConcurrent = true,
                Location = "KDC",
            },
            request.Facts);
        Assert.Equal(DurationStep.Months(18), request.LongestBeside);
    }

    [Theory]
    [InlineData("ProductCode;ToewijzingIngangsdatum;ToewijzingEinddatum;Volume;Eenheid;Frequentie")]
    [InlineData("Product Code;GewensteIngangsdatum;ToewijzingEinddatum;Omvang_Volume;Omvang_Eenheid;Omvang_Frequentie")]
    [InlineData("PRODUCTCODE;Ingangsdatum;Einddatum;Omvang;Eenheid;Frequentie")]
    public void The_fields_of_requests_in_iJw_are_read(string header)
    {
        var request = Single(header + "\n45C02;01-09-2025;31-08-2026;70,5;01;2\n");

        Assert.Equal(new RequestedVolume(70.5m, RgkCalibrator.Intake.Lines.CareUnit.Minuut, VolumeFrequency.PerWeek),
            request.Volume);
        Assert.Equal(new Period(new(2025, 9, 1), new(2026, 8, 31)), request.Duration.Period);
    }

    [Theory]
    [InlineData("45C02,,,12 maanden,0,", RequestTrouble.BadVolume, RequestColumn.Volume)]
    [InlineData("45C02,,,12 maanden,1.234,", RequestTrouble.DoubtfulVolume, RequestColumn.Volume)]
    [InlineData("45C02,,,12 maanden,,", RequestTrouble.MissingVolume, RequestColumn.Volume)]
    [InlineData("45C02,,,12 maanden,NULL,", RequestTrouble.MissingVolume, RequestColumn.Volume)]
    [InlineData(",,,12 maanden,1,", RequestTrouble.MissingProduct, RequestColumn.ProductCode)]
    [InlineData("45C02,,,,1,", RequestTrouble.MissingDuration, RequestColumn.Duration)]
    [InlineData("45C02,2025-09-01,,,1,", RequestTrouble.MissingDuration, RequestColumn.Duration)]
    [InlineData("45C02,,,lang,1,", RequestTrouble.BadDuration, RequestColumn.Duration)]
    [InlineData("45C02,2025-02-30,2026-01-01,,1,", RequestTrouble.BadDate, RequestColumn.StartDate)]
    [InlineData("45C02,2025-02-01,2025-01-31,,1,", RequestTrouble.EndBeforeStart, RequestColumn.EndDate)]
    [InlineData("45C02,2025-02-01,2025-12-31,12 maanden,1,", RequestTrouble.TwoDurations, RequestColumn.Duration)]
    [InlineData("45C02,,,12 maanden,1,99", RequestTrouble.UnknownUnit, RequestColumn.Unit)]
    [InlineData("45C02,,,12 maanden,1,uur,te,veel", RequestTrouble.TooManyFields, null)]
    public void A_row_that_cannot_be_read_is_a_row_of_the_list_and_the_others_go_on(
        string row, RequestTrouble trouble, RequestColumn? column)
    {
        var list = Read(
            "product_code,start_date,end_date,duration,volume,unit\n45C02,,,1 week,1,\n" + row
                + "\n45C02,,,1 week,1,\n");

        Assert.Equal([null, trouble, null], list.Rows.Select(one => one.Trouble));
        Assert.Equal(column, list.Rows[1].Column);
        Assert.Equal([1, 2, 3], list.Rows.Select(one => one.Number));
        Assert.NotEqual(string.Empty, trouble.InWords().Dutch);
    }

    [Theory]
    [InlineData("frequency", "3", RequestTrouble.UnknownFrequency)]
    [InlineData("age", "31", RequestTrouble.BadAge)]
    [InlineData("age", "drie", RequestTrouble.BadAge)]
    [InlineData("birth_date", "2026-01-01", RequestTrouble.BadAge)]
    [InlineData("with_stay", "soms", RequestTrouble.NotYesOrNo)]
    [InlineData("order", "laatste", RequestTrouble.BadOrder)]
    [InlineData("concurrent", "lang", RequestTrouble.BadDuration)]
    public void A_fact_that_cannot_be_read_is_told(string column, string cell, RequestTrouble trouble)
    {
        var row = Read($"product_code,start_date,end_date,volume,{column}\n45C02,2025-01-01,2025-06-30,1,{cell}\n")
            .Rows[0];

        Assert.Equal((trouble, column), (row.Trouble, row.Column?.Name()));
    }

    [Fact]
    public void A_workbook_is_read_with_its_days_and_numbers_as_they_are()
    {
        var path = new TestWorkbook(new TestSheet(
            "Aanvragen",
            [],
            ["Lijst van september"],
            ["Verzoeknummer", "ProductCode", "ToewijzingIngangsdatum", "ToewijzingEinddatum", "Volume", "Naam"],
            ["V1", "54002", new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31), 1.234, "x"],
            ["V3", "54002", new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31), 60.3333333333333, "x"],
            ["V2", "54002", new DateOnly(2025, 9, 1), new DateOnly(2026, 9, 1), 48, "x"]))
            .Save(_folder["lijst.xlsx"]);

        var rows = RequestFile.Read(path, CancellationToken.None).Rows;

        Assert.Equal([4, 5, 6], rows.Select(row => row.Number));
        Assert.Equal(["V1", "V3", "V2"], rows.Select(row => row.Id));
        Assert.Equal([1.234m, 60.3333333333333m, 48m], rows.Select(row => row.Request!.Volume.Amount));
        Assert.Equal(new DateOnly(2026, 9, 1), rows[2].Request!.Duration.Period!.Last);
    }

    [Fact]
    public void A_list_in_gzip_is_read()
    {
        using (var zip = new GZipStream(File.Create(_folder["lijst.csv.gz"]), CompressionLevel.Fastest))
            zip.Write("product_code,duration,volume\n54002,1 jaar,48\n"u8);

        Assert.Single(RequestFile.Read(_folder["lijst.csv.gz"], CancellationToken.None).Rows);
    }

    [Theory]
    [InlineData("product_code,volume\n54002,1\n", ExitCode.WrongUse)]
    [InlineData("product_code,volume,duration\n", ExitCode.Files)]
    [InlineData("", ExitCode.Files)]
    [InlineData("volume,volume,product_code,duration\n1,2,54002,1 jaar\n", ExitCode.WrongUse)]
    public void A_file_that_is_no_list_is_refused(string text, ExitCode code) =>
        Assert.Equal(code, Assert.Throws<CalibrationException>(() => Read(text)).ExitCode);

    [Fact]
    public void A_message_itself_and_a_file_that_is_not_there_are_refused()
    {
        File.WriteAllText(_folder["a.xml"], "<Bericht/>");

        Assert.All(["a.xml", "geen.csv"], name => Assert.Throws<CalibrationException>(
            () => RequestFile.Read(_folder[name], CancellationToken.None)));
    }

    [Theory]
    [InlineData("R-1", "R-1")]
    [InlineData("2025/09_a.1", "2025/09_a.1")]
    [InlineData("Piet", "")]
    [InlineData("Piet 7", "")]
    [InlineData("=1+1", "")]
    [InlineData("@7", "")]
    public void An_own_number_is_copied_only_where_it_can_be_no_name_and_no_formula(string id, string copied) =>
        Assert.Equal(
            copied, Read($"request_id,product_code,duration,volume\n{id},54002,1 jaar,1\n").Rows[0].Id);

    [Fact]
    public void Own_numbers_that_look_like_service_numbers_are_not_copied_and_that_is_said()
    {
        // Made up, and passing the eleven-test.
        var list = Read(
            "request_id,product_code,duration,volume\n111222333,54002,1 jaar,1\n123456782,54002,1 jaar,1\n");

        Assert.All(list.Rows, row => Assert.Empty(row.Id));
        Assert.Single(list.Warnings);
    }

    [Fact]
    public void Rows_that_say_so_are_made_up_and_only_when_all_of_them_do()
    {
        const string Columns = "product_code,duration,volume,rgk_origin\n54002,1 jaar,1,synthetic\n";

        Assert.True(Read(Columns).IsSynthetic);
        Assert.False(Read(Columns + "54002,1 jaar,1,\n").IsSynthetic);
    }

    private CareRequest Single(string text)
    {
        var row = Assert.Single(Read(text).Rows);
        Assert.Null(row.Trouble);
        return row.Request!;
    }

    private RequestList Read(string text)
    {
        File.WriteAllText(_folder["lijst.csv"], text, new UTF8Encoding(false));
        return RequestFile.Read(_folder["lijst.csv"], CancellationToken.None);
    }
}
