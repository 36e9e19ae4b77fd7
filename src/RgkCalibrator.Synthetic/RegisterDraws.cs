namespace RgkCalibrator.Synthetic;

/// <summary>
/// The workbooks that come back in a region with the years after the framework. Of interventions it is known from
/// after.csv which go beyond the volume more often: IV1 does, IV2 does not, and nobody declares IV9.
/// </summary>
internal static class RegisterDraws
{
    private const string Nji = "nji";
    private const string More = "more";
    private const string AsOthers = "as-others";

    /// <summary>In the order of their names.</summary>
    internal static IReadOnlyList<MadeReturn> All { get; } =
    [
        new("99000001", [Of("99000001", "45C02", "", "IV1"), Of("99000001", "45C02", "", "IV2")]),
        new("99000002",
        [
            Of("99000002", "54002", Nji, "IV1", More) with { Trajectories = "1", Seen = "enough" },
            Of("99000002", "54002", "imh", "IV2", AsOthers),
            Of("99000002", "54002", "opname", "") with { Trajectories = "20" },
            Of("99000002", "54002", "kenniscentrum-kjp", "IV9") with { Seen = "none" },
            Of("99000002", "54003", Nji, "IV1"),
        ]),
        new("99000007", [Of("99000007", "54002", Nji, "IV1", More) with { Trajectories = "9000", Seen = "fewer" }]),
        new("99000012", [.. Bad("99000012")]),
    ];

    private static MadeReport Of(string provider, string code, string ground, string intervention, string need = "") =>
        new(provider, code, ground, intervention) { Need = need };

    private static IEnumerable<MadeReport> Bad(string provider)
    {
        var good = Of(provider, "54002", Nji, "IV1", More);
        yield return good;
        good = good with { Need = string.Empty };
        yield return good with { Reason = "twice" };
        yield return good with { Code = "99Z99", Reason = "unknown-product" };
        yield return good with { ProductText = "54002 Dagbehandeling", Reason = "code-and-name" };
        yield return good with { ProductText = "", Reason = "missing-product" };
        yield return good with { SituationText = "", Reason = "missing-situation" };
        yield return good with { SituationText = "Veel overleg met school", Reason = "unknown-situation" };
        yield return good with { Code = "54004", Ground = "", SituationText = Others, Reason = "situation-of-others" };
        yield return good with { Trajectories = "ongeveer tien", Reason = "bad-trajectories" };
        yield return good with { Trajectories = "-3", Reason = "bad-trajectories" };
        yield return good with { Trajectories = "2.5", Reason = "bad-trajectories" };
        yield return good with { Intensity = "0", Reason = "bad-intensity" };
        yield return good with { Intensity = "104", Unit = "etmalen per week", Reason = "bad-intensity" };
        yield return good with { Intensity = "3", Unit = "dagdelen per week", Reason = "other-unit" };
        yield return good with { Unit = "uur", Reason = "unknown-unit" };
        yield return good with { Duration = "18", Reason = "bare-duration" };
        yield return good with { Duration = "zo lang als nodig", Reason = "bad-duration" };
        yield return good with { Intervention = "VOORBEELD", Reason = "example" };
        yield return good with { Provider = "99000017", Reason = "other-provider" };
    }

    // The framework names it of another product.
    private const string Others = "Criminaliteit en veiligheidsproblematiek";
}
