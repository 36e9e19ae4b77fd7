namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// A release that is held to all earlier ones of its region. A product shows its new figures, as many of them as can
/// stand beside what was released; else those of the latest release with the same choices; else none.
/// </summary>
/// <param name="Safe">What may be shown.</param>
/// <param name="Ledger">All that was released of the region, with this release.</param>
/// <param name="Outcomes">What became of each product, by its code in the order of the draft.</param>
public sealed record HeldDraft(
    SafeDraft Safe, ReleaseLedger Ledger, IReadOnlyList<(string Code, ReleaseOutcome Outcome)> Outcomes)
{
    /// <summary>Holds a release to earlier ones.</summary>
    /// <param name="release">What may be shown of the draft by itself.</param>
    /// <param name="material">What it is made of.</param>
    /// <param name="earlier">What was released before.</param>
    /// <param name="profile">What may be shown.</param>
    internal static HeldDraft From(
        SafeDraft release, ReleaseMaterial material, ReleaseLedger earlier, DisclosureProfile profile)
    {
        var held = release.Lines.Select(line => line.Product.Code).Distinct()
            .Select(code => Held(material.Product(release, code, profile), earlier, profile)).ToList();
        // Two runs of one release write the same ledger: what it holds already is not added.
        var added = held.Where(one => one.Outcome != ReleaseOutcome.Kept).Select(one => one.Product)
            .Where(one => !earlier.Products.Any(before => ReleaseFormat.AreEqual(before, one)));
        return new(
            SafeDraft.Of(
                [.. held.SelectMany(one => one.Product.Lines).Select(line => (line.Line, line.Shown))],
                [.. held.Select(one => one.Product.Whole?.Line).OfType<SafeLine>()], profile),
            new([.. earlier.Products, .. added]),
            [.. held.Select(one => (one.Product.Code, one.Outcome))]);
    }

    private static (ReleasedProduct Product, ReleaseOutcome Outcome) Held(
        ProductMaterial material, ReleaseLedger ledger, DisclosureProfile profile)
    {
        var earlier = ledger.Products.Where(one => one.Code == material.Groups.Whole.Product.Code).ToList();
        var replacement = earlier.FindLast(one => one.Choices == material.Choices
            && (!one.IsScenario || material.AsReleased(Reduction.None).HardlyDiffersFrom(one, profile)));
        for (var reduction = Reduction.None; reduction <= Reduction.Lines; reduction++)
        {
            // What was told as it is need not be tried: nobody learns from it.
            if (reduction == Reduction.Lines && replacement is not null)
                return (replacement.Of(material.Groups.Whole.Product), ReleaseOutcome.Kept);
            var tried = material.AsReleased(reduction);
            if (earlier.TrueForAll(one => tried.IsSafeBeside(one, profile)) && IsHeld(tried, reduction))
                return (tried, OutcomeOf(reduction));
        }

        var ofDrafts = earlier.Where(one => !one.IsScenario).ToList();
        return (Held(material.WithCountsOf(ofDrafts), profile), ReleaseOutcome.Withheld);

        // Of a release without earlier ones the attacker tried all figures before.
        bool IsHeld(ReleasedProduct tried, Reduction reduction)
        {
            var attack = new AttackBeside(tried, profile);
            return (reduction == Reduction.None || !attack.PinsByItself) && !attack.PinsWith(earlier);
        }
    }

    // Counts that were told before, of different releases: that of the whole can tell one of a part.
    private static ReleasedProduct Held(ReleasedProduct bare, DisclosureProfile profile)
    {
        if (!new AttackBeside(bare, profile).PinsByItself)
            return bare;
        var held = bare with { Whole = bare.Whole?.Counting(profile.Untold) };
        return new AttackBeside(held, profile).PinsByItself
            ? throw new InvalidOperationException("A small group follows from counts that were told before.")
            : held;
    }

    private static ReleaseOutcome OutcomeOf(Reduction reduction) => reduction switch
    {
        Reduction.None => ReleaseOutcome.Shown,
        Reduction.Lines => ReleaseOutcome.Withheld,
        _ => ReleaseOutcome.Reduced,
    };
}
