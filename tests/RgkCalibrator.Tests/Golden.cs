using System.Runtime.CompilerServices;
using System.Text;

namespace RgkCalibrator.Tests;

/// <summary>
/// Compares a text with the file of that name in <c>Golden/</c>; <c>UPDATE_GOLDEN=1</c> accepts what is there now.
/// </summary>
internal static class Golden
{
    public static void Verify(string name, string text, [CallerFilePath] string caller = "")
    {
        const string Name = "RgkCalibrator.Tests";
        var project = caller[..(caller.LastIndexOf(Name, StringComparison.Ordinal) + Name.Length)];
        var path = Path.Combine(project, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(File.Exists(path), $"There is no Golden/{name}; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
