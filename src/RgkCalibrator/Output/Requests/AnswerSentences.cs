using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Requests;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Requests;

/// <summary>What a framework says of a request, in whole sentences.</summary>
public static class AnswerSentences
{
    private static readonly Wording And = new("en", "and");

    /// <summary>The sentences, a line each; of a product that the catalogue knows.</summary>
    /// <param name="answer">What the framework says.</param>
    /// <param name="past">What past trajectories needed; null: not asked.</param>
    public static IReadOnlyList<Wording> Of(RequestAnswer answer, PastNeeds? past)
    {
        var (request, product) = (answer.Request, answer.Product!);
        var asked = RequestWords.Asked(request, product);
        List<Wording> text =
        [
            new($"Aanvraag: {product.Code} {product.Name}, {asked.Dutch}.",
                $"Request: {product.Code} {product.Name}, {asked.English}."),
        ];
        if (product.Code != request.ProductCode)
        {
            text.Add(new(
                $"De code {request.ProductCode} hoort bij dit product.",
                $"The code {request.ProductCode} stands for this product."));
        }

        text.AddRange(answer.Only is { } only ? OfOne(answer, only, past) : OfSeveral(answer));
        text.Add(new(
            "Dit is geen besluit: de aanvraag is naast het kader gelegd, en van de jeugdige is niets bekend.",
            "This is no decision: the request was laid beside the framework, and nothing is known of the child."));
        return text;
    }

    private static IEnumerable<Wording> OfOne(RequestAnswer answer, PossibleLine one, PastNeeds? past)
    {
        if (one.Line is not { } line)
            return [Absence(one, answer.Product!)];
        if (one.Volume is not { } volume)
            return [Applies(answer, one), OtherUnit(line), Conclusion(answer)];
        var (request, duration) = (answer.Request, one.Duration!);
        return
        [
            Applies(answer, one),
            .. LineSentences.Volume(request, volume, duration.Limit.Unit == DurationUnit.SchoolYear),
            .. LineSentences.Duration(request, duration), LineSentences.Intensity(volume), Conclusion(answer),
            .. Grounds(line, answer.Product!, volume), .. Beforehand(answer, line, duration),
            .. Beside(request, duration), .. PastSentences.Of(answer, one, past),
        ];
    }

    private static IEnumerable<Wording> OfSeveral(RequestAnswer answer)
    {
        var asked = RequestWords.List([.. answer.Deciding.Select(RequestWords.Asking)], And);
        yield return new(
            $"Welke lijn geldt, hangt af van wat niet is gezegd: {asked.Dutch}. Mogelijk zijn:",
            $"Which line applies depends on what was not told: {asked.English}. Possible are:");
        foreach (var one in answer.Lines)
            yield return Possible(one, answer.Product!);
        yield return Conclusion(answer);
    }

    private static Wording Possible(PossibleLine one, Product product)
    {
        if (one.Line is not { } line)
        {
            var absence = Absence(one, product);
            return new($"- {one.Label.Dutch}: {absence.Dutch}", $"- {one.Label.English}: {absence.English}");
        }

        var (value, outcome) = (RequestWords.Line(line, one.Duration!.Limit), LineSentences.Outcome(one.Verdict));
        return new(
            $"- {one.Label.Dutch}: {value.Dutch}; {outcome.Dutch}.",
            $"- {one.Label.English}: {value.English}; {outcome.English}.");
    }

    private static Wording Conclusion(RequestAnswer answer)
    {
        var outcome = LineSentences.Outcome(answer.Verdict);
        return answer.Lines.Count > 1 && answer.Verdict != RequestVerdict.FactMissing
            ? new($"Uitkomst: bij elk van deze lijnen geldt: {outcome.Dutch}.",
                $"Outcome: by each of these lines {outcome.English}.")
            : new($"Uitkomst: {outcome.Dutch}.", $"Outcome: {outcome.English}.");
    }

    // Which line it is, and what made it so.
    private static Wording Applies(RequestAnswer answer, PossibleLine one)
    {
        var (value, kind) = (
            RequestWords.Line(one.Line!, DurationCheck.LimitOf(answer.Product!, one.Line!)),
            RequestWords.NameOf(one.Line!.Kind));
        if (one.Subgroup.Length == 0)
        {
            return new(
                $"Lijn: {value.Dutch} ({kind.Dutch}); het product heeft één lijn.",
                $"Line: {value.English} ({kind.English}); the product has one line.");
        }

        var told = answer.Product!.Subgroups.SelectMany(subgroup => subgroup.When).Select(demand => demand.Kind)
            .Distinct().Select(asked => RequestWords.Told(asked, answer.Request.Facts)).OfType<Wording>().ToList();
        var why = told.Count == 0 ? Wording.Same(string.Empty) : RequestWords.List(told, And);
        var because = told.Count == 0
            ? Wording.Same(string.Empty)
            : new Wording($" Dat volgt hieruit: {why.Dutch}.", $" That follows from this: {why.English}.");
        return new(
            $"Lijn '{one.Label.Dutch}': {value.Dutch} ({kind.Dutch}).{because.Dutch}",
            $"Line '{one.Label.English}': {value.English} ({kind.English}).{because.English}");
    }

