using YbPay.Engine.Money;

namespace YbPay.Engine.Credit;

/// <summary>What the amounts of the huimin document can be.</summary>
public static class CreditAmounts
{
    /// <summary>Eleven digits of fen, the printed length of every amount.</summary>
    public static Fen Largest { get; } = new(99_999_999_999);

    /// <summary>Not negative, and no more than a field holds. Sums of a hundred thousand such amounts stay far below an overflow.</summary>
    public static bool IsPrintable(Fen amount) => amount >= Fen.Zero && amount <= Largest;
}
