using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RgkCalibrator.Basics.Files;

/// <summary>What the systems of Unix can do with files and .NET has no function for.</summary>
internal static partial class UnixCalls
{
    private const string System = "libc";
    private const int FromCurrentFolder = -100;
    private const uint Exchanging = 2;
    private const int HandleItself = 0x1000;
    private const uint BasicFacts = 0x7FF;
    private const int Invalid = 22;
    private const int NotImplemented = 38;
    private const int NotSupported = 95;

    /// <summary>Lets two files or folders change places in one step, which nobody sees halfway.</summary>
    /// <returns>False where the system or the file system cannot do so.</returns>
    /// <exception cref="IOException">It can, but not these two.</exception>
    internal static bool TryExchange(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            if (Rename(FromCurrentFolder, one, FromCurrentFolder, other, Exchanging) == 0)
                return true;
        }
        catch (EntryPointNotFoundException)
        {
            // A library from before 2018.
            return false;
        }

        var error = Marshal.GetLastPInvokeError();
        return error is Invalid or NotImplemented or NotSupported
            ? false
            : throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    /// <summary>Puts a folder's list of files on the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal static void SyncFolder(string folder)
    {
        using var handle = Open(folder, flags: 0);
        // Some file systems cannot; they have no list of their own to lose.
        if ((handle.IsInvalid || Sync(handle) != 0) && Marshal.GetLastPInvokeError() is var error and not Invalid)
            throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    /// <summary>Asks Linux what a file is.</summary>
    /// <param name="path">The file; a link is followed.</param>
    /// <param name="facts">The answer.</param>
    /// <returns>False where the system has no such function, or there is no such file.</returns>
    internal static bool TryStatus(string path, out FileFacts facts) =>
        TryStatus(() => (Status(FromCurrentFolder, path, 0, BasicFacts, out var found), found), out facts);

    /// <summary>Asks Linux what an open file is.</summary>
    internal static bool TryStatus(SafeFileHandle handle, out FileFacts facts) =>
        TryStatus(() => (Status(handle, string.Empty, HandleItself, BasicFacts, out var found), found), out facts);

    private static bool TryStatus(Func<(int Result, FileFacts Found)> ask, out FileFacts facts)
    {
        facts = default;
        try
        {
            if (!OperatingSystem.IsLinux())
                return false;
            (var result, facts) = ask();
            return result == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport(System, EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Rename(int oneFolder, string one, int otherFolder, string other, uint flags);

    [LibraryImport(System, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport(System, EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle handle);

    [LibraryImport(System, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint asked, out FileFacts facts);

    [LibraryImport(System, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(SafeFileHandle handle, string path, int flags, uint asked, out FileFacts facts);
}

/// <summary>What Linux says of a file: the fields of <c>struct statx</c> that are of use here.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly struct FileFacts
{
    private const ulong RootOfMount = 0x2000;
    private const ushort Kind = 0xF000;
    private const ushort Regular = 0x8000;

    [FieldOffset(8)]
    private readonly ulong _attributes;
    [FieldOffset(28)]
    private readonly ushort _mode;
    [FieldOffset(32)]
    internal readonly ulong Inode;
    [FieldOffset(40)]
    internal readonly ulong Length;
    [FieldOffset(96)]
    internal readonly long ChangedSeconds;
    [FieldOffset(104)]
    internal readonly uint ChangedNanoseconds;
    [FieldOffset(112)]
    internal readonly long WrittenSeconds;
    [FieldOffset(120)]
    internal readonly uint WrittenNanoseconds;
    [FieldOffset(136)]
    internal readonly ulong Device;

    /// <summary>Whether it is a file with bytes: no folder, pipe or device.</summary>
    internal bool IsRegular => (_mode & Kind) == Regular;

    /// <summary>Whether another disk or folder begins here.</summary>
    internal bool IsMountPoint => (_attributes & RootOfMount) != 0;
}
