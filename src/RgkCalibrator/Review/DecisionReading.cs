using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>Reads what a reviewer decided on the lines of a draft.</summary>
internal sealed class DecisionReading
{
    private readonly ReviewSheet _sheet;
    private readonly DraftFramework _draft;
    private readonly List<ReviewMistake> _mistakes = [];
    private readonly Dictionary<DraftedLine, int> _rows = [];

    private DecisionReading(ReviewSheet sheet, DraftFramework draft) => (_sheet, _draft) = (sheet, draft);

    /// <summary>Reads a workbook.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="draft">The draft that it was made from.</param>
    /// <param name="mistakes">Takes what its reviewer has to mend.</param>
    /// <returns>A decision for each line on which something was filled in.</returns>
    /// <exception cref="CalibrationException">
    /// It is no such workbook, lacks or repeats a line, or is of another draft.
    /// </exception>
    internal static IReadOnlyDictionary<DraftedLine, PlacedDecision> Read(
        string path, DraftFramework draft, List<ReviewMistake> mistakes)
    {
        var reading = new DecisionReading(ReviewSheet.Read(path), draft);
        reading.FindRows();
        reading.RefuseOtherDraft();
        ReviewMistake.RefuseAny(reading._mistakes);
        var decisions = reading.Decisions();
        mistakes.AddRange(reading._mistakes);
        return decisions;
    }

    private void FindRows()
    {
        foreach (var row in _sheet.Rows)
        {
            var (code, label) = (TextOf(row, DecisionForm.Code), TextOf(row, DecisionForm.Subgroup));
            // Labels of a product can differ in space only: their rows are then told apart by their order.
            var lines = _draft.Lines.Where(one => one.Product.Code == code && IsLabel(one, label)).ToList();
            var line = lines.Find(one => !_rows.ContainsKey(one)) ?? lines.FirstOrDefault();
            if (line is null)
            {
                Wrong(row, DecisionForm.Code,
                    new("Deze regel staat niet in het concept.", "This line is not in the draft."),
                    new("Zet code en subgroep terug zoals ze in het concept staan, of haal de regel weg.",
                        "Put code and subgroup back as they are in the draft, or take the row away."));
            }
            else if (!_rows.TryAdd(line, row))
            {
                Wrong(row, DecisionForm.Code,
                    new("Deze regel staat er twee keer.", "This line stands there twice."),
                    new("Laat de regel één keer staan.", "Leave the line once."));
            }
        }

        foreach (var line in _draft.Lines.Where(line => line.IsPresented && !_rows.ContainsKey(line)))
        {
            var name = LineName.Of(line.Product.Code, line.Subgroup);
            _mistakes.Add(new ReviewMistake(_sheet.Place,
                new($"De regel van {name} ontbreekt.", $"The line of {name} is missing."),
                new("Zet de regel terug; een lijn die vervalt, krijgt het besluit vervallen.",
                    "Put the row back; a line that goes gets the decision drop.")));
        }
    }

    // The proposals are locked in the workbook: where they differ, it is of another draft or somebody changed them.
    private void RefuseOtherDraft()
    {
        var percentile = _draft.Percentage.Name().In(_sheet.Language);
        var (volume, duration) = (
            $"{DecisionForm.Volume.In(_sheet.Language)} {percentile}",
            $"{DecisionForm.Duration.In(_sheet.Language)} {percentile}");
        // A norm is no percentile: it stands among the remarks.
        foreach (var (line, row) in _rows.Where(pair => pair.Key is { Proposed: not null, Basis: not Basis.Norm }))
        {
            var (proposed, cell) = (line.Proposed!, _sheet[row, volume]);
            if (cell is { IsNumber: true } && IsNumber(cell.Text, out var shown) && shown == proposed.Volume
                && _sheet[row, duration]?.Text == proposed.Duration.Shown().In(_sheet.Language))
            {
                continue;
            }

            Wrong(row, Wording.Same(volume),
                new("Het voorstel in deze regel is niet dat van het concept.",
                    "The proposal in this row is not that of the draft."),
                new("Neem de besluiten over in het werkboek van dit concept, of noem met --run het pakket waar het "
                        + "werkboek bij hoort.",
                    "Copy the decisions into the workbook of this draft, or name with --run the packet that the "
                        + "workbook belongs to."));
        }
    }

    private Dictionary<DraftedLine, PlacedDecision> Decisions()
    {
        var decisions = new Dictionary<DraftedLine, PlacedDecision>();
        foreach (var line in _draft.Lines.Where(_rows.ContainsKey))
        {
            var row = _rows[line];
            var cells = new DecisionCells(_sheet, row, _mistakes);
            if (!cells.IsEmpty && DecisionRules.Read(cells, line) is { } decision)
                decisions[line] = new PlacedDecision(decision, _sheet.PlaceOf(row, DecisionForm.Decision));
        }

        return decisions;
    }

    private static bool IsNumber(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    private string TextOf(int row, Wording heading) => _sheet[row, heading]?.Text ?? string.Empty;

    private static bool IsLabel(DraftedLine line, string label) =>
        label == line.Label.Dutch.Trim() || label == line.Label.English.Trim();

    private void Wrong(int row, Wording heading, Wording what, Wording remedy) =>
        _mistakes.Add(new ReviewMistake(_sheet.PlaceOf(row, heading), what, remedy));
}

/// <summary>A decision and the cell that it was chosen in.</summary>
internal sealed record PlacedDecision(Decision Decision, ReviewPlace Place);
