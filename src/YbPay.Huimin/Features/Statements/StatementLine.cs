using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Huimin.Features.Statements;

/// <summary>An order as its line shows it: a payment that was paid, or a refund that was done. Prints nothing of the person.</summary>
/// <param name="QueryId">交易流水号, the platform's number (系统订单号), as every reply names it.</param>
/// <param name="OrderId">订单号, the hospital's; the surplus of a discharge carries its deposit's.</param>
/// <param name="At">When it was paid or given back, milliseconds since 1970 UTC.</param>
/// <param name="IsRefund">交易类型 02.</param>
/// <param name="Amount">交易金额, fen, never negative: of a payment all of it, the insurer's part included.</param>
/// <param name="Card">Masked by the bank; empty for a payment of 0, which no account bears.</param>
/// <param name="Discount">优惠金额, fen, of a payment: what a coupon bore of the amount. Never the hospital's cost.</param>
/// <param name="Insured">商保结算金额, fen, of a payment: what the commercial insurer bears of the amount.</param>
internal sealed record StatementOrder(
    string QueryId, string OrderId, string Name, string IdNo, long At, bool IsRefund, long Amount, string Card, string Coupon, long Discount, long Insured)
{
    public override string ToString() => $"{(IsRefund ? "refund" : "payment")} {QueryId}";
}

/// <summary>
/// One line of a statement (document, HOS00013): fourteen fields in the printed order, each closed by <c>!|</c>. The document's sample has
/// thirteen; its table and its pattern, which name fourteen, hold (ruling D.9).
/// </summary>
internal static class StatementLine
{
    private const string Separator = "!|";
    private const int LongestName = 100;
    private const int LongestCard = 50;
    private const int LongestCoupon = 100;
    private const int LongestHospital = 50;

    /// <param name="hospitalId">商户编号.</param>
    /// <param name="hospitalName">商户名.</param>
    public static string Of(StatementOrder order, string hospitalId, string hospitalName)
    {
        var at = ChinaTime.Of(order.At);
        string[] fields =
        [
            order.QueryId, order.OrderId, Field(order.Name, LongestName), Masked(order.IdNo), at.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            at.ToString("HHmmss", CultureInfo.InvariantCulture), order.IsRefund ? "02" : "01", Fen(order.Amount), Field(order.Card, LongestCard), hospitalId,
            Field(hospitalName, LongestHospital), Field(order.Coupon, LongestCoupon), Fen(order.Discount), Fen(order.Insured),
        ];
        return string.Concat(fields.Select(field => field + Separator));
    }

    /// <summary>As the sample masks them: four characters, six stars, six characters. Of shorter numbers less is left, so that most of them is hidden.</summary>
    private static string Masked(string idNo) => idNo.Length switch
    {
        >= 15 => $"{idNo[..4]}******{idNo[^6..]}",
        >= 6 => $"{idNo[0]}******{idNo[^2..]}",
        _ => "******",
    };

    private static string Fen(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>What others wrote cannot end a field or a line.</summary>
    private static string Field(string text, int longest)
    {
        var clean = string.Concat(text.Select(character => char.IsControl(character) || character == '|' ? ' ' : character));
        return clean.Length <= longest ? clean : clean[..longest];
    }
}
