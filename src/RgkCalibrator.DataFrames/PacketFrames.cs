using Microsoft.Data.Analysis;
using Parquet;

namespace RgkCalibrator.DataFrames;

/// <summary>
/// What a packet holds in <c>intern/</c> as data frames. They are read by Parquet.Net, not by the engine that wrote
/// them: that what we write can be read by others is so tried each time.
/// </summary>
public static class PacketFrames
{
    /// <summary>A restricted file of a packet.</summary>
    /// <param name="packet">The folder that <c>rgk derive</c> wrote.</param>
    /// <param name="name">
    /// <c>trajectories</c>, <c>estimates</c> or <c>lines</c>: a Parquet file of <c>intern/</c>, without its ending.
    /// </param>
    /// <returns>
    /// The columns of the file, by its names; days as <see cref="DateTime"/> at midnight, what is not known as null.
    /// </returns>
    /// <exception cref="CalibrationException">
    /// There is no such file, or it is no whole Parquet file with columns of a packet's types.
    /// </exception>
    public static DataFrame Read(string packet, string name) =>
        ReadFile(Path.Combine(packet, "intern", name + ".parquet"));

    /// <summary>The same of a file by its path, e.g. one that <c>rgk trajectories</c> wrote.</summary>
    /// <exception cref="CalibrationException">As above.</exception>
    public static DataFrame ReadFile(string path)
    {
        if (!File.Exists(path))
            throw NotThere(path);
        try
        {
            return ParquetFrame.ReadAsync(path).GetAwaiter().GetResult();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException
            or ParquetException or InvalidDataException or NotSupportedException)
        {
            throw Unreadable(path, refused);
        }
    }

    private static CalibrationException NotThere(string path) => new(
        ExitCode.Files,
        new Wording("Dit bestand is er niet.", "There is no such file."),
        path,
        new Wording(
            "Geef de map die rgk derive schreef, en een naam uit intern: trajectories, estimates of lines.",
            "Give the folder that rgk derive wrote, and a name from intern: trajectories, estimates or lines."));

    private static CalibrationException Unreadable(string path, Exception refused) => new(
        ExitCode.Files,
        new Wording(
            "Dit is geen heel Parquet-bestand van een pakket.", "This is not a whole Parquet file of a packet."),
        path,
        new Wording("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."),
        refused);
}
