using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Register;
using RgkCalibrator.Register;
using RgkCalibrator.Review;

namespace RgkCalibrator;

/// <summary>
/// The register of situations that need more than a framework, as providers report them: the workbook to send out, and
/// reading what comes back.
/// </summary>
public static class RegisterOfReports
{
    /// <summary>What can be reported of a framework.</summary>
    /// <param name="framework">A <c>framework.json</c>, or a CSV file with lines.</param>
    /// <param name="catalogue">The products, and the situations where the framework does not tell them.</param>
    /// <exception cref="CalibrationException">The file cannot be read, or the catalogue knows no product of it.
    /// </exception>
    public static RegisterFramework Open(string framework, ProductCatalogue catalogue)
    {
        var published = Finalization.ReadFramework(framework, products: null);
        return RegisterFramework.Of(GivenFramework.Of([(framework, published)], catalogue.Products)[0], catalogue);
    }

    /// <summary>Writes a workbook to send to a provider; the same choices give the same bytes.</summary>
    /// <param name="framework">What can be reported.</param>
    /// <param name="file">Where it goes.</param>
    /// <param name="provider">The provider that it is for; null: it fills that in itself.</param>
    /// <param name="period">The start days of the trajectories that it counts.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="run">Is told what could not be taken away.</param>
    /// <exception cref="CalibrationException">The file cannot be written.</exception>
    public static void WriteNew(
        RegisterFramework framework, string file, string? provider, Period period, Language language, RunSettings run)
    {
        using var output = StagedOutput.ForFile(file, run.Warn);
        output.Guard(() =>
        {
            using var stream = File.Create(output.FilePath);
            var request = new RegisterRequest(framework, provider, period) { IsSynthetic = framework.IsSynthetic };
            WorkbookFile.Write(RegisterWorkbook.Build(request, language), stream);
        });
        output.Commit();
    }

    /// <summary>Reads workbooks that came back; what is wrong with them is part of the outcome.</summary>
    /// <param name="places">Files, and folders of them.</param>
    /// <param name="framework">What can be reported.</param>
    /// <param name="asked">The providers that were asked; empty: any.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="CalibrationException">There are no files.</exception>
    public static ReturnedRegister Read(
        IReadOnlyList<string> places, RegisterFramework framework, IReadOnlyCollection<string> asked,
        CancellationToken stop) => new RegisterReading(framework, asked).Read(RegisterFiles.Find(places), stop);

    /// <summary>
    /// Does likewise, and writes a folder: the reports that count, and why others do not; restricted.
    /// </summary>
    /// <param name="places">As above.</param>
    /// <param name="framework">As above.</param>
    /// <param name="asked">As above.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">There are no files, or the folder cannot be written.</exception>
    public static ReturnedRegister WriteChecked(
        IReadOnlyList<string> places, RegisterFramework framework, IReadOnlyCollection<string> asked, string folder,
        Language language, RunSettings run)
    {
        List<InputFile> files = [.. RegisterFiles.Find(places).Select(file => new InputFile(file))];
        OwnInput.Refuse(places, files, folder);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Returns, run.Warn);
        var read = UnchangedInput.During(files, input =>
        {
            var register = Read([.. files.Select(file => file.Path)], framework, asked, run.Stop);
            output.Guard(() =>
            {
                RegisterCheckFiles.Write(output, register, language);
                var ledger = new Ledger([.. files.Select(LedgerOf)], []) { IsSynthetic = register.IsSynthetic };
                Manifest.Write(output, [.. files.Select(file => input.HashOf(file.Path))], ledger, new JsonObject
                {
                    ["framework"] = framework.Framework.Name,
                    ["providers"] = JsonFile.Texts(asked.Order(StringComparer.Ordinal)),
                    ["language"] = language.NameInFiles(),
                });
            });
            return register;
        });
        output.Commit();
        return read;
    }

    private static FileLedger LedgerOf(InputFile file) => new(
        Path.GetFileName(file.Path), 0, 0, new Dictionary<RowOutcome, Amount>(),
        new Dictionary<RejectionReason, long>());
}
