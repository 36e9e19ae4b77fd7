namespace RgkCalibrator.Engine;

/// <summary>
/// A session that is opened in the background before it is needed: that takes a fiftieth of a second.
/// </summary>
internal sealed class SessionAhead(SessionSettings settings) : IDisposable
{
    private readonly Task<Session> _opening = Task.Run(() => Session.Open(settings));

    /// <summary>The session, as soon as it is open.</summary>
    /// <exception cref="EngineException">DuckDB did not open.</exception>
    internal Session Session => _opening.GetAwaiter().GetResult();

    public void Dispose()
    {
        ((IAsyncResult)_opening).AsyncWaitHandle.WaitOne();
        if (_opening.IsCompletedSuccessfully)
            _opening.Result.Dispose();
    }
}
