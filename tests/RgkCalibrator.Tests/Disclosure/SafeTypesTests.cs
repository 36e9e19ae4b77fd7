using System.Reflection;
using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What is shown outside can only have been made by Disclosure.</summary>
public sealed class SafeTypesTests
{
    private static readonly Type[] Safe =
    [
        typeof(SafeBox), typeof(SafeComparedLine), typeof(SafeComparison), typeof(SafeControl),
        typeof(SafeControlLine), typeof(SafeCount), typeof(SafeCourse), typeof(SafeCurve), typeof(SafeDistributions),
        typeof(SafeDraft), typeof(SafeHistogram), typeof(SafeLine), typeof(SafeMonitor),
        typeof(SafeMonitorLine), typeof(SafePart), typeof(SafeParts), typeof(SafePoint), typeof(SafeProposal),
        typeof(SafeQuarterShare), typeof(SafeQuarters), typeof(SafeRegion), typeof(SafeScenario),
        typeof(SafeScenarioLine), typeof(SafeShare), typeof(SafeStretch), typeof(SafeSubgroup), typeof(SafeSubgroups),
        typeof(SafeVerdict), typeof(SafeYear), typeof(SafeYears),
    ];

    public static TheoryData<Type> SafeTypes => new(Safe);

    [Theory]
    [MemberData(nameof(SafeTypes))]
    public void No_safe_value_can_be_made_or_altered_outside(Type type)
    {
        Assert.True(type.IsSealed);
        Assert.Empty(type.GetConstructors());
        Assert.All(
            type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance),
            made => Assert.True(made.IsPrivate || made.IsAssembly));
        Assert.All(
            type.GetProperties(), property => Assert.False(property.SetMethod?.IsPublic ?? false, property.Name));
        Assert.Empty(type.GetFields());
    }

    [Fact]
    public void Every_safe_type_is_looked_at() => Assert.Equal(
        typeof(SafeLine).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Safe", StringComparison.Ordinal) && type != typeof(SafeBin))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
        Safe);
}
