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

    /// <summary>What the command has put in its place so far.</summary>
    public List<string> Written { get; } = [];

    /// <summary>A line of results.</summary>
    public void Tell(Wording line) => Output.WriteLine(Shown(line).In(Language));

    /// <summary>Where what was written stands.</summary>
    public void TellWritten(string path) =>
        Tell(new($"Geschreven: {path}", $"Written: {path}"));

    /// <summary>A line that is no result and no refusal.</summary>
    public void Warn(Wording line) => Say(Shown(new($"Let op: {line.Dutch}", $"Note: {line.English}")));

    /// <summary>A line on standard error; where that cannot be written, nobody can be told.</summary>
    public void Say(Wording line)
    {
        try
        {
            Error.WriteLine(line.In(Language));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The exit code still says how it ended.
        }
    }

    /// <summary>How a command ended early, with what it has written by then.</summary>
    public Wording Ended(Wording how)
    {
        var places = ShownText.Of(string.Join(", ", Written));
        return places.Length == 0
            ? new($"{how.Dutch}; er is niets geschreven.", $"{how.English}; nothing was written.")
            : new($"{how.Dutch}; dit is geschreven: {places}.", $"{how.English}; this is written: {places}.");
    }

    /// <summary>A whole number as people read it.</summary>
    public string Number(long count) => Numbers.Shown(count, 0, Language);

    /// <summary>
    /// Three lines: what is wrong, where, and the remedy. The second is left out when the first says it; more places
    /// follow it, a line each. Other faults follow in the same form.
    /// </summary>
    public void Refuse(CalibrationException trouble)
    {
        Say(Shown(new($"Fout: {trouble.What.Dutch}", $"Error: {trouble.What.English}")));
        if (trouble.Where.Length > 0)
            Say(Shown(new($"Waar: {trouble.Where}", $"Where: {trouble.Where}")));
        foreach (var place in trouble.AlsoAt)
            Say(Shown(new($"      {place.Dutch}", $"       {place.English}")));
        Say(Shown(new($"Oplossing: {trouble.Remedy.Dutch}", $"Remedy: {trouble.Remedy.English}")));
        foreach (var other in trouble.Others)
            Refuse(other);
    }

    /// <summary>
    /// A fault of ours: what it was and where in the code. Its message is left out, since one that began in the engine
    /// can quote data.
    /// </summary>
    public void Admit(Exception fault)
    {
        Say(Ended(new("Fout in dit programma", "Fault in this program")));
        Say(new(
            "Meld haar bij de makers van RgkCalibrator, met wat hieronder staat: er staan geen gegevens in.",
            "Report it to the makers of RgkCalibrator, with what stands below: there are no data in it."));
        Say(Wording.Same(HelpPage.Version.TrimEnd()));
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            Say(Wording.Same($"{cause.GetType()}{Environment.NewLine}{cause.StackTrace}"));
    }

    // Names of files and columns stand in it.
    private static Wording Shown(Wording line) => new(ShownText.Of(line.Dutch), ShownText.Of(line.English));
}
