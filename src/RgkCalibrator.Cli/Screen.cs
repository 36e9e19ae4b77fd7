using Spectre.Console;

namespace RgkCalibrator.Cli;

/// <summary>
/// What a command writes on, in one language: results to standard output, all else to standard error.
/// </summary>
/// <param name="Output">Takes results; nothing when a command fails, but what it was asked to tell of files that cannot
/// be read.</param>
/// <param name="Error">Takes warnings and refusals.</param>
/// <param name="Language">Of all of it.</param>
internal sealed record Screen(TextWriter Output, TextWriter Error, Language Language)
{
    /// <summary>Makes the console that progress is drawn on; null where nobody watches.</summary>
    public Func<IAnsiConsole>? Watched { get; init; }

    /// <summary>A line of results.</summary>
    public void Tell(Wording line) => Output.WriteLine(line.In(Language));

    /// <summary>Where what was written stands.</summary>
    public void TellWritten(string path) =>
        Tell(new($"Geschreven: {ShownText.Of(path)}", $"Written: {ShownText.Of(path)}"));

    /// <summary>A line that is no result and no refusal.</summary>
    public void Warn(Wording line) =>
        Error.WriteLine(new Wording("Let op: ", "Note: ").In(Language) + Shown(line));

    /// <summary>A whole number as people read it.</summary>
    public string Number(long count) => Numbers.Shown(count, 0, Language);

    /// <summary>
    /// Three lines: what is wrong, where, and the remedy. The second is left out when the first says it.
    /// </summary>
    public void Refuse(CalibrationException trouble)
    {
        Error.WriteLine(new Wording("Fout: ", "Error: ").In(Language) + Shown(trouble.What));
        if (trouble.Where.Length > 0)
            Error.WriteLine(new Wording("Waar: ", "Where: ").In(Language) + ShownText.Of(trouble.Where));
        Error.WriteLine(new Wording("Oplossing: ", "Remedy: ").In(Language) + Shown(trouble.Remedy));
    }

    /// <summary>
    /// A fault of ours: what it was and where in the code. Its message is left out, since one that began in the engine
    /// can quote data.
    /// </summary>
    public void Admit(Exception fault)
    {
        Error.WriteLine(
            new Wording("Fout in dit programma; er is niets geschreven.", "Fault in this program; nothing was written.")
                .In(Language));
        Error.WriteLine(new Wording(
            "Meld haar bij de makers van RgkCalibrator, met wat hieronder staat: er staan geen gegevens in.",
            "Report it to the makers of RgkCalibrator, with what stands below: there are no data in it.").In(Language));
        Error.Write(HelpPage.Version);
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            Error.WriteLine(cause.GetType());
            Error.WriteLine(cause.StackTrace);
        }
    }

    // Names of files and columns stand in it.
    private string Shown(Wording line) => ShownText.Of(line.In(Language));
}
