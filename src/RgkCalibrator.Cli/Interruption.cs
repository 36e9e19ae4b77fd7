using System.Runtime.InteropServices;

namespace RgkCalibrator.Cli;

/// <summary>
/// Ctrl-C, a request to end and a terminal that goes away: the first asks the run to stop and clean up, the second is
/// left to the system, which ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupted;
    private readonly PosixSignalRegistration _terminated;
    private readonly PosixSignalRegistration _hungUp;
    private volatile ExitCode _code = ExitCode.Stopped;

    public Interruption()
    {
        _interrupted = On(PosixSignal.SIGINT, ExitCode.Stopped);
        _terminated = On(PosixSignal.SIGTERM, ExitCode.Terminated);
        _hungUp = On(PosixSignal.SIGHUP, ExitCode.HungUp);
    }

    public CancellationToken Stop => _source.Token;

    /// <summary>The code of a run that was stopped, by what stopped it.</summary>
    public ExitCode Code => _code;

    public void Dispose()
    {
        _interrupted.Dispose();
        _terminated.Dispose();
        _hungUp.Dispose();
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
