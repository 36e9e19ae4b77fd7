using System.Reflection;
using System.Reflection.Emit;

namespace RgkCalibrator.Tests;

/// <summary>What the bodies of methods call, read from their compiled code.</summary>
internal static class MethodCalls
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Every method and constructor that a type declares.</summary>
    public static IEnumerable<MethodBase> Of(Type type) => [.. type.GetMethods(All), .. type.GetConstructors(All)];

    /// <summary>The methods and constructors that a body names: called, made, or taken as a delegate.</summary>
    public static IEnumerable<MethodBase> From(MethodBase method) => NamedIn(method).OfType<MethodBase>()
        .Select(named =>
            named is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : named);

    /// <summary>Every method, constructor, field and type that a body names.</summary>
    public static IEnumerable<MemberInfo> NamedIn(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineField
                or OperandType.InlineType)
            {
                yield return Named(method, BitConverter.ToInt32(code, at));
            }

            at += SizeOf(operation, code, at);
        }
    }

    /// <summary>
    /// Everything of an assembly that can be reached from some methods; also the bodies of their lambdas and iterators.
    /// </summary>
    public static HashSet<MethodBase> Reached(IEnumerable<MethodBase> from)
    {
        var reached = new HashSet<MethodBase>();
        var open = new Stack<MethodBase>(from);
        while (open.TryPop(out var method))
        {
            if (method.Module.Assembly != typeof(Calibration).Assembly || !reached.Add(method))
                continue;
            foreach (var called in From(method))
                open.Push(called);
            // What an iterator does stands in the methods of the class that it makes.
            if (method is ConstructorInfo && method.DeclaringType!.Name.StartsWith('<'))
                Array.ForEach([.. Of(method.DeclaringType)], open.Push);
        }

        return reached;
    }

    private static MemberInfo Named(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        return method.Module.ResolveMember(
            token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null)!;
    }

    private static int SizeOf(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
