namespace RgkCalibrator.Tests.Catalogue;

/// <summary>Catalogues as a user writes them.</summary>
internal static class CatalogueTexts
{
    /// <summary>As small as one with a subgroup can be.</summary>
    public const string Smallest = """
        trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }
        products:
          - code: 45C02
            name: Individuele begeleiding licht
            framework: norm
            role: ambulatory               # the default
            unit: uur
            subgroups:                     # optional
              - { id: jong, label: 0-5 jaar, when: { age: 0-5 } }
        """;

    /// <summary>With every key.</summary>
    public const string Rich = """
        name: Proef
        notice: Alleen om te proberen.
        trajectories:
          { observed: 2018-01-01..2023-12-31, cohort: 2019-01-01..2022-12-31, gapDays: 28, splitByProvider: true }
        allowedDurations: [6 maanden, 12 maanden]
        products:
          - code: 41A03
            name: Dagbehandeling
            framework: rgk
            unit: dagdeel
            formerCodes: [41X03, { code: 41Y03, until: 2020-12-31 }]
            part: assignment
            observation: care-year
            allowedDurations: [12 week, 26 weken, schooljaar, 12 maand]
            maximumDuration: schooljaar
            volumeStep: 0.5
            intensityUnit: dagdeel/week
            alternativeUnit: 104 uur, ten hoogste 2 uur per dag
            existing: { volume: 312, duration: 12 maand, source: "Contract 2024, artikel 3" }
            current:
              - { volume: 7.5, duration: 1 maand, intensity: 1.5 }
              - { subgroup: kdc, volume: 104, duration: 12 maand }
            differentiates: volume
            exceptionGrounds: [{ id: nji, summary: Meer inzet nodig }]
            tariff: 95.25
            subgroups:
              - id: kdc
                label: Op KDC
                differentiates: both
                when:
                  municipality: [0518, 0503]
                  location: KDC
                  with_stay: true
                  order: follow-up
                  concurrent: false
                  intervention: MST
                  age: 3
          - { code: 41Y03, name: Tweede leven van een code, framework: none, role: surcharge, unit: stuks-inspanning }
        """;
}
