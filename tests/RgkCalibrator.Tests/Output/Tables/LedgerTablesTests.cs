using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Tests.Output.Tables;

public sealed class LedgerTablesTests
{
    [Theory]
    [InlineData(0, 3000, "0.0%")]
    [InlineData(1, 3000, "<0.1%")]
    [InlineData(2, 3000, "0.1%")]
    [InlineData(2998, 3000, "99.9%")]
    [InlineData(2999, 3000, ">99.9%")]
    [InlineData(3000, 3000, "100.0%")]
    [InlineData(0, 0, "")]
    public void Some_rows_are_never_told_as_none_and_not_all_never_as_all(long part, long all, string share) =>
        Assert.Equal(share, new LedgerTables(Language.English).ShareOf(part, all));
}
