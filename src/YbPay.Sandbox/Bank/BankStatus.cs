namespace YbPay.Sandbox.Bank;

/// <summary>Where a payment stands. WAIT and DECLINED are open: the patient may still pay until the payment expires.</summary>
public static class BankStatus
{
    public const string Wait = "WAIT";
    public const string Declined = "DECLINED";
    public const string Paid = "PAID";

    /// <summary>By the merchant, or by its time being over.</summary>
    public const string Closed = "CLOSED";

    public const string RefundDone = "DONE";
    public const string RefundRefused = "REFUSED";
}
