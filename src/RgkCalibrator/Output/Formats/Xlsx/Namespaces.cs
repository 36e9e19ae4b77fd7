namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>The namespaces of ECMA-376, part 1.</summary>
internal static class Namespaces
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}
