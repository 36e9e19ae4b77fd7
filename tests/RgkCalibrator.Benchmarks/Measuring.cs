using System.Globalization;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Benchmarks;

/// <summary>Runs the races.</summary>
internal static class Measuring
{
    // Of the synthetic region, near enough at every size.
    private const double LinesPerChild = 15.75;

    /// <summary>Makes a region of about so many million lines and runs every race on it.</summary>
    internal static IReadOnlyList<Lap> OfSize(double millions, Options options, TextWriter progress)
    {
        var children = Numbers.Whole((long)Math.Round(millions * 1e6 / LinesPerChild));
        var folder = Path.GetFullPath(Path.Combine(options.Folder, "children-" + children));
        var input = Path.Combine(folder, "region");
        Directory.CreateDirectory(folder);
        ChildProcess.Run(Races.Rgk, ["generate", "--clients", children, "--out", input]);
        var lines = LinesOf(input);
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines:#,##0} lines of {children} children"));
        return
        [
            .. from order in RowOrder.All
               from race in Races.All(options.Threads)
               from lap in Run(
                   race with { Name = $"{race.Name}, rows {order.Name}" },
                   lines,
                   (order.Of(input), folder),
                   options.Runs,
                   progress)
               select lap,
        ];
    }

    /// <summary>
    /// A round that warms up and whose answers are compared; then rounds that count, the racers by turns.
    /// </summary>
    private static IEnumerable<Lap> Run(
        Race race, long lines, (string Input, string Answers) folders, int rounds, TextWriter progress)
    {
        var (input, folder) = folders;
        _ = race.Racers.Select(racer => Once(race, racer, input, folder)).ToList();
        var rows = race.Racers.Skip(1)
            .Where(other => other.Answers)
            .Select(other => race.Compare(FileOf(race, race.Racers[0], folder), FileOf(race, other, folder)))
            .Distinct()
            .Single();
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{race.Name}: {rows:#,##0} rows, equal"));
        var runs = race.Racers.ToDictionary(racer => racer, _ => new List<Usage>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var racer in race.Racers)
            {
                runs[racer].Add(Once(race, racer, input, folder));
                progress.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"  {racer.Name}: {runs[racer][^1].Seconds:0.00} s"));
            }
        }

        return race.Racers.Select(racer => new Lap(race.Name, racer.Name, lines, rows, runs[racer]));
    }

    private static Usage Once(Race race, Racer racer, string input, string folder)
    {
        var output = FileOf(race, racer, folder);
        File.Delete(output);
        return ChildProcess.Run(racer.Program, racer.Arguments(input, output));
    }

    private static string FileOf(Race race, Racer racer, string folder) =>
        Path.Combine(folder, Numbers.Whole(race.Racers.ToList().IndexOf(racer)) + race.Ending);

    private static long LinesOf(string input)
    {
        using var session = Session.Open(SessionSettings.Default);
        return session.Number(
            "SELECT CAST(sum(num_rows) AS BIGINT) "
                + $"FROM parquet_file_metadata({Session.Literal(Path.Combine(input, "*.parquet"))})");
    }
}
