using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>Sound content under names that a shell, a terminal, a browser, a path or the engine would obey.</summary>
internal static class HostileNames
{
    private static readonly string[] Names =
    [
        "<script>alert(1)<", "\"onload=alert(1)", "'; DROP TABLE t; --", "a'b", "a\"b", "$(touch x)", "`touch x`",
        "; touch x", "| touch x", "& touch x", "..", "...", "~", "$HOME", "%00", "%2e%2e%2f", "\\..\\..\\x", "a\\b",
        "*", "?", "[a-z]", "{a,b}", "**", "read_csv('x')", "a.csv.exe", "NUL", "CON", "COM1", "a:b", "a|b",
        "=1+1", "+1", "-1", "@x", "--out", "-", " ", " a", "a ", "\u202Etxt.exe", "\u200B", "\uFEFFa", "e\u0301", "é",
        "\U0001F9F8", "[x](javascript:alert(1))", "![x](y)", "a\u00A0b", "\u001B[2J", "\u001B]0;x\a", "a\nb", "a\rb",
        "a\tb", "\b\b", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "&lt;", "&x;", "]]>", "k=v", "=", "k=", "%s%n",
    ];

    public static IEnumerable<HostileCase> All =>
    [
        .. Names.Select((name, i) => Named($"name {i}, a file", name + ".csv")),
        .. Names.Select((name, i) => Named($"name {i}, a folder", name + "_/invoer.csv")),
        .. Names.Where((_, i) => i % 3 == 0).Select((name, i) =>
            Named($"name {i}, in a folder of a value", $"k={name}_/invoer.csv", isFolder: true)),
        Named("name of 250 letters", new string('a', 246) + ".csv"),
        Named("path of a thousand letters",
            string.Concat(Enumerable.Repeat(new string('b', 200) + "/", 5)) + "invoer.csv"),
    ];

    private static HostileCase Named(string title, string name, bool isFolder = false)
    {
        return new(title, Make, 0);

        string[] Make(string folder)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Header + "\n" + Rows);
            return ["validate", isFolder ? folder : path];
        }
    }
}
