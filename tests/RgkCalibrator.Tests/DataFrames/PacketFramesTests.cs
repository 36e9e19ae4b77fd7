using System.Globalization;
using Microsoft.Data.Analysis;
using Parquet;
using RgkCalibrator.DataFrames;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.DataFrames;

/// <summary>A packet as analysts read it in C#: the same numbers by every way.</summary>
public sealed class PacketFramesTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _folder.Dispose();
    }

    [Theory]
    [InlineData("estimates", "")]
    [InlineData("estimates", "nl-NL")]
    [InlineData("lines", "")]
    [InlineData("lines", "nl-NL")]
    public void Parquet_read_by_another_library_equals_the_csv_cell_by_cell(string name, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var csv = FrameText.OfCsv(File.ReadAllText(Path.Combine(SmallRegion.Packet, "intern", name + ".csv")));

        var frame = PacketFrames.Read(SmallRegion.Packet, name);

        Assert.True(frame.Rows.Count > 20);
        Assert.Equal(csv, FrameText.Of(frame));
    }

    [Theory]
    [InlineData("estimates", "text text text double text text long long double double double double bool")]
    [InlineData(
        "trajectories",
        "text text text int day day int double text int bool bool int bool int text bool bool bool")]
    public async Task Numbers_are_numbers_flags_booleans_and_days_days_to_every_reader(string name, string types)
    {
        var schema = await ParquetReader.ReadSchemaAsync(Path.Combine(SmallRegion.Packet, "intern", name + ".parquet"));

        Assert.Equal(types, string.Join(' ', schema.DataFields.Select(field => field.ClrType.Name switch
        {
            "ReadOnlyMemory`1" => "text",
            "Int32" => "int",
            "Int64" => "long",
            "Double" => "double",
            "Boolean" => "bool",
            "DateTime" or "DateOnly" => "day",
            var other => other,
        })));
    }

    [Fact]
    public void Trajectories_estimates_and_lines_are_the_same_from_memory_and_from_a_packet()
    {
        var trajectories = Calibration.Trajectories(
            [SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread);
        var draft = Calibration.Draft(trajectories, SmallRegion.Settings);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");

        Assert.Equal(
            FrameText.Of(PacketFrames.Read(SmallRegion.Packet, "trajectories")),
            FrameText.Of(trajectories.ToDataFrame()));
        Assert.Equal(
            FrameText.Of(PacketFrames.Read(SmallRegion.Packet, "estimates")),
            FrameText.Of(draft.Estimates.ToDataFrame()));
        Assert.Equal(
            FrameText.Of(PacketFrames.Read(SmallRegion.Packet, "lines")), FrameText.Of(draft.Lines.ToDataFrame()));
    }

    [Fact]
    public void Columns_have_the_same_types_from_memory_and_from_a_packet()
    {
        static IEnumerable<Type> Types(DataFrame frame) => frame.Columns.Select(column => column.GetType());
        var trajectories = Calibration.Trajectories(
            [SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal(Types(PacketFrames.Read(SmallRegion.Packet, "trajectories")), Types(trajectories.ToDataFrame()));
        Assert.Equal(
            Types(PacketFrames.Read(SmallRegion.Packet, "estimates")),
            Types(Calibration.Draft(trajectories, SmallRegion.Settings).Estimates.ToDataFrame()));
    }

    [Fact]
    public void Trajectories_chosen_by_hand_keep_their_order_and_their_values()
    {
        var trajectories = Calibration.Trajectories(
            [SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal(FrameText.Of(trajectories.ToDataFrame()), FrameText.Of(trajectories.Rows().ToDataFrame()));
        var last = trajectories.Rows().Where(row => row.ProductCode == "45C02").TakeLast(2).Reverse().ToDataFrame();
        Assert.Equal(2, last.Rows.Count);
        Assert.True(string.CompareOrdinal((string)last[0, 0], (string)last[1, 0]) >= 0);
    }

    [Fact]
    public void What_a_file_leaves_out_is_null_in_a_frame()
    {
        var frame = PacketFrames.Read(SmallRegion.Packet, "trajectories");

        Assert.Equal(frame.Rows.Count, frame["provider_id"].NullCount);
        Assert.Equal(0, frame["client_id"].NullCount);
        Assert.InRange(frame["event"].NullCount, 0, frame.Rows.Count - 1);
        Assert.Equal(frame["event"].NullCount, frame["time_days"].NullCount);
        Assert.InRange(frame["with_stay"].NullCount, 1, frame.Rows.Count - 1);
    }

    [Fact]
    public void Trajectories_split_by_provider_name_it()
    {
        var catalogue = SmallRegion.Settings.Catalogue;
        var split = SmallRegion.Settings with
        {
            Catalogue = catalogue.With(catalogue.Trajectories with { SplitByProvider = true }),
        };
        var trajectories = Calibration.Trajectories([SmallRegion.Declarations], split, SmallRegion.OneThread);

        var frame = trajectories.ToDataFrame();

        Assert.Equal(trajectories.Rows().Select(row => row.ProviderId), frame.Columns.GetStringColumn("provider_id"));
    }

    [Fact]
    public void A_frame_can_be_changed_sorted_and_filtered()
    {
        var frame = PacketFrames.Read(SmallRegion.Packet, "trajectories");

        frame["volume"][0] = null;
        frame["lines"][0] = 7;

        Assert.Equal(1, frame["volume"].NullCount);
        Assert.Equal(7, frame["lines"][0]);
        Assert.Equal(
            frame.Columns.GetBooleanColumn("in_cohort").Count(flag => flag == true),
            frame.Filter(frame.Columns.GetBooleanColumn("in_cohort")).Rows.Count);
        Assert.Equal(frame["duration_days"].Max(), frame.OrderByDescending("duration_days")["duration_days"][0]);
    }

    [Fact]
    public void No_trajectories_estimates_or_lines_are_a_frame_of_columns_without_rows()
    {
        foreach (
            var frame in new[]
            {
                Array.Empty<TrajectoryRow>().ToDataFrame(),
                Array.Empty<MeasuredEstimate>().ToDataFrame(),
                Array.Empty<DraftLine>().ToDataFrame(),
            })
        {
            Assert.Equal(0, frame.Rows.Count);
            Assert.InRange(frame.Columns.Count, 13, 60);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_with_what_can_be_read()
    {
        var trouble = Assert.Throws<CalibrationException>(() => PacketFrames.Read(SmallRegion.Packet, "estimate"));

        Assert.Equal(ExitCode.Files, trouble.ExitCode);
        Assert.EndsWith("estimate.parquet", trouble.Where, StringComparison.Ordinal);
        Assert.Contains("trajectories, estimates", trouble.Remedy.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(400)]
    [InlineData(-1)]
    [InlineData(-9)]
    public void A_file_that_was_cut_short_is_told_without_what_stands_in_it(int length)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SmallRegion.Packet, "intern", "trajectories.parquet"));
        File.WriteAllBytes(_folder["uit.parquet"], length < 0 ? bytes[..^-length] : bytes[..length]);

        var trouble = Assert.Throws<CalibrationException>(() => PacketFrames.ReadFile(_folder["uit.parquet"]));

        Assert.Equal((ExitCode.Files, _folder["uit.parquet"]), (trouble.ExitCode, trouble.Where));
        Assert.Equal("Dit is geen heel Parquet-bestand van een pakket.", trouble.What.Dutch);
    }
}
