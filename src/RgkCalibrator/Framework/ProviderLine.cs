using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>What the line that counts for a provider rests on.</summary>
public enum ProviderBasis
{
    /// <summary>Its own trajectories.</summary>
    Own,

    /// <summary>Those of all providers: of its own there are too few, or they do not reach the percentile.</summary>
    AllProviders,

    /// <summary>Nothing: the data support no line for all providers either, and it has none.</summary>
    None,
}

/// <summary>A line of the framework for one main provider.</summary>
/// <param name="Provider">
/// The provider as the declarations name it; empty for all care without a name, which is one rest and gets no line of
/// its own.
/// </param>
/// <param name="Own">What its own trajectories propose; at least one is in the cohort or has a care year in it.</param>
/// <param name="OfAll">What the trajectories of all providers propose.</param>
public sealed record ProviderLine(string Provider, DraftLine Own, DraftLine OfAll)
{
    /// <summary>Whether the declarations name the provider.</summary>
    public bool IsNamed => Provider.Length > 0;

    /// <summary>What <see cref="Value"/> rests on.</summary>
    public ProviderBasis Basis => OwnValue is not null ? ProviderBasis.Own
        : ValueOfAll is not null ? ProviderBasis.AllProviders
        : ProviderBasis.None;

    /// <summary>The line that counts for the provider; null where it has none.</summary>
    public LineValue? Value => OwnValue ?? ValueOfAll;

    /// <summary>The line that its own trajectories support; null where they do not, or where it has no name.</summary>
    public LineValue? OwnValue => IsNamed ? Own.Proposed : null;

    /// <summary>The line for providers without one of their own; null where there is none.</summary>
    public LineValue? ValueOfAll => OfAll.Advised;

    /// <summary>Refuses trajectories of which none has the name of a provider.</summary>
    /// <exception cref="CalibrationException">There is no name.</exception>
    internal static void RefuseNameless(TrajectorySet trajectories)
    {
        if (trajectories.Providers.Any(name => name.Length > 0))
            return;
        throw new CalibrationException(
            ExitCode.WrongUse,
            new("Lijnen per aanbieder zijn gevraagd, maar in de declaraties staat geen aanbieder.",
                "Lines by provider are asked for, but the declarations say no provider."),
            string.Empty,
            new("Zeg in de mapping bij 'provider_id' hoe de kolom met de aanbieder heet.",
                "Say in the mapping at 'provider_id' what the column with the provider is called."));
    }

    /// <summary>Derives the lines of the providers of trajectories as those of all are derived.</summary>
    /// <param name="trajectories">Those that the lines of all were derived from.</param>
    /// <param name="catalogue">The products.</param>
    /// <param name="ofAll">The lines of all, in the order of the catalogue.</param>
    /// <param name="settings">How estimates become lines.</param>
    /// <returns>
    /// Every line of which a provider has a trajectory: in the order of the catalogue, and then of providers' ids.
    /// </returns>
    public static IReadOnlyList<ProviderLine> Of(
        TrajectorySet trajectories, ProductCatalogue catalogue, IReadOnlyList<DraftLine> ofAll,
        FrameworkSettings settings)
    {
        var places = ofAll.Index().ToDictionary(line => line.Item.Group.Name, line => line.Index);
        var lines = Grouping.ByProvider(trajectories, catalogue).AsParallel().AsOrdered().SelectMany(provider =>
            from product in provider.Products
            from line in Proposals.ForProduct(product, settings)
            where line.Group is { Cohort: > 0 } or { CareYears.Cohort: > 0 }
            select (trajectories.Providers[provider.Provider], Line: line, Place: places[line.Group.Name]));
        // Sorting keeps the order of providers.
        return
        [
            .. lines.ToList().OrderBy(line => line.Place)
                .Select(line => new ProviderLine(line.Item1, line.Line, ofAll[line.Place])),
        ];
    }
}
