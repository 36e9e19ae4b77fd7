using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The draft as a presentation.</summary>
internal static class PresentationFile
{
    internal const string Name = "presentatie.pptx";

    private static readonly Figure[] Figures =
    [
        Figure.Trajectories, Figure.Duration, Figure.Volume, Figure.ComparedDuration, Figure.ComparedVolume,
        Figure.WithinBoth, Figure.VolumeHistogram, Figure.DurationHistogram, Figure.VolumeBox, Figure.PooledVolume,
    ];

    /// <summary>Writes it, and tells which figures stand in it.</summary>
    internal static ReleasedFile Write(
        StagedOutput output, SafeDraft draft, DraftNotes notes, PresentationSettings settings)
    {
        using (var file = File.Create(output.PathOf(ExternFiles.Folder + Name)))
            DeckFile.Write(DraftDeck.Build(draft, notes, settings), settings.Template, file);
        // A box stands only beside those of other subgroups.
        var beside = draft.Subgroups.Select(product => product.Product.Code).ToHashSet(StringComparer.Ordinal);
        return new ReleasedFile(Name, Figures)
        {
            Holds = verdict => settings.Holds(verdict.ProductCode)
                && (verdict.Figure is not (Figure.VolumeBox or Figure.PooledVolume)
                    || beside.Contains(verdict.ProductCode)),
        };
    }
}
