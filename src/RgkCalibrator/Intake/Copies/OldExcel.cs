using System.Text;
using RgkCalibrator.Intake.Copies.Workbooks;

namespace RgkCalibrator.Intake.Copies;

/// <summary>
/// Files of Excel that are not read: .xls, and workbooks with a password. Both are compound files (MS-CFB), in which
/// the name of a stream stands in UTF-16.
/// </summary>
internal static class OldExcel
{
    private const int Chunk = 1 << 20;

    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    internal static CopiedKind Kind { get; } = new(
        new("oud Excel-bestand (xls)", "old Excel file (xls)"),
        head => head.StartsWith([(byte)0xD0, (byte)0xCF, (byte)0x11, (byte)0xE0]),
        (source, name, _, _) =>
            throw (IsEncrypted(source) ? WorkbookMistakes.Locked(name) : WorkbookMistakes.Old(name)));

    private static bool IsEncrypted(Stream source)
    {
        var (room, kept, read) = (new byte[Chunk], 0, 0);
        while ((read = source.Read(room, kept, room.Length - kept)) > 0)
        {
            var text = room.AsSpan(0, kept + read);
            if (text.IndexOf(Encrypted) >= 0)
                return true;
            // The name can begin at the end of a chunk.
            kept = Math.Min(text.Length, Encrypted.Length);
            text[^kept..].CopyTo(room);
        }

        return false;
    }
}
