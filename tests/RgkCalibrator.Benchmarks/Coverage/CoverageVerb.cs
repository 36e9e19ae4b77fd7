namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>Runs the study and puts its tables into the document.</summary>
internal static class CoverageVerb
{
    internal const string Word = "coverage";

    private const int Fewest = 100;

    internal static int Run(CoverageOptions options)
    {
        if (options.Replications < Fewest)
            return 2;
        var cells = new List<CoverageCell>();
        foreach (var cell in CoverageStudy.Run(options))
        {
            cells.Add(cell);
            Console.Error.WriteLine($"{cell.Kind.Title}: {cell.Law.Name}, n = {Numbers.Whole(cell.Count)}");
        }

        Show("coverage", CoverageReport.Of(cells, options), options);
        Show("bias", CoverageReport.Of([.. BiasStudy.Run(options)], options), options);
        return 0;
    }

    private static void Show(string name, string text, CoverageOptions options)
    {
        Console.Out.WriteLine(text);
        if (options.Document != "none")
            MarkedText.Replace(options.Document, name, text);
    }
}
