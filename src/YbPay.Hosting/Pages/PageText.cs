using System.Text;

namespace YbPay.Hosting.Pages;

/// <summary>Text from outside on its way into a page: the one place where it is encoded.</summary>
public static class PageText
{
    /// <summary>
    /// Encodes for element content and for attributes in double quotes. Characters that turn the direction of what follows,
    /// and other invisible ones, are left out: they could make an amount or a name read as another. Control characters and half
    /// surrogates become a space and U+FFFD.
    /// </summary>
    public static void Encode(string? value, StringBuilder into)
    {
        ArgumentNullException.ThrowIfNull(into);
        foreach (var rune in (value ?? "").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': into.Append("&amp;"); break;
                case '<': into.Append("&lt;"); break;
                case '>': into.Append("&gt;"); break;
                case '"': into.Append("&quot;"); break;
                case '\'': into.Append("&#39;"); break;
                case < 0x20 or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029: into.Append(' '); break;
                case 0x061C or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF: break;
                default: into.Append(rune.ToString()); break;
            }
        }
    }
}
