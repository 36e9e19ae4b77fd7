using System.Runtime.CompilerServices;

namespace RgkCalibrator.Tests;

/// <summary>Files of the repository that are no part of the build.</summary>
internal static class Repository
{
    public static string PathOf(string relative, [CallerFilePath] string caller = "") =>
        Path.Combine(caller[..caller.LastIndexOf("tests", StringComparison.Ordinal)], relative);
}
