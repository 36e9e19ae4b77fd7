using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RgkCalibrator.Basics.Files;

/// <summary>
/// What tells a file, as it is, from another and from itself after a change: its length and the time of its last
/// change; on Linux also its device, inode and time of change, which no program can set back.
/// </summary>
/// <remarks>
/// Of what is no ordinary file, such as a pipe, the place alone counts: its times move with every read.
/// </remarks>
/// <param name="Device">The disk; 0 where that is not known.</param>
/// <param name="Inode">The file on that disk; 0 where that is not known.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When its bytes last changed, as the system counts.</param>
/// <param name="Changed">When anything of it last changed, likewise; of its name too.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileIdentity(
    ulong Device, ulong Inode, ulong Length, (long Seconds, long Parts) Written, (long Seconds, long Parts) Changed)
{
    /// <summary>The identity of a file; null where there is none.</summary>
    internal static FileIdentity? Of(string path)
    {
        if (UnixCalls.TryStatus(path, out var facts))
            return From(facts);
        var file = new FileInfo(path);
        return file.Exists ? Plain(file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }

    /// <summary>The identity of an open file.</summary>
    internal static FileIdentity Of(SafeFileHandle handle) => UnixCalls.TryStatus(handle, out var facts)
        ? From(facts)
        : Plain(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks);

    private static FileIdentity From(in FileFacts facts) => facts.IsRegular
        ? new(
            facts.Device,
            facts.Inode,
            facts.Length,
            (facts.WrittenSeconds, facts.WrittenNanoseconds),
            (facts.ChangedSeconds, facts.ChangedNanoseconds))
        : new(facts.Device, facts.Inode, 0, default, default);

    private static FileIdentity Plain(long length, long written) => new(0, 0, (ulong)length, (0, written), default);
}
