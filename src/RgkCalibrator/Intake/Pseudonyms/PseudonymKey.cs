using System.Security.Cryptography;
using System.Text;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Pseudonyms;

/// <summary>
/// The key, which only the sender has, that makes pseudonyms of ids: HMAC-SHA256 (RFC 2104, RFC 6234), as 64
/// hexadecimal digits. The same id and key give the same pseudonym in every file; without the key nobody can try out
/// all ids of nine digits.
/// </summary>
internal sealed class PseudonymKey
{
    private const int ShortestKey = 32;

    private readonly byte[] _key;

    private PseudonymKey(byte[] key) => _key = key;

    /// <summary>Reads the key in a file: all its bytes, but a line end behind them.</summary>
    /// <exception cref="CalibrationException">The file cannot be read, or holds too little to be a key.</exception>
    internal static PseudonymKey Read(string path)
    {
        try
        {
            var key = File.ReadAllBytes(path).AsSpan().TrimEnd("\r\n"u8);
            return key.Length >= ShortestKey ? new PseudonymKey(key.ToArray()) : throw TooShort(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, trouble);
        }
    }

    /// <summary>
    /// The pseudonym of an id, without the white space around it; nothing for one that is empty or says so. A citizen
    /// service number has one pseudonym, however it is written.
    /// </summary>
    internal string PseudonymOf(ReadOnlySpan<byte> id)
    {
        var text = FieldText.Trim(id);
        if (Nothing.Is(text))
            return string.Empty;
        Span<byte> number = stackalloc byte[ServiceNumber.Digits];
        var isNumber = ServiceNumber.TryRead(text, number) && ServiceNumber.Passes(number);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, isNumber ? number : text));
    }

    /// <summary>The same as UTF-8 bytes.</summary>
    internal byte[] Utf8Of(ReadOnlySpan<byte> id) => Encoding.ASCII.GetBytes(PseudonymOf(id));

    private static CalibrationException TooShort(string path) => new(
        ExitCode.WrongUse,
        new Wording(
            "De sleutel is te kort om niet geraden te kunnen worden.",
            "The key is too short not to be guessed."),
        path,
        new Wording("Gebruik minstens 32 willekeurige tekens.", "Use at least 32 random characters."));

    private static CalibrationException Unreadable(string path, Exception trouble) => new(
        ExitCode.Files,
        new Wording("Het sleutelbestand is niet te lezen.", "The key file cannot be read."),
        path,
        new Wording(
            "Maak een sleutel van minstens 32 willekeurige tekens, bewaar die op één veilige plek "
            + "en noem het bestand met --key.",
            "Make a key of at least 32 random characters, keep it in one safe place and name the file with --key."),
        trouble);
}
