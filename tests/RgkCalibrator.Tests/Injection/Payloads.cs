namespace RgkCalibrator.Tests.Injection;

/// <summary>
/// Texts that some format, or the program that shows it, would obey: as data, for every format that there is and every
/// one to come. In a browser those that run change the title to <see cref="Fired"/>.
/// </summary>
internal static class Payloads
{
    public const string Fired = "GEVUURD";

    private const string Run = "document.title='" + Fired + "'";

    private static readonly string[] Events =
    [
        "onabort", "onanimationend", "onauxclick", "onbeforeinput", "onblur", "oncanplay", "onchange", "onclick",
        "onclose",
        "oncontextmenu", "oncopy", "oncut", "ondblclick", "ondrag", "onended", "onerror", "onfocus", "onfocusin",
        "onfullscreenchange", "ongotpointercapture", "onhashchange", "oninput", "oninvalid", "onkeydown", "onload",
        "onloadstart", "onmessage", "onmouseenter", "onmouseover", "onmousewheel", "onpagehide", "onpageshow",
        "onpaste", "onplay", "onpointerover", "onpopstate", "onresize", "onscroll", "onselectstart", "onsubmit",
        "ontoggle", "ontouchstart", "ontransitionend", "onunload", "onwheel",
    ];

    private static readonly string[] Html =
    [
        $"<script>{Run}</script>", $"</script><script>{Run}</script>", $"<ScRiPt>{Run}</sCrIpT>",
        $"<script src=data:text/javascript,{Run}></script>", $"<script type=module>{Run}</script>",
        $"\"><script>{Run}</script>", $"'><script>{Run}</script>", $"--><script>{Run}</script>",
            $"]]><script>{Run}</script>",
        $"</title><script>{Run}</script>", $"</style><script>{Run}</script>", $"</textarea><script>{Run}</script>",
        $"</td></tr></table><script>{Run}</script>", $"<scr<script>ipt>{Run}</script>", $"<script\n>{Run}</script>",
        $"<script/x>{Run}</script>", $"<img src=x onerror={Run}>", $"<img src=x onerror=\"{Run}\">",
        $"<img/src=x/onerror={Run}>", $"<IMG SRC=javascript:{Run}>", $"<body onload={Run}>",
        $"<iframe src=\"javascript:{Run}\"></iframe>", $"<iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe>",
        $"<object data=\"javascript:{Run}\"></object>", $"<embed src=\"javascript:{Run}\">",
        $"<a href=\"javascript:{Run}\" autofocus onfocus={Run}>x</a>", $"<input autofocus onfocus={Run}>",
        $"<details open ontoggle={Run}>", $"<video><source onerror={Run}></video>", $"<audio src=x onerror={Run}>",
        $"<marquee onstart={Run}>", $"<base href=\"javascript:{Run}//\">",
            "<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\">",
        $"<form action=\"javascript:{Run}\"><input type=submit>", $"<button formaction=\"javascript:{Run}\">x</button>",
        "<link rel=stylesheet href=http://127.0.0.1:9/x.css>", "<style>*{display:none}</style>",
        "<style>@import 'http://127.0.0.1:9/';</style>", "<div style=\"background:url(http://127.0.0.1:9/)\">",
        $"<math><mtext><script>{Run}</script></mtext></math>", $"<template><script>{Run}</script></template>",
        $"<noscript><img title=\"</noscript><script>{Run}</script>\">", $"<!--<script>{Run}</script>-->", "<!--", "-->",
        $"<![CDATA[<script>{Run}</script>]]>", "<plaintext>", "<xmp>", "<textarea>", "<title>", "</html>", "<",
        "&lt;script&gt;", "&#60;script&#62;", $"\u003cscript\u003e{Run}\u003c/script\u003e", "&", "&amp;", "&quot;",
        "\"", "'",
    ];

    private static readonly string[] Svg =
    [
        $"<svg onload={Run}>", $"<svg><script>{Run}</script></svg>", $"<svg/onload={Run}>",
        $"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>{Run}</script></svg>",
        $"</text><script>{Run}</script><text>", $"</svg><script>{Run}</script>",
        $"<svg><a xlink:href=\"javascript:{Run}\"><text>x</text></a></svg>",
        $"<svg><animate onbegin={Run} attributeName=x dur=1s>", $"<svg><set onbegin={Run} attributeName=x>",
        "<svg><use href=\"http://127.0.0.1:9/#x\"/></svg>", "<svg><image href=\"http://127.0.0.1:9/\"/></svg>",
        $"<svg><foreignObject><script>{Run}</script></foreignObject></svg>",
            $"<svg><title><script>{Run}</script></title>",
        "<?xml-stylesheet href=\"http://127.0.0.1:9/\"?>", "<svg><style>@import url(http://127.0.0.1:9/)</style></svg>",
        $"\" onload=\"{Run}", $"' onload='{Run}", $"\"/><script>{Run}</script>",
    ];

