using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Output.Formats.Office;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>
/// A presentation of the user's, of which slides get the look: its masters, layouts and themes stay as they are, its
/// slides go.
/// </summary>
public sealed class DeckTemplate
{
    private const long LargestFile = 50L << 20;
    private const long LargestUnpacked = 400L << 20;
    private const int MostParts = 5000;

    private readonly byte[] _bytes;

    private DeckTemplate(byte[] bytes) =>
        (_bytes, Fingerprint) = (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The SHA-256 of the file.</summary>
    public string Fingerprint { get; }

    /// <summary>The room that it gives slides.</summary>
    internal DeckRoom Room { get; private set; } = DeckRoom.Own;

    /// <summary>The template in a file.</summary>
    /// <exception cref="CalibrationException">It cannot be read, or cannot be a template.</exception>
    public static DeckTemplate Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw TooLarge(path);
            var template = new DeckTemplate(File.ReadAllBytes(path));
            if (template.Flaw() is { } flaw)
                throw Refused(path, flaw);
            return template;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, trouble);
        }
        catch (Exception trouble) when (trouble is InvalidDataException or OpenXmlPackageException or XmlException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException
            or NotSupportedException)
        {
            throw NoTemplate(path, trouble);
        }
    }

    /// <summary>The template without its slides, in a stream that is left open.</summary>
    internal PresentationDocument Open(Stream stream)
    {
        stream.Write(_bytes);
        stream.Position = 0;
        var document = PresentationDocument.Open(stream, isEditable: true);
        if (document.DocumentType == PresentationDocumentType.Template)
            document.ChangeDocumentType(PresentationDocumentType.Presentation);
        var main = document.PresentationPart ?? throw new InvalidDataException("No presentation.");
        RemoveTraces(document, main);
        RemoveSlides(main);
        return document;
    }

    /// <summary>What tells of the slides that were there, and of who made them.</summary>
    private static void RemoveTraces(PresentationDocument document, PresentationPart main)
    {
        OpenXmlPart?[] ofDocument = [document.ExtendedFilePropertiesPart, document.ThumbnailPart];
        OpenXmlPart?[] ofMain = [main.ViewPropertiesPart, main.CommentAuthorsPart];
        document.DeleteParts([.. ofDocument.OfType<OpenXmlPart>()]);
        main.DeleteParts([.. ofMain.OfType<OpenXmlPart>()]);
    }

    private static void RemoveSlides(PresentationPart main)
    {
        main.DeleteParts([.. main.SlideParts]);
        var root = DeckBase.XmlOf(main);
        // What names slides: their list, shows of some of them, sections.
        string[] ofSlides = ["sldIdLst", "custShowLst", "sectionLst"];
        root.Descendants().Where(element => ofSlides.Contains(element.Name.LocalName)).ToList()
            .ForEach(element => (element.Parent!.Name.LocalName == "ext" ? element.Parent : element).Remove());
        root.Elements(Main + "extLst").Where(list => !list.HasElements).Remove();
        OfficePackage.Fill(main, root.WriteTo);
    }

    /// <summary>Why it cannot be a template; null: it can.</summary>
    private Wording? Flaw()
    {
        RefuseBomb();
        using var stream = new MemoryStream();
        using var document = Open(stream);
        if (document.DocumentType != PresentationDocumentType.Presentation)
        {
            return new("Er staan macro's in dit sjabloon, of het is een diavoorstelling of invoegtoepassing.",
                "This template holds macros, or is a slide show or an add-in.");
        }

        var @base = DeckBase.Of(document);
        Room = @base.Room;
        var size = @base.Presentation.Element(Main + "sldSz");
        if ((long?)size?.Attribute("cx") != Emu(DeckBase.Width) || (long?)size?.Attribute("cy") != Emu(DeckBase.Height))
        {
            return new("De dia's van dit sjabloon zijn niet 33,867 bij 19,05 cm (breedbeeld).",
                "The slides of this template are not 13.333 by 7.5 inch (widescreen).");
        }

        var parts = document.GetAllParts().ToList();
        parts.Where(part => part.ContentType.EndsWith("xml", StringComparison.Ordinal)).ToList()
            .ForEach(part => _ = DeckBase.XmlOf(part));
        if (parts.Exists(part => part is SlidePart))
            throw new InvalidDataException("A slide stays.");
        if (parts.Exists(IsProgram))
        {
            return new("Er zit een programma of een ingesloten bestand in dit sjabloon.",
                "This template holds a program or an embedded file.");
        }

        return parts.Exists(part => part.ExternalRelationships.Any() || part.HyperlinkRelationships.Any(IsHarmful))
            ? new("Dit sjabloon verwijst naar een bestand dat er niet in zit.",
                "This template refers to a file that is not in it.")
            : null;
    }

    private static bool IsProgram(OpenXmlPart part) => part is VbaProjectPart or VbaDataPart
        or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart or EmbeddedObjectPart
        or EmbeddedPackagePart;

    private static bool IsHarmful(HyperlinkRelationship link) =>
        !link.Uri.IsAbsoluteUri || link.Uri.Scheme is not ("http" or "https" or "mailto");

    private void RefuseBomb()
    {
        using var archive = new ZipArchive(new MemoryStream(_bytes), ZipArchiveMode.Read);
        var room = LargestUnpacked;
        var buffer = new byte[81_920];
        if (archive.Entries.Count > MostParts)
            throw new InvalidDataException("Too many parts.");
        // What the directory says of sizes need not be true.
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                room -= read;
                if (room < 0)
                    throw new InvalidDataException("Too large.");
            }
        }
    }

    private static Wording Remedy { get; } = new(
        "Bewaar in PowerPoint een gewone presentatie (.pptx of .potx) in breedbeeld, met de indelingen Titeldia en "
            + "Alleen titel, of laat --template weg.",
        "Save an ordinary presentation (.pptx or .potx) in widescreen from PowerPoint, with the layouts Title Slide "
            + "and Title Only, or leave out --template.");

    private static CalibrationException Refused(string path, Wording flaw) =>
        new(ExitCode.WrongUse, flaw, path, Remedy);

    private static CalibrationException TooLarge(string path) => Refused(
        path, new("Dit sjabloon is groter dan 50 MB.", "This template is larger than 50 MB."));

    private static CalibrationException NoTemplate(string path, Exception cause) => new(
        ExitCode.Files,
        new("Dit is geen presentatie die als sjabloon kan dienen, of zij is beschadigd.",
            "This is no presentation that can serve as a template, or it is damaged."),
        path, Remedy, cause);

    private static CalibrationException Unreadable(string path, Exception cause) => new(
        ExitCode.Files,
        new("Dit sjabloon is niet te lezen.", "This template cannot be read."),
        path,
        new("Kijk of het bestand bestaat en of u het mag lezen.", "See whether the file exists and you may read it."),
        cause);
}
