using System.Security.Cryptography;
using System.Text;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>
/// A web page that is whole by itself: its style and script stand in it, and by its content security policy no other
/// runs and nothing is fetched.
/// </summary>
internal static class PageFrame
{
    private const string Folder = "report/";

    /// <summary>The page.</summary>
    /// <param name="language">Of all its texts.</param>
    /// <param name="title">Its name.</param>
    /// <param name="body">What stands in it.</param>
    /// <param name="pictures">Where its pictures may come from, as a source of the policy.</param>
    /// <param name="script">The name of its script; null: it has none.</param>
    internal static string Page(Language language, Wording title, MarkupWriter body, string pictures, string? script)
    {
        var style = Resource("report.css");
        // Programs that read the page as XML pass over the script.
        var code = script is null ? null : $"//<![CDATA[{Resource(script)}//]]>";
        var head = new MarkupWriter();
        head.Empty("meta", ("charset", "utf-8"));
        head.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        head.Empty(
            "meta", ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src {Source(style)}; "
                + (code is null ? string.Empty : $"script-src {Source(code)}; ")
                + $"img-src {pictures}; base-uri 'none'; form-action 'none'"));
        head.Words("title", title.In(language));
        return $"<!DOCTYPE html>\n<html lang=\"{new Wording("nl", "en").In(language)}\">\n<head>\n{head}"
            + $"<style>{style}</style>\n</head>\n<body>\n{body}"
            + (code is null ? string.Empty : $"<script>{code}</script>\n") + "</body>\n</html>\n";
    }

    private static string Source(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>A style or script that ships with the program, by the name of its file.</summary>
    internal static string Resource(string name)
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
