namespace RgkCalibrator.Cli.Options;

/// <summary>What help says of a command, a value or an option, in both languages.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
internal sealed class ExplainedAttribute(string dutch, string english) : Attribute
{
    public string Dutch { get; } = dutch;

    public string English { get; } = english;

    public Wording Wording => new(Dutch, English);
}
