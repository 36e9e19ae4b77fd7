using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>A catalogue in which one thing is changed, and what is said of it.</summary>
internal static class BrokenCatalogue
{
    // The numbers of its lines are part of the expected messages.
    public const string Sound = """
        trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }
        products:
          - code: 45C02
            name: Individuele begeleiding licht
            framework: norm
            unit: uur
            current:
              - { volume: 61, duration: 12 maand }
            subgroups:
              - { id: jong, label: 0-5 jaar, when: { age: 0-5 } }
          - code: 45C04
            name: Gezinsbegeleiding
            framework: norm
            unit: uur
        """;

    public static string Changed(string from, string to)
    {
        var at = Sound.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        return string.Concat(Sound.AsSpan(0, at), to, Sound.AsSpan(at + from.Length));
    }

    public static void Check(string text, int line, string what, string remedy)
    {
        var trouble = Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(text, "proef.yaml"));
        Expect.Equal($"Regel {Numbers.Whole(line)}: {what}", trouble.What.Dutch, $"from {trouble.InnerException}");
        Assert.StartsWith($"Line {Numbers.Whole(line)}: ", trouble.What.English, StringComparison.Ordinal);
        Assert.Equal(remedy, trouble.Remedy.Dutch);
        Assert.Equal((ExitCode.WrongUse, "proef.yaml"), (trouble.ExitCode, trouble.Where));
    }
}
