namespace YbPay.Sandbox.Insurer;

/// <summary>The stages of a case, and which follows which.</summary>
public static class CaseStage
{
    public const string Received = "RECEIVED";
    public const string Declared = "DECLARED";
    public const string Costed = "COSTED";
    public const string Assessed = "ASSESSED";
    public const string Settled = "SETTLED";
    public const string Paid = "PAID";
    public const string Refused = "REFUSED";
    public const string Withdrawn = "WITHDRAWN";
    public const string Approved = "APPROVED";
    public const string Granted = "GRANTED";

    /// <summary>The stage after this one when nothing speaks against it; null at the end.</summary>
    public static string? After(string stage, InsuranceKind kind) => (kind, stage) switch
    {
        (InsuranceKind.Commercial, Received) => Declared,
        (InsuranceKind.Commercial, Declared) => Costed,
        (InsuranceKind.Commercial, Costed) => Assessed,
        (InsuranceKind.Commercial, Assessed) => Settled,
        (InsuranceKind.Commercial, Settled) => Paid,
        (InsuranceKind.Relief, Received) => Approved,
        (InsuranceKind.Relief, Approved) => Granted,
        _ => null,
    };

    /// <summary>True where entering the stage means that it was decided to pay.</summary>
    public static bool IsDecision(string stage) => stage is Assessed or Approved;

    /// <summary>True until money is promised for good.</summary>
    public static bool MayBeWithdrawn(string stage) => stage is Received or Declared or Costed or Assessed;

    /// <summary>What a reader is told of it.</summary>
    public static string Said(string stage) => stage switch
    {
        Received => "已受理",
        Declared => "已申报",
        Costed => "费用已核算",
        Assessed => "已理算",
        Settled => "已结算",
        Paid => "已赔付",
        Withdrawn => "已撤销",
        Approved => "受理审批完成",
        Granted => "支付成功",
        _ => "",
    };
}
