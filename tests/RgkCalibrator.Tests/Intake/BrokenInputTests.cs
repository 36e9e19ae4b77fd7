using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Parquet;

namespace RgkCalibrator.Tests.Intake;

public sealed class BrokenInputTests
{
    // Stands in every cell; no message may hold it.
    private const string Marker = "GEHEIM";

    private const string Rows = """
        SELECT 'GEHEIM-client' || i AS client_id, 'GEHEIM' AS product_code,
               DATE '2019-01-01' AS start_date, DATE '2019-01-31' AS end_date,
               1.5 AS volume, 'uur' AS unit, 'GEHEIM' AS provider_id, DATE '2008-01-01' AS birth_date
        FROM range(20) AS t(i)
        """;

    [Theory]
    [InlineData("* EXCLUDE (client_id)", "client_id")]
    [InlineData("* EXCLUDE (product_code)", "product_code")]
    [InlineData("* EXCLUDE (start_date)", "start_date")]
    [InlineData("* EXCLUDE (end_date)", "end_date")]
    [InlineData("* EXCLUDE (volume)", "volume")]
    [InlineData("* EXCLUDE (unit)", "unit")]
    [InlineData("* EXCLUDE (unit, volume)", "volume, unit")]
    [InlineData("* RENAME (unit AS eenheid)", "unit")]
    [InlineData("* REPLACE (1.5 AS client_id)", "client_id")]
    [InlineData("* REPLACE ([client_id] AS client_id)", "client_id")]
    [InlineData("* REPLACE ({'GEHEIM': client_id} AS product_code)", "product_code")]
    [InlineData("* REPLACE (DATE '2019-01-01' AS unit)", "unit")]
    [InlineData("* REPLACE ([DATE '2019-01-01'] AS end_date)", "end_date")]
    [InlineData("* REPLACE (true AS volume)", "volume")]
    [InlineData("* REPLACE ([1.5] AS volume)", "volume")]
    [InlineData("* REPLACE (1.5 AS provider_id)", "provider_id")]
    public void A_column_that_is_missing_or_of_another_kind_is_named(string columns, string column)
    {
        using var reading = new Reading();

        var refused = Refused(
            reading, reading.WriteQuery($"SELECT {columns} FROM ({Rows})", path: reading.Folder["aanbieder.parquet"]));

        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        Assert.Equal("aanbieder.parquet", refused.Where);
        Assert.Contains(" " + column + " ", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains(" " + column + " ", refused.What.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* REPLACE ('GEHEIM' AS start_date)", "start_date", "format: iso | day-first")]
    [InlineData("* REPLACE ('04-25-2019' AS end_date)", "end_date", "format: day-first | month-first }")]
    [InlineData("* REPLACE ('GEHEIM' AS volume)", "volume", "decimal: decimal-comma | decimal-point }")]
    [InlineData("* REPLACE ('1.234' AS volume)", "volume", "decimal: decimal-comma | decimal-point }")]
    [InlineData("* REPLACE ('GEHEIM' AS birth_date)", "birth_date", "format: ")]
    [InlineData("*, 'GEHEIM' AS care_start", "care_start", "format: ")]
    [InlineData("*, CAST('GEHEIM' AS ENUM ('GEHEIM')) AS care_end", "care_end", "format: ")]
    public void Text_that_may_be_more_than_one_thing_is_a_question(string columns, string column, string answer)
    {
        using var reading = new Reading();

        var refused = Refused(
            reading, reading.WriteQuery($"SELECT {columns} FROM ({Rows})", path: reading.Folder["aanbieder.parquet"]));

        Assert.Equal((ExitCode.WrongUse, $"aanbieder.parquet, {column}"), (refused.ExitCode, refused.Where));
        Assert.Contains($"{column}: {{ column: {column}, {answer}", refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.Contains($"{column}: {{ column: {column}, {answer}", refused.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused_wherever_it_is_cut()
    {
        using var reading = new Reading();
        var whole = File.ReadAllBytes(reading.WriteQuery(Rows, ", COMPRESSION uncompressed"));
        for (var length = 0; length < whole.Length; length += 10)
            RefusedAsUnreadable(reading, whole[..length]);
    }

    [Theory]
    [InlineData("Out of Memory Error: failed to allocate data of size 16.0 MiB (GEHEIM)")]
    [InlineData("IO Error: Could not write all bytes to file: No space left on device")]
    public void A_machine_without_room_is_not_told_as_a_broken_file(string message)
    {
        var refused = ParquetMistakes.Refused("a.parquet", new EngineException(message));

        Assert.Equal((ExitCode.Files, "a.parquet"), (refused.ExitCode, refused.Where));
        Assert.DoesNotContain("heel Parquet", refused.What.Dutch, StringComparison.Ordinal);
        IsInOrder(refused);
    }

    [Fact]
    public void A_file_with_a_byte_changed_is_read_or_refused_but_never_ends_the_process()
    {
        using var reading = new Reading();
        var whole = File.ReadAllBytes(reading.WriteQuery(Rows, ", COMPRESSION uncompressed"));
        var path = reading.Folder["changed.parquet"];
        for (var place = 0; place < whole.Length; place += 7)
        {
            var changed = (byte[])whole.Clone();
            changed[place] ^= 0x55;
            File.WriteAllBytes(path, changed);

            if (Record.Exception(() => reading.LedgerOf(path)) is { } thrown)
                IsInOrder(Assert.IsType<CalibrationException>(thrown));
        }
    }

    [Theory]
    [InlineData("client_id;product_code;start_date\nGEHEIM;GEHEIM;GEHEIM\n")]
    [InlineData("PAR1PAR1")]
    [InlineData("PAR1 GEHEIM GEHEIM GEHEIM PAR1")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void What_only_bears_the_name_is_refused(string content)
    {
        using var reading = new Reading();

        RefusedAsUnreadable(reading, Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public void A_column_with_more_values_than_providers_there_are_is_refused()
    {
        using var reading = new Reading();

        var refused = Refused(reading, reading.WriteQuery(
            $"SELECT f.* REPLACE ('GEHEIM' || i AS provider_id) FROM range(70000) AS t(i), ({Rows} LIMIT 1) AS f"));

        Assert.Equal((ExitCode.WrongUse, "provider_id"), (refused.ExitCode, refused.Where));
    }

    [Fact]
    public void A_column_with_more_values_than_products_there_are_is_refused()
    {
        using var reading = new Reading();

        var refused = Refused(reading, reading.WriteQuery(
            $"SELECT f.* REPLACE ('GEHEIM' || i AS product_code) FROM range(70000) AS t(i), ({Rows} LIMIT 1) AS f"));

        Assert.Equal((ExitCode.WrongUse, "product_code"), (refused.ExitCode, refused.Where));
    }

    [Fact]
    public void Memory_in_which_no_lines_fit_at_all_is_refused_with_the_figure()
    {
        using var reading = new Reading();
        var path = reading.WriteQuery($"SELECT f.* FROM range(100000) AS t(i), ({Rows}) AS f");

        var refused = Assert.Throws<CalibrationException>(() =>
        {
            using var declarations = reading.Read(
                [path], Reading.AllProducts, RunSettings.Default with { MaxMemory = 40_000 });
            declarations.ReadToEnd();
        });

        Assert.Equal((ExitCode.WrongUse, "--max-memory"), (refused.ExitCode, refused.Where));
        Assert.Contains(" 0 MB", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains(" 0 MB", refused.What.English, StringComparison.Ordinal);
        IsInOrder(refused);
    }

    [Fact]
    public void A_line_and_its_share_of_a_trajectory_take_48_bytes_and_more_with_what_is_kept_beside_it()
    {
        Assert.Equal(48, MemoryNeed.BytesWithTrajectory(LineExtras.None));
        Assert.Equal(56, MemoryNeed.BytesWithTrajectory(LineExtras.CareDates));
        Assert.Equal(96, MemoryNeed.BytesWithTrajectory(LineExtras.CareDates | LineExtras.Ids | LineExtras.Notes));
        Assert.Equal(56, MemoryNeed.BytesWithTrajectory(LineExtras.Amounts));
    }

    [Fact]
    public void A_reading_that_is_asked_to_stop_stops()
    {
        using var reading = new Reading();
        var path = reading.WriteQuery($"SELECT f.* FROM range(50000) AS t(i), ({Rows}) AS f");
        using var before = new CancellationTokenSource();
        using var during = new CancellationTokenSource();
        before.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => reading.Read([path], Reading.AllProducts, RunSettings.Default with { Stop = before.Token }));
        Assert.ThrowsAny<OperationCanceledException>(() => reading.Read(
            [path],
            Reading.AllProducts,
            RunSettings.Default with { Stop = during.Token, Progress = _ => during.Cancel() }));
    }

    [Fact]
    public void Progress_counts_every_row()
    {
        using var reading = new Reading();
        var path = reading.WriteQuery($"SELECT f.* FROM range(1000) AS t(i), ({Rows}) AS f");
        var rows = 0L;

        reading.Read(
            [path, path],
            Reading.AllProducts,
            RunSettings.Default with { Progress = read => Interlocked.Add(ref rows, read) }).Dispose();

        Assert.Equal(40_000, rows);
    }

    private static void RefusedAsUnreadable(Reading reading, byte[] content)
    {
        var path = reading.Folder["broken.parquet"];
        File.WriteAllBytes(path, content);

        var refused = Refused(reading, path);

        Assert.Equal((ExitCode.Files, "broken.parquet"), (refused.ExitCode, refused.Where));
    }

    private static CalibrationException Refused(Reading reading, string path)
    {
        var refused = Assert.Throws<CalibrationException>(() => reading.Read(path));
        IsInOrder(refused);
        return refused;
    }

    /// <summary>Both languages say what and what to do, they differ, and neither holds a cell.</summary>
    private static void IsInOrder(CalibrationException refused)
    {
        string[] texts = [refused.What.Dutch, refused.What.English, refused.Remedy.Dutch, refused.Remedy.English];

        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(4, texts.Distinct().Count());
        Assert.All(
            [.. texts, refused.Where, refused.Message],
            text => Assert.DoesNotContain(Marker, text, StringComparison.Ordinal));
        Assert.NotEmpty(refused.Where);
    }
}
