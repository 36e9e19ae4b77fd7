using CommandLine;

namespace RgkCalibrator.Cli.Options;

/// <summary>What commands that read files take.</summary>
internal abstract record SourceOptions : CommonOptions
{
    [Value(0, MetaName = "INPUT…")]
    [Explained(
        "CSV- en Parquet-bestanden met declaraties, mappen daarmee, of patronen als 2023-*.csv.",
        "CSV and Parquet files with declarations, folders of them, or patterns like 2023-*.csv.")]
    public IEnumerable<string> Inputs { get; init; } = [];
}
