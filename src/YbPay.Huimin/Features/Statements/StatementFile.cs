using System.Text;
using YbPay.Cryptography;
using YbPay.Huimin.Partners;
using YbPay.Protocol.Files;

namespace YbPay.Huimin.Features.Statements;

/// <summary>A statement as the document wants it: a zip of one UTF-8 text, a line an order. The same orders give the same bytes.</summary>
internal static class StatementFile
{
    public static StoredStatement Make(Partner partner, StatementDay day, IReadOnlyList<StatementOrder> orders)
    {
        var text = new StringBuilder();
        foreach (var order in orders) text.Append(StatementLine.Of(order, partner.HospitalId, partner.HospitalName)).Append('\n');
        var zip = TextZip.Write(NameOf(partner.HospitalId, day.Text) + ".txt", text.ToString());
        return new StoredStatement(DigestOf(zip), orders.Count, zip);
    }

    /// <summary>Without its ending.</summary>
    public static string NameOf(string hospitalId, string day) => $"{hospitalId}_{day}";

    /// <summary>SM3 of the zip, lower-case hex.</summary>
    public static string DigestOf(byte[] zip) => Convert.ToHexStringLower(Sm3.Hash(zip));
}
