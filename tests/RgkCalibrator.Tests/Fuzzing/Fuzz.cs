using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>
/// Hands inputs to a reader for a while: always the same ones in the same order, as many as there is time for. Two
/// seconds as a rule; <c>RGK_FUZZ_SECONDS</c> gives each reader more.
/// </summary>
internal static class Fuzz
{
    private const int UsualSeconds = 2;

    private static readonly string? Asked = Environment.GetEnvironmentVariable("RGK_FUZZ_SECONDS");

    /// <summary>Whether more time was asked for than usual.</summary>
    public static bool IsLong => Asked is not null;

    private static TimeSpan Time => TimeSpan.FromSeconds(
        Asked is null ? UsualSeconds : int.Parse(Asked, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>
    /// Tries a reader. It may take an input or refuse it with code 2 or 5; whatever else comes of it fails the test,
    /// which then tells the input.
    /// </summary>
    /// <param name="inputs">Makes the input of a number.</param>
    /// <param name="read">The reader, with the laws that hold of what it reads.</param>
    /// <param name="told">Takes the number of inputs.</param>
    public static void Try(Func<int, byte[]> inputs, Action<byte[]> read, ITestOutputHelper told)
    {
        var clock = Stopwatch.StartNew();
        var (number, taken) = (0, 0);
        for (; clock.Elapsed < Time; number++)
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
    }
}
