namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>Broken files of one kind.</summary>
internal interface IBrokenFiles
{
    /// <summary>How their names end.</summary>
    string Ending { get; }

    /// <summary>The file of a number.</summary>
    byte[] Of(int number);
}
