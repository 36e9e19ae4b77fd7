using RgkCalibrator.Cli;

namespace RgkCalibrator.Tests.Cli;

/// <summary>How a command that ran in this process ended, and what it wrote.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Outcome Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return new Outcome(Program.Run(arguments, output, error), output.ToString(), error.ToString());
    }
}
