using System.Globalization;
using YbPay.Engine.Money;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>Amounts as a patient reads them.</summary>
internal static class PageMoney
{
    /// <summary>¥1,234.50.</summary>
    public static string Yuan(this Fen amount) => (amount.Value < 0 ? "-¥" : "¥") + Math.Abs(amount.ToYuan()).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
