namespace RgkCalibrator.Synthetic;

/// <summary>The notice beside the files: that nobody in them exists.</summary>
internal static class RegionNotice
{
    internal static string Text(SyntheticSettings settings, long lines) => $"""
        # Synthetische gegevens: geen echte kinderen, aanbieders of gemeenten

        Deze map is gemaakt door een programma. Geen enkele regel gaat over een bestaand kind, een bestaande aanbieder of een bestaande
        gemeente. De gegevens zeggen dus niets over de regio Haaglanden: de verdelingen zijn zo gekozen dat de gepubliceerde lijnen van 2025
        ongeveer 80% van de trajecten omvatten.

        | | |
        |--|--|
        | kinderen | {Numbers.Whole(settings.Children)} |
        | startwaarde | {Numbers.Whole(settings.Seed)} |
        | regels | {Numbers.Whole(lines)} |
        | jaren | 2018 tot en met 2023 |

        Dezelfde startwaarde en hetzelfde aantal kinderen geven overal dezelfde bestanden.

        - {Declarations(settings.Format)}: de gedeclareerde maanden die in dat jaar beginnen. Pseudoniemen beginnen met SYN, codes van aanbieders en
          gemeenten met 99: zulke codes bestaan niet.
        - `truth/truth.csv`: de waarheid over het model, uit een veel grotere steekproef van hetzelfde proces, na declaratie per maand: percentielen (p) van
          duur en volume, ook van het volume binnen elke toegestane duur, en het aandeel trajecten binnen elke duur. `subgroup` leeg: het hele product;
          `rest`: wat in geen andere subgroep valt. `level`: `chain` is een traject, `part` een deel daarvan met een eigen toewijzing, `care-year`
          een zorgjaar. `all`: alles wat begint van 2 april 2018 tot en met 1 oktober 2023, zonder dat er iets van verborgen blijft. `completed`: wat
          daarvan een waarneming van 2018 tot en met 2023 als afgerond ziet (einde meer dan 90 dagen voor het einde van de waarneming).
        {Dirt(settings)}
        ---

        # Synthetic data: no real children, providers or municipalities

        A program made this folder. No line is about a person who exists, and nothing in it says anything about the region: the distributions were
        chosen so that the published lines of 2025 hold about 80% of the trajectories. `truth/truth.csv` tells what the model gives, from a much larger
        sample.{DirtInEnglish(settings)}

        """.ReplaceLineEndings("\n");

    private static string Declarations(RegionFormat format) => format switch
    {
        RegionFormat.Parquet => "`declaraties-JJJJ.parquet`",
        RegionFormat.Csv => "`declaraties-JJJJ.csv`",
        RegionFormat.Mixed => "`declaraties-JJJJ`, als Parquet of als CSV, elk jaar anders",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };

    private static string Dirt(SyntheticSettings settings) => settings.Dirt is null ? "" : """
        - `truth/truth-rows.csv`: de rijen met vuil, dat er met opzet in zit: credits, dubbele rijen, onmogelijke datums, ontbrekende waarden en meer. `file` en
          `row` zeggen waar de rij staat (vanaf 1, de kop telt niet mee), `kind` wat ermee is, `place` waar zij hoort te eindigen: `used`, `netted` (een credit
          en wat die terugdraait), `duplicate`, `excluded` (begint na 2023) of `rejected`, met de reden in `reason`. `unknown-product` geldt alleen wanneer een
          catalogus bepaalt welke producten meedoen. Wie dit vuil goed afhandelt, houdt precies dezelfde trajecten over als zonder vuil.

        """;

    private static string DirtInEnglish(SyntheticSettings settings) => settings.Dirt is null ? "" : """
         `truth/truth-rows.csv` tells of each row with dirt, which was put in on purpose, where it should end; what remains are the trajectories of the region
        without dirt.
        """;
}
