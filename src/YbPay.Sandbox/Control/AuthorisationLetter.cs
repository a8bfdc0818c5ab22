using System.Globalization;
using System.Text;

namespace YbPay.Sandbox.Control;

/// <summary>
/// The letter by which a patient lets the hospital give documents to an insurer (授权书), as a PDF of one page. It names no person: who sends it is known, and the letter of an
/// invented patient is looked at by people.
/// </summary>
internal static class AuthorisationLetter
{
    /// <summary>The same letter for the same arguments, byte for byte.</summary>
    /// <param name="day">yyyyMMdd.</param>
    public static byte[] Write(string insuranceName, string hospitalId, string day)
    {
        string[] lines =
        [
            "理赔资料授权书",
            $"本人申请理赔的保险：{insuranceName}",
            $"本人授权编号 {hospitalId} 的医疗机构，将本次就诊的病历、费用、票据、",
            "检查报告及影像资料提供给上述保险公司，仅用于本次理赔。",
            $"授权日期：{day}    （沙箱样张，不具法律效力）",
        ];
        var page = new StringBuilder("BT /F1 16 Tf 72 760 Td 28 TL\n");
        foreach (var line in lines) page.Append(CultureInfo.InvariantCulture, $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T*\n");
        page.Append("ET");
        // A font that every reader has for Chinese (ISO 32000, 9.7.5.2) needs not be carried along.
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {page.Length} >>\nstream\n{page}\nendstream"),
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ];
        return Encoding.ASCII.GetBytes(Assemble(objects));
    }

    /// <summary>ASCII throughout, so that characters are bytes.</summary>
    private static string Assemble(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToString();
    }
}
