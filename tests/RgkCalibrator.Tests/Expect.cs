using System.Globalization;

namespace RgkCalibrator.Tests;

/// <summary>Compares two values and, where they differ, says why they should not and what they are.</summary>
internal static class Expect
{
    public static void Equal<T>(T expected, T actual, string why)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            Assert.Fail($"{why}\nExpected: {Shown(expected)}\nActual:   {Shown(actual)}");
    }

    private static string Shown<T>(T value) =>
        value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
