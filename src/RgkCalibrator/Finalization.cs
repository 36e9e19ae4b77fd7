using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;

namespace RgkCalibrator;

/// <summary>From a draft and the decisions of the working group to the annexes that are published.</summary>
public static class Finalization
{
    private const string Draft = "extern/kader-concept.json";

    /// <summary>
    /// Reads the decisions, checks them, and writes the annexes, the overview of changes and the framework.
    /// </summary>
    /// <param name="workbooks">The workbooks in which reviewers decided, all made from the draft of one packet.</param>
    /// <param name="packet">The packet that <c>derive</c> wrote.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="catalogue">The catalogue that the packet was made with.</param>
    /// <param name="run">Is told what could not be taken away.</param>
    /// <returns>The framework.</returns>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    public static AdoptedFramework Finalize(
        IReadOnlyList<string> workbooks, string packet, string folder, ProductCatalogue catalogue,
        RunSettings run)
    {
        using var output = StagedOutput.ForFolder(folder, run.Warn);
        InputFile[] files = [new(Path.Combine(packet, Draft)), .. workbooks.Select(file => new InputFile(file))];
        var adopted = UnchangedInput.During(files, input =>
        {
            var draft = ReadDraft(packet, catalogue);
            var framework = AdoptedFramework.From(draft, ReviewMerge.Read(workbooks, draft), catalogue);
            output.Guard(() =>
            {
                AnnexFiles.Write(output, framework);
                var reviews = workbooks.Select(input.HashOf).Order(StringComparer.Ordinal);
                Manifest.Write(output, [], Ledger.Empty, new JsonObject
                {
                    ["draftSha256"] = draft.Sha256,
                    ["reviewsSha256"] = JsonFile.Texts(reviews),
                    ["catalogueSha256"] = catalogue.Fingerprint,
                });
            });
            return framework;
        });
        output.Commit();
        return adopted;
    }

    /// <summary>Reads a framework for lint and comparison: one that was adopted, or tables in CSV.</summary>
    /// <param name="file">A <c>framework.json</c>, or a CSV file with lines.</param>
    /// <param name="products">A CSV file with products; null: those that the framework itself holds.</param>
    /// <exception cref="CalibrationException">A file cannot be read.</exception>
    public static PublishedFramework ReadFramework(string file, string? products)
    {
        if (!string.Equals(Path.GetExtension(file), ".json", StringComparison.OrdinalIgnoreCase))
            return FrameworkTables.Read(file, products);
        var framework = FrameworkJson.Read(file).ToPublished();
        return products is null
            ? framework
            : framework with { Products = FrameworkTables.ReadProducts(products) };
    }

    // The hash in the manifest tells whether somebody changed the draft since.
    private static DraftFramework ReadDraft(string packet, ProductCatalogue catalogue)
    {
        var opened = Packet.Open(packet);
        opened.RefuseOtherCatalogue(catalogue);
        var draft = DraftReading.Read(Path.Combine(packet, Draft), catalogue);
        var written = ManifestReading.Read(packet, manifest => manifest.GetProperty("outputs").EnumerateArray()
            .First(file => file.GetProperty("file").ValueEquals(Draft)).GetProperty("sha256").GetString()!);
        return draft.Sha256 == written ? draft : throw new CalibrationException(
            ExitCode.Files,
            new("Het concept in dit pakket is veranderd nadat het is geschreven.",
                "The draft in this packet was changed after it was written."),
            Path.Combine(packet, Draft),
            new("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."));
    }
}
