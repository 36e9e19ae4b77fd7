using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>
/// Hands inputs to a reader: always the same ones in the same order. As many as are asked for, or as there is time for
/// in two seconds; <c>RGK_FUZZ_SECONDS</c> gives each reader more time.
/// </summary>
internal static class Fuzz
{
    private const int UsualSeconds = 2;

    private static readonly string? Asked = Environment.GetEnvironmentVariable("RGK_FUZZ_SECONDS");

    /// <summary>
    /// Tries a reader. It may take an input or refuse it with code 2 or 5; whatever else comes of it fails the test,
    /// which then tells the input.
    /// </summary>
    /// <param name="inputs">Makes the input of a number.</param>
    /// <param name="read">The reader, with the laws that hold of what it reads.</param>
    /// <param name="told">Takes the number of inputs.</param>
    /// <param name="fewest">The inputs that are tried, however long it takes; 0: as many as there is time for.</param>
    /// <returns>How many were tried.</returns>
    public static int Try(Func<int, byte[]> inputs, Action<byte[]> read, ITestOutputHelper told, int fewest = 0)
    {
        var (clock, time) = (Stopwatch.StartNew(), TimeFor(fewest));
        var (number, taken) = (0, 0);
        for (; number < fewest || clock.Elapsed < time; number++)
        {
            var input = inputs(number);
            try
            {
                read(input);
                taken++;
            }
            catch (CalibrationException refused) when (refused.ExitCode is ExitCode.WrongUse or ExitCode.Files)
            {
                // As it should be.
            }
            catch (Exception fault) when (fault is not CalibrationException { ExitCode: ExitCode.Stopped })
            {
                Assert.Fail(
                    $"Input {Numbers.Whole(number)}, {Convert.ToBase64String(input)}:\n"
                        + $"{Encoding.UTF8.GetString(input)}\n{fault}");
            }
        }

        told.WriteLine($"{Numbers.Whole(number)} inputs, of which {Numbers.Whole(taken)} were taken.");
        return number;
    }

    private static TimeSpan TimeFor(int fewest) => TimeSpan.FromSeconds(
        Asked is not null ? int.Parse(Asked, System.Globalization.CultureInfo.InvariantCulture)
        : fewest > 0 ? 0
        : UsualSeconds);
}
