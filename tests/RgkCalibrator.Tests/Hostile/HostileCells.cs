using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>Cells of which nothing sensible can be made, each in one row among sound ones.</summary>
internal static class HostileCells
{
    private static readonly string[] Numbers =
    [
        "NaN", "nan", "-NaN", "Infinity", "-Infinity", "+inf", "1e999", "-1e999", "1e-999", "1E+38", "1e308", "0x10",
        "0b1", "1_000", "--5", "+-5", "5-", "(5)", "1,2,3", "1.2.3,4", ",", ".", "-", "+", "1,", ",1", "1 2", "1'5",
        "½", "∞", "١٢", "１２", "五", "5%", "€5", "5\u00A0000", "5\u2212", "\u22125",
        "99999999999999999999999999999999999999", "-99999999999999999999999999999999999999",
        "170141183460469231731687303715884105727", "9223372036854775807", "-9223372036854775808", "0,0000000000001",
        "-0", "=1+1", "@SUM(1)", "${7*7}", "{{7*7}}",
    ];

    private static readonly string[] Days =
    [
        "01-01-0000", "00-00-0000", "0000-00-00", "31-12-9999", "01-01-10000", "01-01-99999", "-1", "0", "31-02-2019",
        "29-02-1900", "32-01-2019", "01-13-2019", "99-99-9999", "99999999", "00000000", "2958466", "2147483648",
        "1e9", "NaN", "31-12--1", "1-1-1", "01-01-19", "2019-W10-1", "2019-060", "01-03-2019 25:00", "vandaag",
        "01-03-2019T99:99", "01/03/2019/01", "\u0661\u0661-\u0661\u0661-\u0662\u0660\u0661\u0669", "30-feb-2019",
        "=TODAY()", "1 xyz 2019",
    ];

    private static readonly (string Name, string Cell)[] Texts =
    [
        ("a script", "<script>alert('KANARIE')</script>"), ("a formula", "=cmd|' /C calc'!KANARIE"),
        ("a link", "=HYPERLINK(\"KANARIE\")"), ("SQL", "\"KANARIE'; DROP TABLE t; --\""),
        ("a path", "../../../etc/KANARIE"), ("a template", "{{KANARIE}}${KANARIE}<%=KANARIE%>"),
        ("an entity", "\"&KANARIE;\""), ("a turned text", "\u202EKANARIE\u202C"), ("an escape", "\u001B[31mKANARIE"),
        ("a bell", "KANARIE\a"), ("a backspace", "KANARIE\b\b\b"), ("a line separator", "KANARIE\u2028KANARIE"),
        ("a mark of UTF-8", "\uFEFFKANARIE"), ("a letter of two places", "KANARIE\U0001F9F8"),
        ("a hundred marks on one letter", "KANARIE" + new string('\u0301', 100)),
        ("a noncharacter", "KANARIE\uFFFF"), ("nothing but spaces", "   "), ("a line end in quotes", "\"KANARIE\n\""),
        ("half a quote", "KANARIE\"KANARIE"), ("ten thousand letters", "KANARIE" + new string('a', 10_000)),
        ("a hundred thousand letters", "KANARIE" + new string('a', 100_000)),
    ];

    public static IEnumerable<HostileCase> All =>
    [
        .. Numbers.Select((text, i) =>
            OfRow($"volume {i} {text}", $"KANARIE;54002;13-03-2019;14-03-2019;\"{text}\";uur;KANARIE", 0)),
        .. Days.Select((text, i) => OfRow($"start {i} {text}", $"KANARIE;54002;{text};14-03-2019;4,5;uur;KANARIE", 0)),
        .. Days.Select((text, i) => OfRow($"end {i} {text}", $"KANARIE;54002;13-03-2019;{text};4,5;uur;KANARIE", 0)),
        .. Texts.Select(text =>
            OfRow($"client with {text.Name}", $"{text.Cell};54002;13-03-2019;14-03-2019;4,5;uur;p", 0)),
        .. Texts.Select(text =>
            OfRow($"product with {text.Name}", $"c;{text.Cell};13-03-2019;14-03-2019;4,5;uur;p", 0)),
        .. Texts.Select(text => OfRow($"unit with {text.Name}", $"c;54002;13-03-2019;14-03-2019;4,5;{text.Cell};p", 0)),
        .. Texts.Select(text =>
            OfRow($"provider with {text.Name}", $"c;54002;13-03-2019;14-03-2019;4,5;uur;{text.Cell}", 0)),
    ];
}
