using System.Globalization;
using System.Text;

namespace RgkCalibrator.Benchmarks.Gallery;

/// <summary>Declarations of all groups of the gallery, made up, the same on every machine.</summary>
internal static class GalleryDeclarations
{
    private const int Seed = 20_260_131;
    private const int Providers = 12;

    private static readonly DateOnly First = new(2018, 1, 1);

    private static readonly DateOnly Last = new(2023, 12, 31);

    /// <summary>Writes them as CSV, a line a month of care.</summary>
    internal static void Write(string file)
    {
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("client_id;product_code;provider_id;start_date;end_date;volume;unit;birth_date");
        foreach (var line in GalleryGroup.All.SelectMany(LinesOf))
            writer.WriteLine(line);
    }

    private static IEnumerable<string> LinesOf(GalleryGroup group)
    {
        var random = new Random(Seed);
        for (var child = 0; child < group.Children; child++)
        {
            // Follow-ups need time to end.
            var start = First.AddMonths(random.Next(group.HasFollowUps ? 24 : 60));
            var born = First.AddDays(-random.Next(1, 12 * 365));
            var who = string.Create(
                CultureInfo.InvariantCulture, $"{group.Code}-{child:0000};{group.Code};A{random.Next(Providers):00}");
            foreach (var line in Trajectory(group, who, start, born, random))
                yield return line;
            if (!group.HasFollowUps)
                continue;
            // So late that the first one has ended, and so long after it that the two are not joined.
            foreach (var line in Trajectory(group, who, start.AddMonths(30), born, random))
                yield return line;
        }
    }

    private static IEnumerable<string> Trajectory(
        GalleryGroup group, string who, DateOnly start, DateOnly born, Random random)
    {
        var (months, volume) = (group.Months(random.NextDouble()), group.Volume(random.NextDouble()));
        for (var month = 0; month < months; month++)
        {
            var (from, to) = (start.AddMonths(month), start.AddMonths(month + 1).AddDays(-1));
            if (to > Last)
                yield break;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{who};{from:yyyy-MM-dd};{to:yyyy-MM-dd};{Math.Round(volume, 1)};{group.Unit};{born:yyyy-MM-dd}");
        }
    }
}
