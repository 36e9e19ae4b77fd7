using System.Globalization;
using CommandLine;
using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Benchmarks.Figures;
using RgkCalibrator.Benchmarks.Gallery;
using RgkCalibrator.Benchmarks.Speed;
using RgkCalibrator.Benchmarks.Stages;

namespace RgkCalibrator.Benchmarks;

/// <summary>
/// Races rgk against DuckDB's SQL, unless the first word asks for something else; started again by itself, it is one of
/// the racers.
/// </summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case [DuckDbRun.Verb, var statement, var input, var output, var threads]:
                DuckDbRun.Execute(statement, input, output, Whole(threads));
                return 0;
            case [BareScan.Verb, var input, var threads]:
                BareScan.Execute(input, Whole(threads));
                return 0;
            case [OurPercentiles.Verb, var input, var output, var threads]:
                OurPercentiles.Write(input, output, Whole(threads));
                return 0;
            case [CoverageVerb.Word, .. var rest]:
                return Parser.Default.ParseArguments(() => new CoverageOptions(), rest)
                    .MapResult(CoverageVerb.Run, _ => 2);
            case [SpeedVerb.Word, .. var rest]:
                return Parser.Default.ParseArguments(() => new SpeedOptions(), rest).MapResult(SpeedVerb.Run, _ => 2);
            case [StagesVerb.Word, .. var rest]:
                return Parser.Default.ParseArguments(() => new StageOptions(), rest).MapResult(StagesVerb.Run, _ => 2);
            case [FiguresVerb.Word, .. var rest]:
                return Parser.Default.ParseArguments(() => new FigureOptions(), rest)
                    .MapResult(FiguresVerb.Run, _ => 2);
            case [GalleryVerb.Word, .. var rest]:
                return Parser.Default.ParseArguments(() => new GalleryOptions(), rest)
                    .MapResult(GalleryVerb.Run, _ => 2);
            default:
                return Parser.Default.ParseArguments(() => new Options(), args).MapResult(Measure, _ => 2);
        }
    }

    private static int Measure(Options options)
    {
        Races.Install();
        var results = options.Sizes.Select(size => Measuring.OfSize(size, options, Console.Error))
            .SelectMany(laps => laps).ToList();
        var report = Report.Of(results, options);
        Console.Out.Write(report);
        if (options.Date is not null)
            Report.Replace(options.Document, report);
        return 0;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
