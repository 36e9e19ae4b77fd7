using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>What a release is made of. Restricted.</summary>
/// <param name="Products">The groups of each product.</param>
/// <param name="Lines">The lines of the draft, of all products.</param>
/// <param name="Pooled">The lines of whole products with subgroups.</param>
/// <param name="Settings">The choices behind them.</param>
/// <param name="Keys">What its children are called in the ledger.</param>
internal sealed record ReleaseMaterial(
    IReadOnlyList<ProductGroups> Products, IReadOnlyList<DraftLine> Lines, IReadOnlyList<DraftLine> Pooled,
    FrameworkSettings Settings, ReleaseKeys Keys)
{
    /// <summary>That of one product, with what may be shown of it.</summary>
    internal ProductMaterial Product(SafeDraft release, string code, DisclosureProfile profile)
    {
        var groups = Products.Single(one => one.Whole.Product.Code == code);
        return new ProductMaterial(
            groups,
            [
                .. Lines.Where(line => line.Group.Product.Code == code)
                    .Zip(release.Lines.Where(line => line.Product.Code == code), (draft, line) => new LineMaterial(
                        draft, line, release.Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, line)))),
            ],
            Pooled.FirstOrDefault(line => line.Group.Product.Code == code),
            ChoicesOf(groups.Whole.Product, profile), ScaleOf(groups.Whole.Product), Keys, profile);
    }

    private string ChoicesOf(Product product, DisclosureProfile profile) => string.Join(' ',
    [
        Settings.Percentage.ToString(), Settings.Compared.ToString(), Settings.Type.ToString(),
        Numbers.Exact(Settings.Confidence), Settings.Estimator.ToString(),
        Numbers.Whole(profile.SmallestGroup), Numbers.Whole(profile.CountRounding),
        Numbers.Whole(profile.BothPercentilesFrom), Numbers.Exact(profile.LargestSameShare),
        Numbers.Exact(profile.BandFrom),
        ScaleOf(product), .. product.Subgroups.Select(subgroup => subgroup.Id),
    ]);

    private static string ScaleOf(Product product) => string.Join(
        ' ', [product.Unit.ToString(), .. product.AllowedDurations.Select(step => step.Shown().English)]);
}

/// <summary>A line of a draft and what may be shown of it.</summary>
/// <param name="Draft">The line.</param>
/// <param name="Line">As it may be shown.</param>
/// <param name="Shown">Its distributions; null where none may be shown.</param>
internal sealed record LineMaterial(DraftLine Draft, SafeLine Line, SafeDistributions? Shown);

/// <summary>What the release of one product is made of. Restricted.</summary>
/// <param name="Groups">Its groups.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Pooled">Its line as a whole; null where it has no subgroups.</param>
/// <param name="Choices">The choices that say what its figures are.</param>
/// <param name="Scale">The unit of its volumes and the allowed durations.</param>
/// <param name="Keys">What its children are called in the ledger.</param>
/// <param name="Profile">What may be shown.</param>
internal sealed record ProductMaterial(
    ProductGroups Groups, IReadOnlyList<LineMaterial> Lines, DraftLine? Pooled, string Choices, string Scale,
    ReleaseKeys Keys, DisclosureProfile Profile)
{
    // Without the shares of years their percentiles are not told either.
    private static readonly Figure[] Parts = [Figure.YearShares, Figure.ProviderShares, Figure.Course];

    private static readonly Figure[] Curves = [Figure.VolumeCurve, Figure.DurationCurve, Figure.VolumeBox];

    private static readonly Figure[] AllDistributions =
    [
        .. Parts, .. Curves, Figure.VolumeHistogram, Figure.DurationHistogram,
    ];

    private IReadOnlyList<KeyValuePair<ulong, ulong>> Records =>
        field ??= [.. ChildRecords.Of(Groups, Keys).OrderBy(record => record.Key)];

    /// <summary>The product as it would be released, without some figures.</summary>
    internal ReleasedProduct AsReleased(Reduction reduction)
    {
        var whole = Pooled is null ? null : LineDisclosure.Line(Pooled, Profile);
        return new ReleasedProduct(
            Groups.Whole.Product.Code, Choices, Scale,
            [.. Records.Select(record => record.Key)], [.. Records.Select(record => record.Value)],
            [.. Lines.Select(line => Reduced(line, reduction))],
            whole is null ? null : ReleasedLine.OfWhole(
                Pooled!, reduction == Reduction.Lines ? LineDisclosure.CountOf(whole) : whole, Keys));
    }

    /// <summary>The product of which nothing is told but counts that earlier releases told.</summary>
    internal ReleasedProduct WithCountsOf(IReadOnlyList<ReleasedProduct> earlier)
    {
        var bare = AsReleased(Reduction.Lines);
        return bare with
        {
            Lines = [.. bare.Lines.Select(line => line.Counting(Told(line, one => one.Lines)))],
            Whole = bare.Whole?.Counting(Told(bare.Whole, one => one.Whole is null ? [] : [one.Whole])),
        };

        SafeCount Told(ReleasedLine line, Func<ReleasedProduct, IReadOnlyList<ReleasedLine>> lines) =>
            earlier.SelectMany(lines).LastOrDefault(one => one.Line.SubgroupId == line.Line.SubgroupId)
                ?.Line.Trajectories ?? Profile.Count(0, children: 0);
    }

    /// <summary>The product of which nothing is told, counts neither.</summary>
    internal ReleasedProduct Untold()
    {
        var bare = AsReleased(Reduction.Lines);
        return bare with { Lines = [.. bare.Lines.Select(line => line.Counting(Profile.Count(0, children: 0)))] };
    }

    private ReleasedLine Reduced(LineMaterial line, Reduction reduction) => reduction switch
    {
        Reduction.None => ReleasedLine.Of(line.Draft, line.Line, line.Shown, Keys, Profile),
        Reduction.YearPercentiles => ReleasedLine.Of(
            line.Draft, line.Line, line.Shown?.Without([Figure.YearPercentiles]), Keys, Profile),
        Reduction.Parts => ReleasedLine.Of(line.Draft, line.Line, line.Shown?.Without(Parts), Keys, Profile),
        Reduction.Curves => ReleasedLine.Of(
            line.Draft, line.Line, line.Shown?.Without([.. Parts, .. Curves]), Keys, Profile),
        Reduction.Distributions => ReleasedLine.Of(
            line.Draft, line.Line, line.Shown?.Without(AllDistributions), Keys, Profile),
        Reduction.Evidence => WithoutEvidence(line),
        _ => ReleasedLine.Of(line.Draft, LineDisclosure.CountOf(line.Line), null, Keys, Profile),
    };

    private ReleasedLine WithoutEvidence(LineMaterial line)
    {
        if (line.Line.Withheld is not null)
            return ReleasedLine.Of(line.Draft, line.Line, null, Keys, Profile);
        var bare = LineDisclosure.ProposalOf(line.Line);
        return ReleasedLine.Of(line.Draft, bare, line.Shown?.Without(AllDistributions).Of(bare), Keys, Profile);
    }
}
