using RgkCalibrator.Engine;
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
            WritePlain(study.Table, file);
        }
    }

    /// <summary>A table for programs: comma, decimal point, the columns by their names. Other than for a spreadsheet a number below zero stays one.</summary>
    internal static void WritePlain(Table table, Stream output)
    {
        var csv = new CsvWriter(output);
        csv.Header(table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
                csv.Text(cell.Plain);
            csv.EndLine();
        }

        csv.Flush();
    }
}
