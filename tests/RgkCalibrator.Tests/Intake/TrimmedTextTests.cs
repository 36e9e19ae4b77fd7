using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake;

public sealed class TrimmedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("   \t\r\n ")]
    [InlineData("                    ")]
    [InlineData("a")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("\ta b\r\n")]
    [InlineData("twelve bytes")]
    [InlineData(" eleven text")]
    [InlineData(" a text that stays long when it is trimmed ")]
    [InlineData("          short           ")]
    [InlineData("a long text without white space around it")]
    [InlineData(" cliënt ")]
    public void Nothing_but_the_white_space_around_a_text_goes(string text)
    {
        var (trimmed, key) = Trimmed(text);

        Assert.Equal(text.Trim(), trimmed);
        // A long text that becomes short has the key of the short one: else a client would be two.
        Assert.Equal(TextKey.Of(Encoding.UTF8.GetBytes(text.Trim())), key);
    }

    private static unsafe (string Text, TextKey Key) Trimmed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\0");
        fixed (byte* start = bytes)
        {
            var handle = TextHandle.Of(start, bytes.Length - 1).Trimmed();
            return (Encoding.UTF8.GetString(handle.Bytes), TextKey.Of(in handle));
        }
    }
}
