using System.Globalization;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Intake.Corpus;

/// <summary>A used line in words: the client, and then whatever else is known of it.</summary>
internal sealed record UsedLine(IReadOnlyList<string> Parts, CareUnit Unit, long Ticks)
{
    public override string ToString() => "used " + string.Join(", ", Parts);
}

/// <summary>What reading came to: a refusal, or lines with a ledger.</summary>
internal sealed record CorpusOutcome(
    CalibrationException? Refusal,
    IReadOnlyList<UsedLine> Lines,
    Ledger Ledger,
    IReadOnlyList<ColumnReading> Readings,
    Int128 Carried)
{
    /// <summary>Every word of it that is shown or written somewhere.</summary>
    internal IEnumerable<string> Shown()
    {
        if (Refusal is not null)
        {
            return
            [
                Refusal.Message, Refusal.Where, Refusal.What.Dutch, Refusal.What.English, Refusal.Remedy.Dutch,
                Refusal.Remedy.English,
            ];
        }

        using var rejected = new MemoryStream();
        InternFiles.WriteRejected(Ledger, rejected);
        return
        [
            Encoding.UTF8.GetString(rejected.ToArray()),
            .. Ledger.Files.Select(file => file.File),
            // The code of a product that is known is not a cell's text, but the catalogue's.
            .. Ledger.Parts.Select(part => part.Product).OfType<string>().Where(code => !CorpusFolder.IsKnown(code)),
            .. Readings.SelectMany(reading =>
                new[] { reading.Form.Dutch, reading.Form.English, reading.Evidence.Dutch, reading.Evidence.English }),
        ];
    }

    /// <summary>As a case would write it down.</summary>
    public override string ToString() => Refusal is not null
        ? $"refused {Refusal.ExitCode} {Refusal.Where}: {Refusal.What.Dutch} {Refusal.Remedy.Dutch}"
        : string.Join('\n', [
            .. Lines,
            .. Ledger.RejectedRows.Select(
                row => $"rejected {Ledger.Files[row.File].File} {row.Row} {row.Reason.Name()}"),
            .. new[] { RowOutcome.Netted, RowOutcome.Duplicate, RowOutcome.Excluded }.Select(
                place => $"{place.NameInFiles()} {Ledger.At(place).Rows}"),
            $"{Ledger.Remarks}",
            "carried " + Carried.ToString(CultureInfo.InvariantCulture),
            .. Readings.Select(reading => $"reads {reading.Column.Name()}: {reading.Form.Dutch}"),
        ]);
}

/// <summary>A session and a folder in which cases are read.</summary>
public sealed class CorpusFolder : IDisposable
{
    // 45A02 became 45C02 in 2021, when its code went to another product.
    private static readonly CodeBook Catalogue = new(
    [
        new("45C02", DateOnly.MaxValue, "45C02", CareUnit.Uur, ConvertsDagdelen: true),
        new("45A02", new DateOnly(2020, 12, 31), "45C02", CareUnit.Uur, ConvertsDagdelen: true),
        new("45A02", DateOnly.MaxValue, "45B07", CareUnit.Uur),
        new("41C01", DateOnly.MaxValue, "41C01", CareUnit.Dagdeel),
        new("41C05", DateOnly.MaxValue, "41C05", CareUnit.Dagdeel, ConvertsDagdelen: true),
        new("54002", DateOnly.MaxValue, "54002", CareUnit.Uur),
        new("43C10", DateOnly.MaxValue, "43C10", CareUnit.Etmaal),
    ]);

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session = Session.Open(SessionSettings.Default with { Threads = 2 });
    private int _cases;

    /// <summary>Whether the catalogue has a product.</summary>
    internal static bool IsKnown(string code) => Catalogue.Find(code, DateOnly.MaxValue) is not null;

    /// <summary>Writes the files of a case.</summary>
    internal IReadOnlyList<string> Write(CorpusCase given)
    {
        var folder = Directory.CreateDirectory(_folder[Numbers.Whole(++_cases)]).FullName;
        foreach (var file in given.Files)
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Bytes);
        return [.. given.Files.Select(file => Path.Combine(folder, file.Name))];
    }

    /// <summary>Reads a case.</summary>
    internal CorpusOutcome Read(CorpusCase given)
    {
        try
        {
            var mapping = given.Mapping is { } text ? MappingFile.Parse(text, "mapping.yaml") : ColumnMapping.None;
            var files = SourceFiles.Open(
                _session, [.. Write(given).Select(path => new InputFile(path))], mapping, CancellationToken.None);
            using var declarations = Declarations.Read(_session, files, SettingsOf(given), RunSettings.Default);
            return new CorpusOutcome(
                null,
                LinesOf(declarations),
                declarations.Ledger,
                [.. files.SelectMany(file => file.Readings)],
                declarations.VolumeCarried);
        }
        catch (CalibrationException refused)
        {
            return new CorpusOutcome(refused, [], Ledger.Empty, [], 0);
        }
    }

    /// <summary>The lines that stayed, in words, in the order of those.</summary>
    internal static IReadOnlyList<UsedLine> LinesOf(Declarations declarations)
    {
        var lines = new List<UsedLine>();
        for (var partition = 0; partition < ClientRanges.Count; partition++)
        {
            foreach (var block in declarations.Lines.Blocks(partition))
            {
                for (var i = 0; i < block.Count; i++)
                {
                    if (block.Lines[i].Volume != Line.Removed)
                    {
                        lines.Add(
                            LineOf(declarations, block.Lines[i], block.Care.IsEmpty ? CareDates.None : block.Care[i]));
                    }
                }
            }
        }

        return [.. lines.OrderBy(line => line.ToString(), StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static IntakeSettings SettingsOf(CorpusCase given) => new(
        new DateOnly(2023, 12, 31),
        given.Settings.Contains("catalogue") ? Catalogue : new CodeBook([]),
        OnlyKnownProducts: given.Settings.Contains("catalogue"),
        given.Settings.Contains("max-days-0") ? 0 : IntakeSettings.DefaultMaxLineDays)
    {
        ByYearAndProduct = true,
    };

    private static UsedLine LineOf(Declarations declarations, in Line line, CareDates care)
    {
        var kind = declarations.Dictionaries.Kind(line.Kind);
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        List<string> parts =
        [
            Encoding.UTF8.GetString(declarations.Clients.Bytes(line.Client, room)),
            kind.Product.Code,
            $"{Day(line.Start)}..{Day(line.End)}",
            $"{Numbers.Whole(line.Volume)} {kind.Declared.Name()}",
        ];
        if (declarations.Dictionaries.Providers.Values[line.Provider] is { Length: > 0 } provider)
            parts.Add($"provider {provider}");
        if (line.Birth != Line.NoDay)
            parts.Add($"born {Day(line.Birth)}");
        if (care.Start != Line.NoDay || care.End != Line.NoDay)
            parts.Add($"care {Day(care.Start)}..{Day(care.End)}");
        return new UsedLine(parts, kind.Declared, line.Volume);
    }

    private static string Day(int day) =>
        day == Line.NoDay ? string.Empty : DayNumber.ToDate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
