using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.InputReport;

/// <summary>
/// The look of a report, for a screen and for paper. It fetches nothing: the page is whole by itself.
/// </summary>
internal static class ValidationStyle
{
    /// <summary>All of <c>style</c>.</summary>
    internal static string Css { get; } = $$"""
        :root { color: #{{Palette.Ink}}; background: #{{Palette.Paper}}; font: 15px/1.5 "Segoe UI", Arial, "Liberation Sans", sans-serif; }
        body { margin: 0; }
        main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 2rem 4rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.2rem 0 .4rem; }
        h2 { font-size: 1.3rem; margin: 2.6rem 0 .5rem; padding-top: 1rem; border-top: 2px solid #{{Palette.Grid}}; overflow-wrap: anywhere; }
        h3 { font-size: 1rem; margin: 1.5rem 0 .3rem; }
        p { margin: .3rem 0; max-width: 52rem; }
        .lead { font-size: 1.1rem; }
        .notice { max-width: none; padding: .5rem .8rem; border-left: 4px solid #{{Palette.Outside}}; background: #FDF3EC; }
        .quiet { color: #{{Palette.QuietInk}}; }
        .trouble { padding: .6rem .9rem; border: 1px solid #{{Palette.Outside}}; border-radius: 4px; }
        dl { margin: .3rem 0; display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
        dt { font-weight: 600; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .92rem; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid #{{Palette.Grid}}; }
        th { color: #{{Palette.QuietInk}}; font-weight: 600; white-space: nowrap; border-bottom: 1px solid #{{Palette.Line}}; }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .nought { color: #{{Palette.Line}}; }
        .total td { font-weight: 600; border-top: 1px solid #{{Palette.Line}}; border-bottom: 0; }
        table.files { width: 100%; }
        table.files td { vertical-align: middle; }
        table.files td:first-child { white-space: nowrap; max-width: 22rem; overflow: hidden; text-overflow: ellipsis; }
        .files td:nth-child(3) { width: 60%; }
        .table + .legend { margin-top: .5rem; }
        .bar { display: block; width: 100%; height: 1.25rem; margin: .5rem 0 .3rem; border-radius: 3px; }
        .files .bar { width: 100%; min-width: 12rem; height: .9rem; margin: 0; }
        .legend { list-style: none; margin: 0 0 .6rem; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; font-size: .88rem; color: #{{Palette.QuietInk}}; }
        .legend li::before { content: ""; display: inline-block; width: .75em; height: .75em; margin-right: .4em; border-radius: 2px; }
        {{string.Join('\n', Enum.GetValues<RowOutcome>().Select(ColourOf))}}
        details { margin: 1.2rem 0 0; }
        summary { font-weight: 600; cursor: pointer; }
        @media print {
          @page { margin: 15mm; }
          :root { font-size: 10.5px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; }
          h2, h3, summary { break-after: avoid; }
          tr, .trouble, .bar, .legend { break-inside: avoid; }
          .table { overflow: visible; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }
        """.ReplaceLineEndings("\n");

    private static string ColourOf(RowOutcome place) =>
        $".legend .{place.NameInFiles()}::before {{ background: #{PlaceBar.ColourOf(place)}; }}";
}
