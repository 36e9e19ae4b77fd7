using System.Xml.Linq;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>
/// The look of a presentation without a template: white, with a bar of blue, in Arial. A region changes it in one
/// place, the master.
/// </summary>
internal static class OwnTheme
{
    private const string Spaces = """
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    private const string Group = """
        <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>
        """;

    private const string Colours = """
        bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"
        accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"
        """;

    private const string Empty = """
        <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="nl-NL"/></a:p></p:txBody>
        """;

    internal static XElement Theme() => XElement.Parse($"""
        <a:theme {Spaces} name="RGK"><a:themeElements>
          <a:clrScheme name="RGK">
            <a:dk1><a:srgbClr val="1F2933"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
            <a:dk2><a:srgbClr val="0B3A5B"/></a:dk2><a:lt2><a:srgbClr val="E4E7EB"/></a:lt2>
            <a:accent1><a:srgbClr val="0072B2"/></a:accent1><a:accent2><a:srgbClr val="D55E00"/></a:accent2>
            <a:accent3><a:srgbClr val="009E73"/></a:accent3><a:accent4><a:srgbClr val="CC79A7"/></a:accent4>
            <a:accent5><a:srgbClr val="52606D"/></a:accent5><a:accent6><a:srgbClr val="7B8794"/></a:accent6>
            <a:hlink><a:srgbClr val="0072B2"/></a:hlink><a:folHlink><a:srgbClr val="52606D"/></a:folHlink>
          </a:clrScheme>
          <a:fontScheme name="RGK">
            <a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
            <a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>
          </a:fontScheme>
          <a:fmtScheme name="RGK">
            <a:fillStyleLst>{Three("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>")}</a:fillStyleLst>
            <a:lnStyleLst>{Three("<a:ln><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>")}</a:lnStyleLst>
            <a:effectStyleLst>{Three("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst>
            <a:bgFillStyleLst>{Three("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>")}</a:bgFillStyleLst>
          </a:fmtScheme>
        </a:themeElements></a:theme>
        """);

    /// <summary>The master of slides, whose layouts have these relationships.</summary>
    internal static XElement Master(string cover, string titleOnly) => XElement.Parse($"""
        <p:sldMaster {Spaces}><p:cSld>
          <p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>
          <p:spTree>{Group}{Bar}
            {Holder(2, "type=\"title\"", SlideLayout.Own.Title, "<a:bodyPr lIns=\"0\" rIns=\"0\" anchor=\"b\"/>")}
            {Holder(3, "type=\"body\" idx=\"1\"", SlideLayout.Own.Body, "<a:bodyPr lIns=\"0\" rIns=\"0\"/>")}
            {Number()}
          </p:spTree></p:cSld>
          <p:clrMap {Colours}/>
          <p:sldLayoutIdLst>
            <p:sldLayoutId id="2147483649" r:id="{cover}"/><p:sldLayoutId id="2147483650" r:id="{titleOnly}"/>
          </p:sldLayoutIdLst>
          <p:txStyles>
            <p:titleStyle>{Style("a:lvl1pPr", 24, bold: true, "tx2")}</p:titleStyle>
            <p:bodyStyle>{Style("a:lvl1pPr", 16, bold: false, "tx1")}</p:bodyStyle>
            <p:otherStyle>{Style("a:lvl1pPr", 14, bold: false, "tx1")}</p:otherStyle>
          </p:txStyles></p:sldMaster>
        """);

    internal static XElement Cover() => Layout("title", "Titeldia", $"""
        {Holder(2, "type=\"ctrTitle\"", SlideLayout.OwnCover.Title, "<a:bodyPr anchor=\"b\"/>")}
        {Holder(3, "type=\"subTitle\" idx=\"1\"", SlideLayout.OwnCover.Body, "<a:bodyPr/>")}
        """);

    internal static XElement TitleOnly() => Layout("titleOnly", "Alleen titel", $"""
        {Holder(2, "type=\"title\"", SlideLayout.Own.Title, "<a:bodyPr/>")}{Number()}
        """);

    /// <summary>The master of notes.</summary>
    internal static XElement NotesMaster() => XElement.Parse($"""
        <p:notesMaster {Spaces}><p:cSld>
          <p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>
          <p:spTree>{Group}
            <p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia"/>
              <p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>
              <p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>
              <p:spPr>{Place(new Frame(43, 57, 454, 255))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
            </p:sp>
            {Holder(3, "type=\"body\" sz=\"quarter\" idx=\"1\"", new Frame(54, 330, 432, 350), "<a:bodyPr/>")}
          </p:spTree></p:cSld>
          <p:clrMap {Colours}/>
          <p:notesStyle>{Style("a:lvl1pPr", 12, bold: false, "tx1")}</p:notesStyle></p:notesMaster>
        """);

    private static string Bar => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="9" name="Balk"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
          <p:spPr>{Place(new Frame(0, 0, 960, 10))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
          <a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>{Empty}</p:sp>
        """;

    private static XElement Layout(string kind, string name, string shapes) => XElement.Parse($"""
        <p:sldLayout {Spaces} type="{kind}" preserve="1"><p:cSld name="{name}">
          <p:spTree>{Group}{shapes}</p:spTree></p:cSld>
          <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>
        """);

    private static string Number() => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="5" name="Dianummer"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
          <p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr>
          <p:spPr>{Place(new Frame(864, 508, 60, 24))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
          <p:txBody><a:bodyPr rIns="0" anchor="ctr"/>
          <a:lstStyle><a:lvl1pPr algn="r">
            <a:defRPr sz="1400"><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>
          <a:p><a:fld id="{Field}" type="slidenum"><a:rPr lang="nl-NL"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>
        """;

    private const string Field = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";

    private static string Holder(int id, string kind, Frame frame, string look) => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{Numbers.Whole(id)}" name="Tekst {Numbers.Whole(id)}"/>
          <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
          <p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>
          <p:spPr>{Place(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
          <p:txBody>{look}<a:lstStyle/><a:p><a:endParaRPr lang="nl-NL"/></a:p></p:txBody></p:sp>
        """;

    private static string Place(Frame frame) => $"""
        <a:xfrm><a:off x="{Emu(frame.Left)}" y="{Emu(frame.Top)}"/>
        <a:ext cx="{Emu(frame.Width)}" cy="{Emu(frame.Height)}"/></a:xfrm>
        """;

    private static string Style(string level, int size, bool bold, string colour) => $"""
        <{level} marL="0" indent="0" algn="l"><a:buNone/>
        <a:defRPr sz="{Numbers.Whole(size * 100)}" b="{(bold ? "1" : "0")}">
        <a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>
        <a:latin typeface="{(bold ? "+mj-lt" : "+mn-lt")}"/></a:defRPr></{level}>
        """;

    private static string Emu(double points) => Numbers.Whole(SlideElement.Emu(points));

    private static string Three(string element) => element + element + element;
}
