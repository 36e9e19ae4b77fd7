using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Netting;

/// <summary>A line with what lies beside it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NotedLine(Line Line, CareDates Care, LineNotes Notes);

/// <summary>
/// An order of lines by what they say, the client and the provider left out, so that a choice between two lines depends
/// on no order of rows, files or threads.
/// </summary>
internal sealed class LineOrder(LineDictionaries dictionaries)
{
    /// <summary>Below 0, 0 or above 0; 0 only when both say the same.</summary>
    internal int Compare(in NotedLine one, in NotedLine other)
    {
        var (line, second) = (one.Line, other.Line);
        var order = (line.Start, line.End, line.Volume).CompareTo((second.Start, second.End, second.Volume));
        if (order == 0 && line.Kind != second.Kind)
            order = CompareKinds(dictionaries.Kind(line.Kind), dictionaries.Kind(second.Kind));
        if (order == 0)
        {
            var (care, secondCare) = (one.Care, other.Care);
            order = (line.Birth, care.Start, care.End).CompareTo((second.Birth, secondCare.Start, secondCare.End));
        }

        return order != 0 ? order : Compare(one.Notes, other.Notes);
    }

    /// <summary>A line's volume in ticks of its product's unit.</summary>
    internal long Carried(in Line line) => dictionaries.Kind(line.Kind).Conversion.Convert(line.Volume);

    // By text: numbers depend on the order in which rows were met.
    private int Compare(LineNotes one, LineNotes other)
    {
        var (first, second) = (one.Assignment, other.Assignment);
        var order = (first.Low, first.High, one.EndReason).CompareTo((second.Low, second.High, other.EndReason));
        if (order == 0)
            order = Compare(dictionaries.Locations, one.Location, other.Location);
        if (order == 0)
            order = Compare(dictionaries.Interventions, one.Intervention, other.Intervention);
        return order != 0 ? order : Compare(dictionaries.Municipalities, one.Municipality, other.Municipality);
    }

    private static int Compare(ValueDictionary<string> dictionary, ushort one, ushort other) =>
        string.CompareOrdinal(dictionary.Values[one], dictionary.Values[other]);

    private static int CompareKinds(LineKind one, LineKind other)
    {
        var (first, second) = (one.Product, other.Product);
        var order = string.CompareOrdinal(first.Code, second.Code);
        return order != 0
            ? order
            : (first.Unit, one.Declared, first.IsKnown).CompareTo((second.Unit, other.Declared, second.IsKnown));
    }
}
