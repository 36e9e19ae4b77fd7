using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Control;

/// <summary>The look of a mirror, on a screen and on one sheet of A4.</summary>
internal static class MirrorStyle
{
    /// <summary>All of <c>style</c>.</summary>
    internal static string Css { get; } = $$"""
        @page { size: A4; margin: 12mm; }
        :root { color: #{{Palette.Ink}}; background: #{{Palette.Paper}}; }
        :root { font: 15px/1.45 "Segoe UI", Arial, "Liberation Sans", sans-serif; }
        body { margin: 0; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.2rem 1.5rem 2.5rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: .6rem 0 .5rem; }
        h2 { font-size: 1.1rem; margin: 1.3rem 0 .3rem; }
        p, li { margin: .25rem 0; }
        ul { margin: 0; padding-left: 1.1rem; }
        .lead { max-width: 52rem; }
        .notice { padding: .3rem .7rem; border-left: 4px solid #{{Palette.Outside}}; }
        .foot { margin-top: 1rem; color: #{{Palette.QuietInk}}; font-size: .85rem; }
        .table { overflow-x: auto; margin-top: .8rem; }
        table { border-collapse: collapse; font-size: .88rem; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .55rem .25rem 0; }
        td { border-bottom: 1px solid #{{Palette.Grid}}; }
        th { color: #{{Palette.QuietInk}}; font-weight: 600; vertical-align: bottom; }
        thead tr:last-child th, th[rowspan] { border-bottom: 1px solid #{{Palette.Line}}; }
        .group { text-align: right; white-space: normal; }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .other { color: #{{Palette.QuietInk}}; padding-right: 1rem; }
        .name { font-weight: 600; min-width: 13rem; }
        .line { color: #{{Palette.QuietInk}}; min-width: 8rem; }
        .out td { background: #FDF3EC; }
        .out td:last-child { font-weight: 600; }
        @media print {
          :root { font-size: 8pt; line-height: 1.3; }
          main, .lead { max-width: none; }
          main { padding: 0; }
          h1 { font-size: 14pt; margin-top: 0; }
          h2 { font-size: 9.5pt; margin-top: 2.5mm; }
          p, li { margin: .5mm 0; }
          .table { overflow: visible; margin-top: 1.5mm; }
          table { font-size: 6.8pt; line-height: 1.25; }
          th, td { padding: .45mm 1mm .45mm 0; }
          .name, .line { min-width: 0; }
          .other { padding-right: 2mm; }
          .foot { font-size: 7pt; margin-top: 2mm; }
          tr { break-inside: avoid; }
          .out td { background: none; border-top: 1px solid #{{Palette.Ink}}; }
          .out td { border-bottom: 1px solid #{{Palette.Ink}}; }
        }
        """;
}
