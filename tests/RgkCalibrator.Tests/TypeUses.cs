using System.Reflection;

namespace RgkCalibrator.Tests;

/// <summary>
/// Which types of the library a type uses: in its members, its signatures and the bodies of its methods, with all that
/// is nested in it.
/// </summary>
internal static class TypeUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The outermost types, without the type itself. A constant leaves no trace in compiled code.</summary>
    public static HashSet<Type> Of(Type type)
    {
        var own = Outermost(type);
        var used = WithNested(own).SelectMany(Named)
            .SelectMany(Parts).Where(part => part.Assembly == own.Assembly).Select(Outermost).ToHashSet();
        used.Remove(own);
        return used;
    }

    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<Type> Named(Type type) =>
    [
        .. type.BaseType is { } of ? [of] : Type.EmptyTypes, .. type.GetInterfaces(),
        .. type.GetFields(All).Select(field => field.FieldType),
        .. MethodCalls.Of(type).SelectMany(method => Signature(method).Concat(Body(method))),
    ];

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Append(method is MethodInfo { ReturnType: var returned } ? returned : typeof(void));

    private static IEnumerable<Type> Body(MethodBase method) =>
    [
        .. (method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType),
        .. MethodCalls.NamedIn(method).SelectMany(Member),
    ];

    private static IEnumerable<Type> Member(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo { IsGenericMethod: true } generic =>
            [generic.DeclaringType!, .. generic.GetGenericArguments(), .. Signature(generic)],
        _ => [member.DeclaringType!, .. Signature((MethodBase)member)],
    };

    // Of List<Line>[]: the list and the line.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return [];
        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }
}
