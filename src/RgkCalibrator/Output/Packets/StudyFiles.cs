using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The studies as files for programs.</summary>
internal static class StudyFiles
{
    /// <summary>Each as CSV, by the names of its columns.</summary>
    internal static void Write(StagedOutput output, IReadOnlyList<StudySheet> studies)
    {
        foreach (var study in studies)
        {
            using var file = File.Create(output.PathOf($"intern/{study.File}.csv"));
            study.Table.WriteCsv(file);
        }
    }
}
