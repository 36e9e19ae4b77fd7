using System.Reflection;
using RgkCalibrator.Charts;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Documents;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What is shown outside can only have been made by Disclosure.</summary>
public sealed class SafeTypesTests
{
    private static readonly Type[] Safe =
        [typeof(SafeCount), typeof(SafeDistributions), typeof(SafeHistogram), typeof(SafeLine), typeof(SafeProposal), typeof(SafeShare)];

    public static TheoryData<Type> SafeTypes => new(Safe);

    [Theory]
    [MemberData(nameof(SafeTypes))]
    public void No_safe_value_can_be_made_or_altered_outside(Type type)
    {
        Assert.True(type.IsSealed);
        Assert.Empty(type.GetConstructors());
        Assert.All(type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance), made => Assert.True(made.IsPrivate || made.IsAssembly));
        Assert.All(type.GetProperties(), property => Assert.False(property.SetMethod?.IsPublic ?? false, property.Name));
        Assert.Empty(type.GetFields());
    }

    [Fact]
    public void Every_safe_type_is_looked_at() => Assert.Equal(
        typeof(SafeLine).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Safe", StringComparison.Ordinal) && type != typeof(SafeBin))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
        Safe);

    [Fact]
    public void Charts_and_the_files_that_may_leave_take_safe_values_only()
    {
        var writers = new[] { typeof(LineCharts), typeof(ComparisonCharts), typeof(ExternFiles), typeof(DraftTable), typeof(EvidenceTable) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));

        Assert.DoesNotContain(writers.SelectMany(method => method.GetParameters()), parameter =>
            parameter.ParameterType.ToString().Contains("DraftLine", StringComparison.Ordinal)
            || parameter.ParameterType.ToString().Contains("Groups.Group", StringComparison.Ordinal)
            || parameter.ParameterType.ToString().Contains("TrajectorySet", StringComparison.Ordinal)
            || parameter.ParameterType.ToString().Contains("Estimate", StringComparison.Ordinal));
    }
}
