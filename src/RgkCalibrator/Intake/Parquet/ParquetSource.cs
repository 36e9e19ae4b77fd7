using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>A Parquet file, read by the engine.</summary>
internal sealed record ParquetSource(int Number, ParquetSchema Schema, long Rows, ColumnPlan Columns, bool IsSynthetic)
    : SourceFile(Number, Schema.File, Rows, Columns, IsSynthetic)
{
    private readonly int[] _places = PlacesOf(Columns, ParquetSinks.For(Columns, Schema));

    internal override Wording Kind { get; } = Wording.Same("Parquet");

    internal override IReadOnlyList<Wording> Evidence { get; } =
        [new(
            "Namen en typen van de kolommen staan in het bestand zelf.",
            "The file itself says the names and types of its columns.")];

    private readonly MappedValues?[] _values =
        [.. Columns.Columns.Select(column => HasValues(column) ? new MappedValues(column.Mapped) : null)];

    /// <summary>What the engine is asked for: the planned columns in their order, and the row's number.</summary>
    internal IReadOnlyList<SinkColumn> Sinks { get; } = ParquetSinks.For(Columns, Schema);

    /// <summary>
    /// Reads the metadata; of columns that come as text also the values, to see which format they have.
    /// </summary>
    /// <exception cref="CalibrationException">It is no whole Parquet file, or its columns do not fit.</exception>
    internal static ParquetSource Open(
        Session session, int number, string path, ColumnMapping mapping, CancellationToken stop) =>
        ParquetMistakes.Guard(path, () =>
    {
        var rows = session.Number(
            $"SELECT CAST(sum(num_rows) AS BIGINT) FROM parquet_file_metadata({ParquetSql.Literal(path)})", stop);
        var schema = ParquetSchema.Read(session, path, stop);
        var plan = ColumnPlan.Make(schema.File, schema.Names, mapping);
        var evidence = new ParquetEvidence(session, schema, stop);
        var (decided, readings) = new FormatDecision(schema.File, evidence.Collect(plan), evidence.TypeOf).Decide(plan);
        if (evidence.HasEuros(decided))
            (decided, readings) = MoneyUnit.InEuros(decided, readings);
        return new ParquetSource(number, schema, rows, decided, schema.SaysSynthetic(session, stop))
        {
            Readings = readings,
            Names = schema.Names,
        };
    });

    internal override IReadOnlyList<byte[]> ClientsAt(Session session, Stretch stretch, CancellationToken stop)
    {
        // From the middle of the stretch.
        var rows = Math.Max(1, Math.Min(stretch.Rows, stretch.Most));
        var first = stretch.First + ((stretch.Rows - rows) / 2);
        var (from, to) = (Numbers.Whole(first), Numbers.Whole(first + rows - 1));
        var step = Numbers.Whole(Math.Max(1, rows / DataChunk.Capacity));
        const string number = ParquetSchema.RowNumber;
        // Row groups outside the stretch are not read.
        var sql = $"SELECT {Sinks[Columns.IndexOf(CanonicalColumn.ClientId)].Sql} FROM " + (Schema.HasRowNumber
            ? $"{ParquetSql.Rows(Schema.Path)} LIMIT {DataChunk.Capacity}"
            : $"{Schema.NumberedRows} WHERE {number} BETWEEN {from} AND {to} AND {number} % {step} = 0");
        var ids = ParquetMistakes.Guard(Schema.Path, () => session.Rows(sql, stop));
        return [.. ids.Select(row => row[0]).OfType<string>().Select(Encoding.UTF8.GetBytes)];
    }

    internal override long Read(Session session, ReaderPool pool, RunSettings run) =>
        ParquetMistakes.Guard(Schema.Path, () =>
    {
        var handed = RowSink.Read(session, Sinks, Schema.NumberedRows, chunk => Take(chunk, pool), run.Stop);
        return handed == Rows || RowsOfGroups(session, run.Stop) == Rows
            ? handed
            : throw ParquetMistakes.Broken(Schema.Path);
    });

    // A file is broken whose row groups do not have the rows that its footer says: then no rows were lost here.
    private long RowsOfGroups(Session session, CancellationToken stop) => session.Number(
        "SELECT CAST(sum(rows) AS BIGINT) FROM (SELECT DISTINCT row_group_id, row_group_num_rows AS rows "
        + $"FROM parquet_metadata({ParquetSql.Literal(Schema.Path)}))",
        stop);

    // Columns of days and numbers that come as text, years, and texts that stand for others are read into the buffer.
    private static int[] PlacesOf(ColumnPlan plan, IReadOnlyList<SinkColumn> sinks)
    {
        var places = RowAssembly.NoPlaces();
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            var column = plan.Columns[i].Column;
            places[(int)column] = column.Kind() switch
            {
                ColumnKind.Year => plan.Has(CanonicalColumn.BirthDate) ? RowAssembly.Absent : RowAssembly.InBuffer,
                ColumnKind.Day when sinks[i].Type == LogicalType.Varchar => RowAssembly.InBuffer,
                ColumnKind.Text when HasValues(plan.Columns[i]) => RowAssembly.InBuffer,
                _ => i,
            };
        }

        return places;
    }

    private static bool HasValues(PlannedColumn column) => column is { Constant: null, Mapped.Values.Count: > 0 };

    // A chunk lies on the engine's stack: no lambda can capture it.
    private void Take(DataChunk chunk, ReaderPool pool)
    {
        var reader = pool.Lend();
        Fill(in chunk, reader.Buffer);
        reader.Read(new RowAssembly(chunk.Count, _places, reader.Buffer, chunk).Assemble(), Number);
        pool.Return(reader);
    }

    /// <summary>Puts into a buffer what the engine does not hand over in the form that lines need.</summary>
    private void Fill(in DataChunk chunk, RowBuffer buffer)
    {
        var numbers = chunk.Column(Columns.Columns.Count).Values<long>();
        for (var row = 0; row < chunk.Count; row++)
            buffer.Numbers[row] = numbers[row] + 1;
        for (var i = 0; i < Columns.Columns.Count; i++)
        {
            var planned = Columns.Columns[i];
            var kind = planned.Column.Kind();
            if (kind == ColumnKind.Number)
                SetTicks(chunk.Column(i), chunk.Count, Sinks[i].Type, planned, buffer);
            else if (_places[(int)planned.Column] != RowAssembly.InBuffer)
                continue;
            else if (_values[i] is { } values)
                values.Fill(chunk.Column(i), chunk.Count, buffer.Texts(planned.Column));
            else if (kind == ColumnKind.Year)
                buffer.DaysOfYears(chunk.Column(i), chunk.Count);
            else
                buffer.Days(planned.Column, chunk.Column(i), chunk.Count, planned.Mapped.Format ?? default);
        }
    }

    private static void SetTicks(
        Column numbers, int count, LogicalType type, PlannedColumn planned, RowBuffer buffer)
    {
        var ticks = buffer.TicksOf(planned.Column);
        if (type == LogicalType.Varchar)
        {
            RowBuffer.ToTicks(numbers, count, planned.Mapped.Format ?? default, ticks);
            return;
        }

        VolumeColumn.ToTicks(numbers, type, ticks);
        for (var row = 0; row < count && numbers.HasNulls; row++)
        {
            if (numbers.IsNull(row))
                ticks[row] = VolumeColumn.Bad;
        }
    }
}
