namespace YbPay.Huimin.Running;

/// <summary>What a leg of the platform is. The leg's id is the number under which the other side knows the order.</summary>
internal static class LegKinds
{
    /// <summary>The person's agreement at the bank; owner: the enrolment.</summary>
    public const string Agree = "credit.agree";

    /// <summary>Owner: the payment.</summary>
    public const string Pay = "credit.pay";

    /// <summary>Owner: the refund.</summary>
    public const string Refund = "credit.refund";

    /// <summary>What an insurer would pay of a payment is asked; no money moves. Owner: the payment.</summary>
    public const string QuoteOfPayment = "payment.quote";

    /// <summary>A direct claim of a payment, settled at the insurer; owner: the payment.</summary>
    public const string ClaimOfPayment = "payment.insurer";

    /// <summary>It is taken back, because the bank did not pay; owner: the payment.</summary>
    public const string ClaimOfPaymentBack = "payment.insurer-back";

    /// <summary>The insurer's part of a discharge; owner: the discharge.</summary>
    public const string ClaimOfDischarge = "discharge.insurer";

    /// <summary>Owner: the discharge's cancellation.</summary>
    public const string ClaimOfDischargeBack = "discharge.insurer-back";

    /// <summary>Surplus of a deposit goes back; owner: the refund.</summary>
    public const string RefundOfDischarge = "discharge.refund";

    /// <summary>A case is handed in; owner: the case.</summary>
    public const string SubmitCase = "case.submit";

    /// <summary>How far a case has come is asked for; nothing is done there. Owner: the case.</summary>
    public const string FollowCase = "case.follow";

    /// <summary>Owner: the case.</summary>
    public const string WithdrawCase = "case.withdraw";
}
