using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Client;

/// <summary>One order of a statement (HOS00013). Prints nothing of the person.</summary>
/// <param name="QueryId">交易流水号: the platform's number.</param>
/// <param name="OrderId">订单号: the hospital's; the surplus of a discharge carries its deposit's.</param>
/// <param name="IdNo">Masked by the platform.</param>
/// <param name="At">When it was paid or given back, China's time.</param>
/// <param name="IsRefund">交易类型 02; otherwise 01, a payment.</param>
/// <param name="Amount">交易金额, fen.</param>
/// <param name="Card">Masked.</param>
/// <param name="Discount">优惠金额, fen.</param>
/// <param name="Insured">商保结算金额, fen.</param>
public sealed record HuiminStatementLine(
    string QueryId, string OrderId, Personal Name, Personal IdNo, DateTimeOffset At, bool IsRefund, long Amount, string Card, string HospitalId, string HospitalName, string Coupon, long Discount,
    long Insured)
{
    private const string Separator = "!|";
    private const int Fields = 14;

    public override string ToString() => $"{(IsRefund ? "refund" : "payment")} {OrderId} {Amount}";

    /// <summary>Null for what is no such line. The last field may stand without its closing separator, as the document's pattern prints it.</summary>
    internal static HuiminStatementLine? Parse(string line)
    {
        var fields = line.Split(Separator);
        if (fields.Length == Fields + 1 && fields[Fields].Length == 0) fields = fields[..Fields];
        if (fields.Length != Fields || fields[0].Length == 0 || fields[1].Length == 0 || fields[6] is not ("01" or "02")) return null;
        if (ChinaTime.FromDigits(fields[4] + fields[5]) is not { } at) return null;
        if (Fen(fields[7]) is not { } amount || Fen(fields[12]) is not { } discount || Fen(fields[13]) is not { } insured) return null;
        return new HuiminStatementLine(
            fields[0], fields[1], new Personal(fields[2]), new Personal(fields[3]), at, fields[6] == "02", amount, fields[8], fields[9], fields[10], fields[11], discount, insured);
    }

    private static long? Fen(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) ? fen : null;
}
