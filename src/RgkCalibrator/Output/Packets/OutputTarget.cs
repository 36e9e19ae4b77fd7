using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// A place that is written, and the hidden places beside it that belong to runs. Where the place named is a link, what
/// it leads to is written, and the link stays.
/// </summary>
internal sealed class OutputTarget
{
    private OutputTarget(string given)
    {
        Given = Path.GetFullPath(given);
        Real = RealPath.Of(given);
        Parent = Path.GetDirectoryName(Real) ?? throw DiskTrouble.IsMountPoint(Given);
        var hidden = Path.Combine(Parent, "." + Path.GetFileName(Real));
        (Staging, Earlier, Lock) = (hidden + ".onderweg", hidden + ".vorige", hidden + ".slot");
    }

    /// <summary>The place as it was named, in full, for messages.</summary>
    internal string Given { get; }

    /// <summary>The place itself, behind any links.</summary>
    internal string Real { get; }

    /// <summary>The folder that it is in.</summary>
    internal string Parent { get; }

    /// <summary>Where a run writes, and what is to be taken away stands; never of use to a later run.</summary>
    internal string Staging { get; }

    /// <summary>
    /// Where an earlier packet stands between two renames, and at no other time: whole, and to be put back.
    /// </summary>
    internal string Earlier { get; }

    /// <summary>The file that tells other runs to stay away.</summary>
    internal string Lock { get; }

    /// <summary>Names a place.</summary>
    /// <exception cref="CalibrationException">It cannot be reached.</exception>
    internal static OutputTarget Of(string given)
    {
        try
        {
            return new OutputTarget(given);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Refused(refused, given);
        }
    }

    /// <exception cref="CalibrationException">What stands there can be written, but not be replaced.</exception>
    internal void RefuseIrreplaceable()
    {
        if (!UnixCalls.TryStatus(Real, out var facts))
            return;
        if (facts.IsMountPoint)
            throw DiskTrouble.IsMountPoint(Given);
        if (!facts.IsRegular && !Directory.Exists(Real))
            throw DiskTrouble.IsDevice(Given);
    }
}
