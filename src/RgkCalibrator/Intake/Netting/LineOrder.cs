using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Netting;

/// <summary>A line with what lies beside it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NotedLine(Line Line, CareDates Care, LineNotes Notes);

/// <summary>
/// An order of lines by what they say, the client and the provider left out, so that a choice between two lines depends on no order of
/// rows, files or threads.
/// </summary>
internal sealed class LineOrder(LineDictionaries dictionaries)
{
    /// <summary>Below 0, 0 or above 0; 0 only when both say the same.</summary>
    internal int Compare(in NotedLine one, in NotedLine other)
    {
        var order = (one.Line.Start, one.Line.End, one.Line.Volume).CompareTo((other.Line.Start, other.Line.End, other.Line.Volume));
        if (order == 0 && one.Line.Kind != other.Line.Kind)
            order = CompareKinds(dictionaries.Kind(one.Line.Kind), dictionaries.Kind(other.Line.Kind));
        if (order == 0)
            order = (one.Line.Birth, one.Care.Start, one.Care.End).CompareTo((other.Line.Birth, other.Care.Start, other.Care.End));
        return order != 0 ? order : Compare(one.Notes, other.Notes);
    }

    /// <summary>A line's volume in ticks of its product's unit.</summary>
    internal long Carried(in Line line) => dictionaries.Kind(line.Kind).Conversion.Convert(line.Volume);

    // By text: numbers depend on the order in which rows were met.
    private int Compare(LineNotes one, LineNotes other)
    {
        var order = (one.Assignment.Low, one.Assignment.High, one.EndReason).CompareTo((other.Assignment.Low, other.Assignment.High, other.EndReason));
        return order != 0 ? order
            : one.Location != other.Location ? Compare(dictionaries.Locations, one.Location, other.Location)
            : one.Intervention != other.Intervention ? Compare(dictionaries.Interventions, one.Intervention, other.Intervention)
            : Compare(dictionaries.Municipalities, one.Municipality, other.Municipality);
    }

    private static int Compare(ValueDictionary<string> dictionary, ushort one, ushort other) =>
        string.CompareOrdinal(dictionary.Values[one], dictionary.Values[other]);

    private static int CompareKinds(LineKind one, LineKind other)
    {
        var order = string.CompareOrdinal(one.Product.Code, other.Product.Code);
        return order != 0
            ? order
            : (one.Product.Unit, one.Declared, one.Product.IsKnown).CompareTo((other.Product.Unit, other.Declared, other.Product.IsKnown));
    }
}
