namespace RgkCalibrator.Disclosure.Releases;

/// <summary>What is released of a product in one scenario.</summary>
/// <param name="Own">Its lines.</param>
/// <param name="AtBase">The same at the durations of the base; null where nothing of it is shown.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record ScenarioCell(ReleasedProduct Own, ReleasedProduct? AtBase, ReleaseOutcome Outcome)
{
    /// <summary>Whether its lines are those of a release, perhaps read from a ledger.</summary>
    internal bool IsOf(ReleasedProduct product) => ReferenceEquals(Own.Children, product.Children);

    internal void Deconstruct(out ReleasedProduct own, out ReleasedProduct? atBase) => (own, atBase) = (Own, AtBase);
}

/// <summary>A product in scenarios that were released one after the other.</summary>
/// <param name="Code">The product.</param>
/// <param name="Cells">In the order of the scenarios; null where a scenario has no lines of it.</param>
/// <param name="Added">What tells something new.</param>
internal sealed record ScenarioProduct(
    string Code, IReadOnlyList<ScenarioCell?> Cells, IReadOnlyList<ReleasedProduct> Added)
{
    /// <summary>Releases a product in one scenario after the other.</summary>
    internal static ScenarioProduct Held(
        string code, IReadOnlyList<ScenarioRelease> columns, ReleaseLedger earlier, DisclosureProfile profile)
    {
        var told = earlier.Products.Where(one => one.Code == code).ToList();
        var (before, cells) = (told.Count, new List<ScenarioCell?>());
        foreach (var column in columns)
            cells.Add(column.Has(code) ? Cell(code, (column, columns[0]), cells, told, profile) : null);
        return new(code, cells, told[before..]);
    }

    private static ScenarioCell Cell(
        string code, (ScenarioRelease Own, ScenarioRelease Base) columns, List<ScenarioCell?> cells,
        List<ReleasedProduct> told, DisclosureProfile profile)
    {
        var (own, outcome) = Release(columns.Own.Own(code), told, cells.Count == 0, profile);
        // Figures of the base or of an earlier scenario stand at the duration of the base as they did there.
        if (outcome == ReleaseOutcome.Kept && cells.Find(cell => cell?.IsOf(own) == true) is { } same)
            return new(own, same.AtBase, outcome);
        if (outcome == ReleaseOutcome.Withheld || columns.Own.HasDurationsOf(columns.Base, code))
            return new(own, own, outcome);
        var (atBase, outcomeAtBase) = Release(columns.Own.AtBase(code, columns.Base), told, isBase: false, profile);
        return new(own, outcomeAtBase == ReleaseOutcome.Withheld ? null : atBase, outcome);
    }

    private static (ReleasedProduct Product, ReleaseOutcome Outcome) Release(
        ProductMaterial material, List<ReleasedProduct> told, bool isBase, DisclosureProfile profile)
    {
        var (product, outcome) = Beside(told, isBase ? material : NearTold(material, told), profile);
        if (outcome is not (ReleaseOutcome.Shown or ReleaseOutcome.Reduced))
            return (product, outcome);
        product = product with { IsScenario = !isBase };
        told.Add(product);
        return (product, outcome);
    }

    private static (ReleasedProduct Product, ReleaseOutcome Outcome) Beside(
        List<ReleasedProduct> told, ProductMaterial material, DisclosureProfile profile)
    {
        var (full, bare) = (material.AsReleased(Reduction.None), material.AsReleased(Reduction.Evidence));
        if (told.FindLast(one => one.Choices == material.Choices && full.HardlyDiffersFrom(one, profile)) is { } same)
            return (same.Of(material.Groups.Whole.Product), ReleaseOutcome.Kept);
        if (told.TrueForAll(one => full.IsSafeBesideChoice(one, profile) && full.HasSharesSafeBeside(one, profile))
            && !new AttackBeside(full, profile).PinsWith(told))
        {
            return (full, ReleaseOutcome.Shown);
        }

        // Lines in whose place something would follow are left out, and then the whole product.
        var failing = told.SelectMany(one => bare.LinesUnsafeBeside(one, profile)).ToHashSet(StringComparer.Ordinal);
        var rest = Without(material, failing).AsReleased(Reduction.Evidence);
        return told.TrueForAll(one => rest.IsSafeBesideChoice(one, profile))
            && !new AttackBeside(rest, profile).PinsWith(told)
            ? (rest, ReleaseOutcome.Reduced)
            : (material.Untold(), ReleaseOutcome.Withheld);
    }

    private static ProductMaterial Without(ProductMaterial material, HashSet<string> subgroups) => material with
    {
        Lines =
        [
            .. material.Lines.Select(line => subgroups.Contains(line.Line.SubgroupId)
                ? line with { Line = LineDisclosure.CountOf(line.Line) }
                : line),
        ],
    };

    /// <summary>
    /// The lines of a product to stand beside those that were told. A line of too few children for that is left out; a
    /// volume that lies fewer children than the smallest group from one that was told becomes that one.
    /// </summary>
    private static ProductMaterial NearTold(ProductMaterial material, List<ReleasedProduct> told) => material with
    {
        // A volume in another unit, or within other durations, is another volume.
        Lines = [.. material.Lines.Select(line => NearTold(
            line, [.. told.Where(one => one.Scale == material.Scale).SelectMany(one => one.Lines).Where(before =>
                before.Line.SubgroupId == line.Line.SubgroupId && before.Line.Withheld is null)], material.Profile))],
    };

    private static LineMaterial NearTold(
        LineMaterial line, IReadOnlyList<ReleasedLine> told, DisclosureProfile profile)
    {
        if (line.Line.Withheld is not null)
            return line;
        if (!told.All(before => LineDisclosure.MayStandBeside(line.Draft, before.Line, profile)))
            return line with { Line = LineDisclosure.CountOf(line.Line) };
        var (volume, known) = (line.Draft.Chosen.Volume!, KnownChildren.BehindProposal(line.Draft));
        var near = told.SelectMany(before => before.VolumePoints())
            .OrderBy(point => Math.Abs(point - volume.Value)).Select(point => (decimal?)point)
            .FirstOrDefault(point => !known.AreApart(volume.Value, point!.Value, profile));
        if (near is null)
            return line;
        var draft = line.Draft with
        {
            Chosen = line.Draft.Chosen with { Volume = volume with { Value = near.Value } },
        };
        return line with
        {
            Draft = draft,
            Line = LineDisclosure.ProposalAlone(draft, hasShare: line.Line.WithinBoth is not null, profile),
        };
    }
}
