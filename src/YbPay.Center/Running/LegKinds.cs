namespace YbPay.Center.Running;

/// <summary>What a leg of the centre is. Kinds that begin with "refund." belong to a refund, all others to an order.</summary>
internal static class LegKinds
{
    public const string RegisterVisit = "2201";
    public const string AdmitVisit = "2401";
    public const string Diagnoses = "2203";
    public const string UploadLines = "2204";
    public const string UploadStayLines = "2301";
    public const string CancelVisit = "2202";
    public const string CancelLines = "2205";
    public const string CancelStayLines = "2302";
    public const string Settle = "2207";
    public const string SettleStay = "2304";
    public const string CancelSettlement = "2208";
    public const string CancelStaySettlement = "2305";
    public const string Reverse = "2601";

    /// <summary>The patient's payment at the cash channel: pending until it is paid or closed.</summary>
    public const string CashPayment = "bank.pay";

    /// <summary>The patient's payment by the hospital's own order: asked for at the hospital.</summary>
    public const string OwnOrderPayment = "hospital.pay";

    public const string RefundSettlement = "refund.2208";
    public const string RefundStaySettlement = "refund.2305";
    public const string RefundCash = "refund.bank";

    /// <summary>Cash that came although the order was closed goes back.</summary>
    public const string ReturnLateCash = "bank.return";

    /// <summary>Cash that the hospital took goes back through the hospital.</summary>
    public const string RefundOwnOrder = "refund.hospital";
    public const string ReturnLateOwnOrder = "hospital.return";

    /// <summary>Cash that accounts had paid too goes back; the payment it belongs to is the order's.</summary>
    public const string ReturnSurplus = "bank.surplus";
    public const string ReturnSurplusOwnOrder = "hospital.surplus";

    /// <summary>Cash was taken: the core is asked whether accounts had paid some of it meanwhile. A question; nothing is done there.</summary>
    public const string AskAccounts = "5203";

    public static bool IsCashRefund(string kind) => kind is RefundCash or RefundOwnOrder;

    /// <summary>The transaction's number at the core.</summary>
    public static string Infno(string kind) => kind.StartsWith("refund.", StringComparison.Ordinal) ? kind["refund.".Length..] : kind;
}
