namespace YbPay.Sandbox.Orders;

/// <summary>What became of an order at the credit bank or the insurer. DONE and REFUSED are for good.</summary>
public static class OrderStatus
{
    public const string Done = "DONE";
    public const string Refused = "REFUSED";

    /// <summary>Accepted; what becomes of it is known later.</summary>
    public const string Waiting = "WAITING";
}
