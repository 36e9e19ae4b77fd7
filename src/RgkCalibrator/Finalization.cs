using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
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
    private const string Coverage = StagedOutput.Restricted + "/" + InternFiles.CoverageFile;

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
        var hasCoverage = File.Exists(Path.Combine(packet, Coverage));
        InputFile[] files =
        [
            .. (hasCoverage ? new[] { Draft, Coverage } : [Draft])
                .Select(file => new InputFile(Path.Combine(packet, file))),
            .. workbooks.Select(file => new InputFile(file)),
        ];
        OwnInput.Refuse([], files, folder);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Annexes, run.Warn);
        Packet.Open(packet).RefuseOtherCatalogue(catalogue);
        if (!hasCoverage)
            run.Warn?.Invoke(NoCoverage);
        var adopted = UnchangedInput.During(files, input =>
        {
            var draft = ReadDraft(packet, catalogue);
            var framework = AdoptedFramework.From(draft, ReviewMerge.Read(workbooks, draft), catalogue);
            output.Guard(() =>
            {
                AnnexFiles.Write(output, framework);
                if (hasCoverage)
                    CoverageFiles.Write(output, AdoptedCoverage.Of(framework, ReadCoverage(packet)));
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
        var draft = DraftReading.Read(Path.Combine(packet, Draft), catalogue);
        RefuseChanged(packet, Draft, draft.Sha256);
        return draft;
    }

    private static IReadOnlyList<VolumeCount> ReadCoverage(string packet)
    {
        var file = Path.Combine(packet, Coverage);
        RefuseChanged(packet, Coverage, ManifestReading.HashOf(file));
        return VolumeCountReading.Read(file);
    }

    private static void RefuseChanged(string packet, string name, string hash)
    {
        var written = ManifestReading.Read(packet, manifest => manifest.GetProperty("outputs").EnumerateArray()
            .First(file => file.GetProperty("file").ValueEquals(name)).GetProperty("sha256").GetString()!);
        if (hash == written)
            return;
        throw new CalibrationException(
            ExitCode.Files,
            new("Dit bestand van het pakket is veranderd nadat het is geschreven.",
                "This file of the packet was changed after it was written."),
            Path.Combine(packet, name),
            new("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."));
    }

    private static Wording NoCoverage { get; } = new(
        $"In dit pakket staat geen {Coverage}, zoals in pakketten van oudere versies: van de vastgestelde lijnen is "
            + "niet te zeggen hoeveel trajecten erbinnen vallen.",
        $"This packet has no {Coverage}, as packets of older versions: it cannot be told how many trajectories lie "
            + "inside the adopted lines.");
}
