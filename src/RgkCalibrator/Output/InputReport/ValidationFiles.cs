using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Output.InputReport;

/// <summary>The files of a report on declarations.</summary>
internal static class ValidationFiles
{
    /// <summary>The report for readers and for programs, and every rejected row.</summary>
    internal static void Write(StagedOutput output, Validation validation, Language language)
    {
        using (var page = File.Create(output.PathOf("intern/validatie.html")))
            page.Write(System.Text.Encoding.UTF8.GetBytes(new ValidationHtml(validation, language).Page()));
        using (var json = File.Create(output.PathOf("intern/validatie.json")))
            ValidationJson.Write(validation, language, json);
        using var rejected = File.Create(output.PathOf("intern/rejected.csv"));
        InternFiles.WriteRejected(validation.Ledger, rejected);
    }
}