    private static readonly string[] Formulas =
    [
        "=40+2", "+40+2", "-40+2", "@SUM(40,2)", "=SUM(40,2)", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0",
        "-cmd|' /C calc'!A0", "@cmd|' /C calc'!A0", "=HYPERLINK(\"http://127.0.0.1:9/\",\"x\")",
        "=WEBSERVICE(\"http://127.0.0.1:9/\")", "=IMPORTXML(\"http://127.0.0.1:9/\",\"//a\")",
        "=IMAGE(\"http://127.0.0.1:9/\")", "=DDE(\"cmd\";\"/C calc\";\"x\")", "=EXEC(\"calc\")",
        "=CALL(\"x\",\"y\",\"z\")",
        "=REGISTER.ID(\"x\",\"y\")", "=RTD(\"x\",,\"y\")", "=INDIRECT(\"A1\")", "={1,2}", "=1=1", "=\"a\"&\"b\"",
        "=-1", "--1", "++1", "-a", "+a", "@a", "=A1", "=a", "=", "+", "-", "@", "\t=40+2", "\r=40+2", "\n=40+2",
        " =40+2", "\"=40+2\"", "'=40+2", ";=40+2", ",=40+2", "a;=40+2", "a\n=40+2", "a\";=40+2;\"", "\uFF1D40+2",
        "\uFF0B40+2", "\uFF0D40+2", "\uFF2040+2", "-2+3+cmd|' /C calc'!A0", "=40+2;=40+2",
    ];

    private static readonly string[] Markdown =
    [
        "[x](javascript:alert(1))", "[x](http://127.0.0.1:9/)", "![x](http://127.0.0.1:9/)", "[x][y]",
        "[y]: http://127.0.0.1:9/",
        "<http://127.0.0.1:9/>", "<javascript:alert(1)>", "a | b", "a || b", "\\|", "\\\\|", "`x`", "``", "```", "~~~",
        "*x*", "**x**", "_x_", "~~x~~", "# x", "a\n# x", "a\n\n---\n\nb", "a\n| x |\n", "- x", "1. x", "> x", "[ ] x",
        "[^1]", "$x$", "$$x$$", "\\", "a\\", "a  \nb", "&lt;b&gt;", ":smile:", "{{< x >}}", "{% x %}", "<!-- x -->",
        "<br>",
    ];

    private static readonly string[] Json =
    [
        "\",\"x\":\"y", "\"}", "\"],[\"", "\\", "\\\"", "\\u0022", "\\u0000", "\b\f\n\r\t", "\u2028", "\u2029",
        "{\"a\":1}",
        "[1]", "null", "true", "1e999", "__proto__", "constructor", "</script>", "//", "/* x */",
    ];

    private static readonly string[] Xml =
    [
        "&x;", "&xxe;", "%x;", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<![CDATA[", "]]>",
        "<?xml version=\"1.0\"?>",
        "<?x y?>", "<a>", "</a>", "</t>", "</si></sst>", "<f>40+2</f>", "</t></is></c><c><f>40+2</f></c>", "&#0;",
        "&#x1F;",
        "\u0001", "\u000B", "\u001F", "\u007F", "\u0085", "\uFFFE", "\uFFFF", "_x0041_", "_x000D_", "_x005F_",
        "_x0000_",
    ];

    private static readonly string[] Signs =
    [
        "\u202Etxt.exe", "\u202Dx", "\u202Ax", "\u202Bx", "\u202Cx", "\u2066x", "\u2067x", "\u2068x", "\u2069x",
        "\u200Ex",
        "\u200Fx", "\u061Cx", "a\u200Bb", "a\u2060b", "\uFEFFx", "a\u00ADb", "a\u3000b", "e\u0301\u0301\u0301",
    ];

    private static readonly string[] Terminal =
    [
        "\u001B[2J", "\u001B[31mx\u001B[0m", "\u001B]0;x\a", "\u001B]8;;http://127.0.0.1:9/\u001B\\x\u001B]8;;\u001B\\",
        "\u001B[6n", "\u001B[?1049h", "\u001BP+q544e\u001B\\", "\u001B]52;c;eA==\a", "\u001Bc", "\u009B2J",
        "\u009D0;x\u009C",
        "a\bb", "a\rb", "\a", "\u000E", "\u000F", "x\u001B[1A\u001B[2K", "[bold]x[/]", "[red]x",
        "[link=http://127.0.0.1:9/]x[/]",
    ];

    private static readonly string[] Templates =
    [
        "{{7*6}}", "{{constructor.constructor('x')()}}", "${7*6}", "#{7*6}", "<%= 7*6 %>", "{%print(7*6)%}",
        "*{7*6}", "@(7*6)",
        "@{7*6}", "$(id)", "`id`", "%n%n%s", "{0}", "{{{x}}}", "[[${7*6}]]", "~{x}", "%PATH%", "$HOME", "&A&P&F&D",
        "&[Path]",
        "{ IF 1=1 }", "{ INCLUDETEXT \"/etc/passwd\" }", "SQL'; DROP TABLE t; --", "' OR '1'='1", "../../../etc/passwd",
    ];

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Html.Concat(Events.Select(name => $"<img src=x tabindex=0 {name}={Run}>")).Concat(Svg).Concat(Formulas)
            .Concat(Markdown).Concat(Json).Concat(Xml).Concat(Signs).Concat(Terminal).Concat(Templates)
            .Distinct(StringComparer.Ordinal),
    ];
}
