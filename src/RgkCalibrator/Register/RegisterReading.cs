namespace RgkCalibrator.Register;

/// <summary>Reads workbooks that came back.</summary>
/// <param name="framework">What can be reported.</param>
/// <param name="asked">The providers that were asked; empty: any.</param>
internal sealed class RegisterReading(RegisterFramework framework, IReadOnlyCollection<string> asked)
{
    private readonly RegisterProducts _products = new(framework);
    private readonly HashSet<(string, string, string, string)> _reported = [];

    /// <summary>
    /// Reads the workbooks in their order. A workbook that cannot be read, and a row that does not count, is part of
    /// the outcome.
    /// </summary>
    internal ReturnedRegister Read(IReadOnlyList<string> paths, CancellationToken stop)
    {
        var files = new List<ReturnedFile>();
        foreach (var path in paths)
        {
            stop.ThrowIfCancellationRequested();
            files.Add(Read(path));
        }

        return new ReturnedRegister(files);
    }

    private ReturnedFile Read(string path)
    {
        try
        {
            return Read(Path.GetFileName(path), RegisterSheet.Read(path));
        }
        catch (CalibrationException refused)
        {
            return new ReturnedFile(Path.GetFileName(path), [], []) { Unreadable = refused };
        }
    }

    private ReturnedFile Read(string name, RegisterSheet sheet)
    {
        var (accepted, refused) = (new List<ReportedSituation>(), new List<RefusedCell>());
        string? own = null;
        foreach (var row in sheet.Rows())
        {
            if (!sheet.IsReport(row) && sheet.Stray(row) is null && sheet.Merged(row) is null)
                continue;
            var reader = new RegisterRowReader(sheet, row, _products);
            // A workbook is of one provider: that of its first sound row.
            var situation = reader.Read(provider => own is null
                ? asked.Count == 0 || asked.Contains(provider)
                : provider == own);
            refused.AddRange(reader.Refused);
            if (situation is null)
                continue;
            own ??= situation.Provider;
            if (_reported.Add(situation.Key))
            {
                accepted.Add(situation);
                continue;
            }

            var cell = sheet.AddressOf(row, RegisterForm.Product);
            refused.Add(new RefusedCell(situation.Place, cell, RegisterTrouble.Twice));
        }

        return new ReturnedFile(name, accepted, refused) { IsSynthetic = sheet.IsSynthetic };
    }
}
