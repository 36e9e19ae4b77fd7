using Xunit.Sdk;

namespace RgkCalibrator.Tests;

public sealed class ExpectTests
{
    [Fact]
    public void Values_that_differ_are_shown_with_the_reason()
    {
        var failed = Assert.Throws<FailException>(() => Expect.Equal<double?>(7.5, null, "a week has seven days"));

        Assert.Equal("a week has seven days\nExpected: 7.5\nActual:   null", failed.Message);
        Expect.Equal(7.5, 7.5, "what is equal passes");
    }
}
