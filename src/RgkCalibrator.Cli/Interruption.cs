using System.Runtime.InteropServices;

namespace RgkCalibrator.Cli;

/// <summary>
/// Ctrl-C, a request to end and a terminal that goes away: the first asks the run to stop and clean up, the second is
/// left to the system, which ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly IReadOnlyList<PosixSignalRegistration> _registrations;
    private volatile ExitCode _code = ExitCode.Stopped;

    public Interruption() => _registrations =
    [
        On(PosixSignal.SIGINT, ExitCode.Stopped),
        On(PosixSignal.SIGTERM, ExitCode.Terminated),
        On(PosixSignal.SIGHUP, ExitCode.HungUp),
    ];

    public CancellationToken Stop => _source.Token;

    /// <summary>The code of a run that was stopped, by what stopped it.</summary>
    public ExitCode Code => _code;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, ExitCode code) =>
        PosixSignalRegistration.Create(signal, context => Ask(context, code));

    private void Ask(PosixSignalContext signal, ExitCode code)
    {
        if (_source.IsCancellationRequested)
            return;
        signal.Cancel = true;
        _code = code;
        _source.Cancel();
    }
}
