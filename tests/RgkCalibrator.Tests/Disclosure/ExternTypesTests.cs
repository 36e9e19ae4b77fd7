using System.Reflection;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Control;
using RgkCalibrator.Output.Monitoring;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Scenarios;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What leaves can only have come through Disclosure: read from the compiled code of the library.</summary>
public sealed class ExternTypesTests
{
    // Where values about children come from. Settings, units and words of these stages are no such values.
    private static readonly string[] Unsafe = ["Intake", "Trajectories", "Groups", "Statistics", "Framework"];

    private static readonly string[] Harmless =
    [
        "CareUnit", "CareUnits", "CohortRule", "CountedDays", "DurationStep", "DurationUnit", "Estimator",
        "FrameworkSettings", "Percentage", "QuantileType", "Tier", "TierSettings", "Basis", "TrajectorySettings",
        "EndKnowledge", "Lack", "PartitionAdvice",
        // Only funnels have limits: of safe values.
        "FunnelLimit", "BinomialTest", "Bisection",
        // Which pattern a quarter completes, and on which side: of safe values.
        "RunSignal", "RunRule", "ChartSide",
    ];

    private static readonly Type[] Types = typeof(SafeLine).Assembly.GetTypes();

    private static readonly Type[] Safe =
    [
        .. Types.Where(type =>
            type.Namespace == typeof(SafeLine).Namespace && type.Name.StartsWith("Safe", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Nothing_but_safe_values_reaches_the_writers_of_what_leaves()
    {
        var reached = MethodCalls.Reached(
            MethodCalls.Of(typeof(ExternFiles)).Concat(MethodCalls.Of(typeof(ReleasedComparison)))
                .Concat(MethodCalls.Of(typeof(ReleasedControl))).Concat(MethodCalls.Of(typeof(ReleasedMonitor))));

        Assert.Contains(reached, method => method.DeclaringType!.Name == "HistogramPainter");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "ScenarioPainter");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "ControlWords");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "QuarterCharts");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "WorkbookFile");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "DeckFile");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "ReleaseJson");
        Assert.Contains(reached, method => method.DeclaringType!.Name == "ReportPage");
        Assert.Contains(reached, method => method.DeclaringType == typeof(PngPainter));
        Assert.Empty(reached.SelectMany(Taken, (method, type) => (method, type)).Where(pair => IsUnsafe(pair.type))
            .Select(pair => $"{pair.method.DeclaringType!.Name}.{pair.method.Name} takes {pair.type.Name}").Distinct());
    }

    [Fact]
    public void Only_disclosure_makes_or_alters_a_safe_value()
    {
        var makers = Types.Where(type => type.Namespace != typeof(SafeLine).Namespace)
            .SelectMany(MethodCalls.Of)
            .SelectMany(
                method => MethodCalls.From(method).Where(Makes),
                (method, made) => $"{method.DeclaringType}.{method.Name} calls {made.DeclaringType!.Name}.{made.Name}");

        Assert.Empty(makers);
    }

    [Fact]
    public void Only_the_frame_of_charts_makes_a_drawing_that_can_become_a_picture()
    {
        var makers = Types.Where(type => type != typeof(SvgDrawing)).SelectMany(MethodCalls.Of)
            .Where(method =>
                    MethodCalls.From(method)
                        .Any(made => made.DeclaringType == typeof(SvgDrawing) && made.Name is ".ctor" or "<Clone>$"));

        Assert.Equal(
            "ChartSheet.Finish", Assert.Single(makers.Select(maker => $"{maker.DeclaringType!.Name}.{maker.Name}")));
        Assert.Empty(typeof(SvgDrawing).GetConstructors());
        Assert.DoesNotContain(typeof(SvgDrawing).GetProperties(), property => property.CanWrite);
    }

    [Fact]
    public void The_calls_of_code_are_read()
    {
        var made = Types.Where(type => type.Namespace == typeof(SafeLine).Namespace).SelectMany(MethodCalls.Of)
            .SelectMany(MethodCalls.From).Where(Makes).ToList();

        Assert.All(
            Safe.Where(type => type != typeof(SafeBin)),
            type => Assert.Contains(made, method => method.DeclaringType == type));
        Assert.Contains(made, method => method.Name == "<Clone>$");
        Assert.Contains(made, method => method.Name == "set_Withheld");
    }

    private static bool Makes(MethodBase method) => Safe.Contains(method.DeclaringType)
        && (
            method is ConstructorInfo || method.Name == "<Clone>$"
                || method.Name.StartsWith("set_", StringComparison.Ordinal));

    /// <summary>The types of a method's parameters and of what it is called on, with what they are made of.</summary>
    private static IEnumerable<Type> Taken(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.IsStatic ? [] : [method.DeclaringType!]).SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };

    private static bool IsUnsafe(Type type)
    {
        var stage = type.Namespace?.Split('.') is ["RgkCalibrator", var name, ..] ? name : string.Empty;
        return Unsafe.Contains(stage) && !Harmless.Contains(type.Name.Split('`')[0])
            && !Harmless.Contains(type.DeclaringType?.Name);
    }
}
