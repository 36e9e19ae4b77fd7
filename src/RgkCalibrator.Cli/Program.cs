using CommandLine;
using Spectre.Console;

namespace RgkCalibrator.Cli;

/// <summary>Where a command begins and ends: the one place that catches, and that decides the exit code.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        // Reading the arguments takes as long as either of these.
        Calibration.WarmUp(withEngine: !args.Contains("check"));
        using var interruption = new Interruption();
        var screen = new Screen(Console.Out, Console.Error, Language.Dutch)
        {
            Watched = Console.IsErrorRedirected ? null : WatchedConsole,
        };
        var code = Run(args, screen, interruption.Stop);
        return code == (int)ExitCode.Stopped ? (int)interruption.Code : code;
    }

    /// <summary>Runs one command unwatched.</summary>
    internal static int Run(string[] args, TextWriter output, TextWriter error) =>
        Run(args, new Screen(output, error, Language.Dutch), CancellationToken.None);

    /// <summary>Runs one command on a screen, of which the arguments decide the language.</summary>
    internal static int Run(string[] args, Screen bare, CancellationToken stop)
    {
        using var results = new StringWriter { NewLine = bare.Output.NewLine };
        var screen = bare with { Output = results, Language = Arguments.LanguageOf(args) ?? Language.Dutch };
        try
        {
            var code = Command(args, screen, stop);
            Show(results, bare.Output);
            return (int)code;
        }
        catch (CalibrationException trouble)
        {
            screen.Refuse(trouble);
            return (int)trouble.ExitCode;
        }
        catch (Exception trouble) when (trouble is OperationCanceledException || stop.IsCancellationRequested)
        {
            screen.Say(screen.Ended(new("Afgebroken", "Stopped")));
            return (int)ExitCode.Stopped;
        }
        catch (OutOfMemoryException)
        {
            screen.Refuse(Refusals.Memory());
            return (int)ExitCode.WrongUse;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            screen.Admit(fault);
            return (int)ExitCode.Fault;
        }
    }

    /// <summary>Results go out when all is done: whoever reads them reads what is so.</summary>
    private static void Show(StringWriter results, TextWriter output)
    {
        try
        {
            output.Write(results.ToString());
            output.Flush();
        }
        // A closed standard output is somebody else's file, which may not be written.
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refusals.Output(refused);
        }
    }

    private static ExitCode Command(string[] args, Screen screen, CancellationToken stop)
    {
        if (Arguments.LanguageOf(args) is null)
            throw Refusals.Language();
        var parsed = Arguments.Parse(args);
        if (parsed is NotParsed<object> refused)
            return Instead(refused, screen);
        var verb = Verbs.Find(parsed.Value.GetType())!;
        if (verb.ForgottenIn(parsed.Value, args) is { } forgotten)
            throw Refusals.Forgotten(forgotten, verb);
        return verb.EmptyIn(parsed.Value) is { } empty
            ? throw Refusals.Empty(empty)
            : verb.Run(parsed.Value, screen, stop);
    }

    // The parser reports help and version as errors.
    private static ExitCode Instead(NotParsed<object> refused, Screen screen)
    {
        var (errors, verb) = (refused.Errors.ToList(), refused.TypeInfo.Current);
        if (!errors.IsVersion() && !errors.IsHelp())
            throw Refusals.Of(errors[0], Verbs.Find(verb));
        var asked = errors.OfType<HelpVerbRequestedError>().FirstOrDefault()?.Type ?? verb;
        screen.Output.Write(errors.IsVersion() ? HelpPage.Version : HelpPage.For(Verbs.Find(asked), screen.Language));
        return ExitCode.Ok;
    }

    private static IAnsiConsole WatchedConsole() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
}
