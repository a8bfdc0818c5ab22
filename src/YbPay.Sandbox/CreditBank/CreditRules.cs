namespace YbPay.Sandbox.CreditBank;

/// <summary>What the credit bank decides about money.</summary>
public static class CreditRules
{
    /// <summary>
    /// What reaches the person's account when <paramref name="amount"/> more is refunded: of a discounted payment, the share that the person paid;
    /// rounded down on the way, and exactly what the person paid once all is refunded. Amounts are fen.
    /// </summary>
    /// <param name="refunded">Refunded before; with <paramref name="amount"/> at most <paramref name="payment"/>.</param>
    public static long GivenBack(long payment, long discount, long refunded, long amount)
    {
        return Share(refunded + amount) - Share(refunded);

        long Share(long ofRefunded) => (long)((Int128)ofRefunded * (payment - discount) / payment);
    }

    /// <summary>The last four characters with stars before them.</summary>
    public static string Masked(string accountNo) => accountNo.Length <= 4 ? accountNo : "****" + accountNo[^4..];
}
