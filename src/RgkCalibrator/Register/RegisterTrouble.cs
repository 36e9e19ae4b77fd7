namespace RgkCalibrator.Register;

/// <summary>Why a row of a returned workbook does not count.</summary>
public enum RegisterTrouble
{
    /// <summary>It is the example.</summary>
    Example,

    /// <summary>Cells were merged.</summary>
    Merged,

    /// <summary>Something stands beside the columns of the table.</summary>
    OutsideTable,

    /// <summary>The cell holds a formula.</summary>
    Formula,

    /// <summary>There is no provider.</summary>
    MissingProvider,

    /// <summary>The provider is no code.</summary>
    BadProvider,

    /// <summary>The provider is not the one that the workbook was sent to, or not that of the rows above.</summary>
    OtherProvider,

    /// <summary>There is no product.</summary>
    MissingProduct,

    /// <summary>The framework has no line of the product.</summary>
    UnknownProduct,

    /// <summary>Several products have this name.</summary>
    SeveralProducts,

    /// <summary>The code is of one product and the name of another.</summary>
    CodeAndName,

    /// <summary>There is no situation.</summary>
    MissingSituation,

    /// <summary>The framework does not name the situation.</summary>
    UnknownSituation,

    /// <summary>The framework names the situation of other products.</summary>
    SituationOfOthers,

    /// <summary>The intervention is too long, or has signs that cannot be seen.</summary>
    BadIntervention,

    /// <summary>There is no number of trajectories.</summary>
    MissingTrajectories,

    /// <summary>The number of trajectories is none of 1 to 9,999.</summary>
    BadTrajectories,

    /// <summary>There is no intensity.</summary>
    MissingIntensity,

    /// <summary>The intensity is no number above 0 that a week can hold.</summary>
    BadIntensity,

    /// <summary>There is no unit.</summary>
    MissingUnit,

    /// <summary>The unit is none of the list.</summary>
    UnknownUnit,

    /// <summary>The unit does not convert to that of the product.</summary>
    OtherUnit,

    /// <summary>There is no duration.</summary>
    MissingDuration,

    /// <summary>The duration is a number without weeks or months.</summary>
    BareDuration,

    /// <summary>The duration cannot be read, or is longer than ten years.</summary>
    BadDuration,

    /// <summary>The same was reported above, or in another workbook.</summary>
    Twice,
}