    private static Wording Absence(PossibleLine one, Product product) => one.Absence switch
    {
        LineAbsence.OutsideFramework => new(
            "Dit product valt niet onder een kader: er is geen lijn om de aanvraag naast te leggen.",
            "This product is under no framework: there is no line to lay the request beside."),
        LineAbsence.Dropped => new(
            "De lijn voor deze zorg is bij de vaststelling van het kader vervallen.",
            "The line for this care was dropped when the framework was adopted."),
        LineAbsence.OtherSubgroups => new(
            "Het kader verdeelt dit product in andere subgroepen dan de catalogus. Geef met --catalogue de catalogus "
                + "waarmee het kader is gemaakt.",
            "The framework divides this product in other subgroups than the catalogue. Give with --catalogue the "
                + "catalogue that the framework was made with."),
        _ => new(
            $"Het product valt volgens de catalogus onder {RequestWords.NameOf(product.Framework).Dutch}, maar het "
                + "kader heeft er geen lijn voor.",
            $"By the catalogue the product is under {RequestWords.NameOf(product.Framework).English}, but the "
                + "framework has no line for it."),
    };

    private static Wording OtherUnit(PublishedLine line)
    {
        var unit = Intake.Lines.CareUnits.Counted(line.Unit);
        return new(
            $"De lijn telt in {unit.Dutch}, en de eenheid van de aanvraag is daar niet naar om te rekenen.",
            $"The line counts in {unit.English}, and the unit of the request does not convert to that.");
    }

    private static IEnumerable<Wording> Grounds(PublishedLine line, Product product, VolumeCheck volume)
    {
        var grounds = line.Outside ?? [.. product.ExceptionGrounds.Select(ground => ground.Summary)];
        if (grounds.Count == 0)
        {
            if (volume.Beyond > 0)
            {
                yield return new(
                    "Het kader noemt voor deze zorg geen redenen voor meer volume.",
                    "The framework names no grounds for more volume of this care.");
            }

            yield break;
        }

        yield return new(
            "Het kader noemt deze redenen voor meer volume:", "The framework names these grounds for more volume:");
        foreach (var ground in grounds)
            yield return Wording.Same("- " + ground);
    }

    private static IEnumerable<Wording> Beforehand(RequestAnswer answer, PublishedLine line, DurationCheck duration)
    {
        var limit = duration.Limit.InSentence();
        var isStay = line.Kind == FrameworkKind.Norm && answer.Request.Facts.WithStay != false;
        yield return (isStay, answer.Request.Facts.WithStay) switch
        {
            (true, true) => new(
                $"Van de duur ({limit.Dutch}) kan vooraf niet worden afgeweken, behalve voor de duur van het verblijf: "
                    + "samen met tijdelijk verblijf mag de zorg zo lang duren als dat verblijf.",
                $"The duration ({limit.English}) cannot be departed from beforehand, but for the duration of the stay: "
                    + "with a temporary stay the care may last as long as that stay."),
            (true, _) => new(
                $"Van de duur ({limit.Dutch}) kan vooraf niet worden afgeweken. Alleen samen met tijdelijk verblijf "
                    + "mag de zorg zo lang duren als dat verblijf.",
                $"The duration ({limit.English}) cannot be departed from beforehand. Only with a temporary stay the "
                    + "care may last as long as that stay."),
            _ => new(
                $"Van de duur ({limit.Dutch}) kan vooraf niet worden afgeweken.",
                $"The duration ({limit.English}) cannot be departed from beforehand."),
        };
        if (duration.Beyond > 0)
            yield return PublishedWords.Footnotes(line.Kind)[^1];
    }

    private static IEnumerable<Wording> Beside(CareRequest request, DurationCheck duration)
    {
        if (request.LongestBeside is not { } beside)
            yield break;
        var shown = beside.InSentence();
        if (RequestedDuration.PartsOf(beside) <= RequestedDuration.PartsOf(duration.Limit))
        {
            yield return new(
                $"Het langste traject ernaast duurt {shown.Dutch}: dat is niet langer dan de lijn.",
                $"The longest trajectory beside it lasts {shown.English}: that is no longer than the line.");
            yield break;
        }

        if (duration.Beyond == 0)
        {
            yield return new(
                $"Het langste traject ernaast duurt {shown.Dutch}; de aanvraag valt al binnen de duur van de lijn.",
                $"The longest trajectory beside it lasts {shown.English}; the request is within the duration of the "
                    + "line as it is.");
            yield break;
        }

        var isWithin = DurationCheck.Of(request.Duration, beside).Beyond == 0;
        yield return new(
            $"Het langste traject ernaast duurt {shown.Dutch}. Naar het advies van maart 2025 mag de duur dat traject "
                + $"volgen, en dan valt de aanvraag {(isWithin ? "wel" : "ook niet")} binnen de duur. Dat advies is "
                + "geen lijn van het kader, en telt in de uitkomst niet mee.",
            $"The longest trajectory beside it lasts {shown.English}. By the advice of March 2025 the duration may "
                + $"follow that trajectory, and then the request is {(isWithin ? "inside" : "still beyond")} the "
                + "duration. That advice is no line of the framework, and does not count in the outcome.");
    }
}
