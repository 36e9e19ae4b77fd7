using System.Runtime.InteropServices;

namespace RgkCalibrator.Engine;

/// <summary>Memory outside the managed heap in pages of 2 MB where the system has them: each page costs one interruption when it is first written to.</summary>
internal static unsafe partial class LargePages
{
    /// <summary>The size of a large page, in bytes.</summary>
    internal const int Size = 2 << 20;

    // MADV_HUGEPAGE of Linux.
    private const int AdviseHuge = 14;

    /// <summary>Memory that begins at a large page; to be freed with <see cref="Free"/>.</summary>
    /// <exception cref="OutOfMemoryException">There is none.</exception>
    internal static byte* Allocate(nuint bytes)
    {
        var memory = (byte*)NativeMemory.AlignedAlloc(bytes, Size);
        // A system that does not know the advice says so, and gives small pages.
        if (OperatingSystem.IsLinux())
            _ = Advise(memory, bytes, AdviseHuge);
        return memory;
    }

    internal static void Free(byte* memory) => NativeMemory.AlignedFree(memory);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* memory, nuint bytes, int advice);
}
