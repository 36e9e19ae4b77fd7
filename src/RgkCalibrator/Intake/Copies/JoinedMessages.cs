using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Messages;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Copies;

/// <summary>What the iJw messages among the files of a run tell of the lines that others of them declare.</summary>
/// <param name="Care">Birth dates, and true dates of care by assignment.</param>
/// <param name="HasServiceNumbers">Whether their clients are taken for citizen service numbers.</param>
internal sealed record JoinedMessages(CareRegister Care, bool HasServiceNumbers)
{
    /// <summary>No message was read.</summary>
    internal static JoinedMessages None { get; } = new(CareRegister.Empty, HasServiceNumbers: false);

    /// <summary>Reads the messages that declare nothing.</summary>
    internal static JoinedMessages Read(IReadOnlyList<InputFile> inputs, CancellationToken stop)
    {
        var care = CareRegister.Read(inputs.Select(input => input.Path).Where(AreIn), stop);
        return new JoinedMessages(care, ServiceNumbers.Among(care.Clients).AreFound);
    }

    /// <summary>Whether a file is read as a message: by its ending.</summary>
    internal static bool AreIn(string path) =>
        string.Equals(Path.GetExtension(path), ".xml", StringComparison.OrdinalIgnoreCase);
}
