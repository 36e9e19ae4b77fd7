namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A step of 1, 2 or 5 times a power of ten, kept as whole numbers so that its multiples are exact decimals.
/// </summary>
internal sealed record RoundStep(int Lead, int Exponent)
{
    private const double Slack = 1e-9;

    public int Decimals => Math.Max(0, -Exponent);

    public static RoundStep AtLeast(double width)
    {
        // One power lower, because a logarithm may come out a hair too high.
        var exponent = (int)Math.Floor(Math.Log10(width)) - 1;
        var steps = from power in Enumerable.Range(exponent, 4)
                    from lead in (int[])[1, 2, 5]
                    select new RoundStep(lead, power);
        return steps.First(step => step.Multiple(1) >= width * (1 - Slack));
    }

    public double Multiple(double index) =>
        Exponent < 0 ? index * Lead / Math.Pow(10, -Exponent) : index * Lead * Math.Pow(10, Exponent);

    public double IndexAtMost(double value) => Math.Floor((value / Multiple(1)) + Slack);

    public double IndexAtLeast(double value) => Math.Ceiling((value / Multiple(1)) - Slack);
}
