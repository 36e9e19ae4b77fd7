namespace RgkCalibrator.Catalogue;

/// <summary>What commands and messages call a line: <c>45C10/eerste</c>, or its code alone.</summary>
public static class LineName
{
    /// <summary>The name.</summary>
    /// <param name="code">The code of its product.</param>
    /// <param name="subgroup">The id of its subgroup; empty for a whole product.</param>
    public static string Of(string code, string subgroup) => subgroup.Length == 0 ? code : $"{code}/{subgroup}";
}
