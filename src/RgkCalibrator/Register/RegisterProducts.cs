namespace RgkCalibrator.Register;

/// <summary>Finds products and situations by what a provider wrote.</summary>
internal sealed class RegisterProducts(RegisterFramework framework)
{
    private readonly ILookup<string, RegisterProduct> _byCode = framework.Products.ToLookup(
        one => one.Product.Code, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, RegisterProduct> _byName = framework.Products.ToLookup(
        one => RegisterForm.Plain(one.Product.Name), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _situations = new(
        framework.Products.SelectMany(one => one.Situations).Concat(
            [RegisterForm.NoSituationNamed.Dutch, RegisterForm.NoSituationNamed.English]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The product of a code with its name, as it is chosen, or of the code or the name alone.</summary>
    internal (RegisterProduct? Product, RegisterTrouble Trouble) Find(string text)
    {
        if (_byCode[text].FirstOrDefault() is { } alone)
            return (alone, default);
        var named = _byName[text].ToList();
        if (named.Count > 0)
            return named.Count == 1 ? (named[0], default) : (null, RegisterTrouble.SeveralProducts);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || _byCode[text[..space]].FirstOrDefault() is not { } product)
            return (null, RegisterTrouble.UnknownProduct);
        return IsSame(text[(space + 1)..], RegisterForm.Plain(product.Product.Name))
            ? (product, default)
            : (null, RegisterTrouble.CodeAndName);
    }

    /// <summary>The situation of a product, as the framework words it; empty where it names none.</summary>
    internal (string? Situation, RegisterTrouble Trouble) SituationOf(RegisterProduct product, string text)
    {
        if (product.Situations.FirstOrDefault(one => IsSame(one, text)) is { } situation)
            return (situation, default);
        var none = RegisterForm.NoSituationNamed;
        if (product.Situations.Count == 0 && (IsSame(text, none.Dutch) || IsSame(text, none.English)))
            return (string.Empty, default);
        var isOfOthers = _situations.Contains(text);
        return (null, isOfOthers ? RegisterTrouble.SituationOfOthers : RegisterTrouble.UnknownSituation);
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
