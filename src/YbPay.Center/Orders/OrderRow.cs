using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Center.Orders;

/// <summary>An order as stored. Amounts in fen, times in milliseconds.</summary>
internal sealed record OrderRow
{
    public required string PayOrdId { get; init; }

    public required string OrgCodg { get; init; }

    public required string AppId { get; init; }

    public required string MedOrgOrd { get; init; }

    public required string UploadDigest { get; init; }

    public required OrderState State { get; init; }

    public required long Version { get; init; }

    public required string PayTokenHash { get; init; }

    public required string PersonIndex { get; init; }

    public required byte[] Person { get; init; }

    public required string FeeType { get; init; }

    /// <summary>As the hospital stated it in 6201; null when it stated none.</summary>
    public string? MdtrtId { get; init; }

    /// <summary>The visit at the core.</summary>
    public string? CoreMdtrtId { get; init; }

    public required string ChrgBchno { get; init; }

    public required string MedType { get; init; }

    public required string Insutype { get; init; }

    public required string PsnSetlway { get; init; }

    public required string AcctUsedFlag { get; init; }

    public required string MidSetlFlag { get; init; }

    public required long FeeSum { get; init; }

    public long? Fund { get; init; }

    public long? PsnAcct { get; init; }

    public long? Cash { get; init; }

    public long? Other { get; init; }

    /// <summary>What the hospital says it holds for this patient.</summary>
    public required long DepositAsked { get; init; }

    public required long DepositUsed { get; init; }

    public required long CashDue { get; init; }

    public required long CashPaid { get; init; }

    /// <summary>What the person's accounts paid of the cash part at the core, as far as the core has told.</summary>
    public long PaidDown { get; init; }

    /// <summary>Cash that came and goes back because accounts had paid it too; no part of <see cref="CashPaid"/>.</summary>
    public long CashSurplus { get; init; }

    /// <summary>What the channel says it took, where that is not what it was asked for; a human must look.</summary>
    public long? CashReported { get; init; }

    /// <summary>Cash refunded or about to be.</summary>
    public required long CashRefundHeld { get; init; }

    public required int InsuranceRefundHeld { get; init; }

    /// <summary>The refund under way; one at a time.</summary>
    public string? RefundOpen { get; init; }

    public string? SetlId { get; init; }

    /// <summary>The msgid under which the core settled.</summary>
    public string? SettleLeg { get; init; }

    /// <summary>Our number at the cash channel.</summary>
    public string? CashLeg { get; init; }

    public long? SettledAt { get; init; }

    public long? PaidAt { get; init; }

    public required int RevsUsed { get; init; }

    /// <summary>How it is being paid; see <see cref="PaidVia"/>.</summary>
    public string Via { get; init; } = "";

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public required long ClosesAt { get; init; }

    /// <summary>Where the patient pays the cash part; known only just after the channel created the payment, never stored.</summary>
    public string? CashPayUrl { get; init; }

    /// <summary>20xx or 23xx: which family of transactions the core wants.</summary>
    public bool IsInpatient => FeeType == "02";

    /// <summary>Known once settled. The database keeps the equation, so it cannot fail here.</summary>
    public Split Split => Split.Of(new Fen(FeeSum), new Fen(Fund ?? 0), new Fen(PsnAcct ?? 0), new Fen(Cash ?? 0), new Fen(Other ?? 0))
        .Match(split => split, why => throw new InvalidDataException($"Order {PayOrdId} holds amounts that do not add up: {why}"));

    /// <summary>Who paid what as it is shown: what accounts paid down is psnAcctPay, as if it had been settled so.</summary>
    public Split Shown => Split.PaidDownBy(new Fen(PaidDown));

    public CashDue CashSplit => new(new Fen(Cash ?? 0), new Fen(DepositUsed), new Fen(PaidDown));

    public RefundBasis RefundBasis => new(
        State, Shown, new Fen(CashPaid), new Fen(DepositUsed), new Fen(CashRefundHeld), RefundOpen is not null && InsuranceRefundHeld == 1, new Fen(PaidDown));

    public PayDownBasis PayDownBasis => new(State, new Fen(Cash ?? 0), new Fen(DepositAsked), new Fen(PaidDown), new Fen(CashPaid), RefundOpen is not null);
}

/// <summary>How a payment was asked for, as the orders table keeps it.</summary>
internal static class PaidVia
{
    /// <summary>6202.</summary>
    public const string Hospital = "";

    /// <summary>The patient's page, cash through the centre's own channel.</summary>
    public const string Cashier = "cashier";

    /// <summary>6205.</summary>
    public const string Card = "card";

    /// <summary>WeChat, as chnlType names it.</summary>
    public const string WeChat = "WX";

    /// <summary>Alipay, as chnlType names it.</summary>
    public const string Alipay = "ALI";

    /// <summary>The patient's page, cash by the hospital's own order at a third party.</summary>
    public static string OwnOrder(string chnlType) => $"{Cashier}.{chnlType}";

    /// <summary>The third party of the hospital's own order; null where the centre takes the cash.</summary>
    public static string? OwnOrderOf(string via) => via.StartsWith($"{Cashier}.", StringComparison.Ordinal) ? via[(Cashier.Length + 1)..] : null;

    public static bool IsCashier(string via) => via == Cashier || OwnOrderOf(via) is not null;
}

/// <summary>Where a refund stands.</summary>
internal enum RefundStatus
{
    Pending = 0,
    Succeeded = 1,
    Failed = 2,

    /// <summary>Insurance went back, cash did not: a CASH retry finishes it.</summary>
    CashLeft = 3,
}

/// <summary>A refund as stored.</summary>
internal sealed record RefundRow
{
    public required string RefdSn { get; init; }

    public required string OrgCodg { get; init; }

    public required string AppId { get; init; }

    public required string PayOrdId { get; init; }

    public required string AppRefdSn { get; init; }

    public required string Digest { get; init; }

    public required RefundKind Kind { get; init; }

    public required long Insurance { get; init; }

    public required long Cash { get; init; }

    public required long Deposit { get; init; }

    public required int InsuranceDone { get; init; }

    public required int CashDone { get; init; }

    public required RefundStatus Status { get; init; }

    /// <summary>The core's number of the cancelled settlement.</summary>
    public string? HiSn { get; init; }

    public long? HiAt { get; init; }

    public string? Note { get; init; }

    public required long CreatedAt { get; init; }
}
