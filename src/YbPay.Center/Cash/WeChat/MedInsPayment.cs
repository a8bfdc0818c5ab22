namespace YbPay.Center.Cash.WeChat;

/// <summary>How an order, or one of its two parts, stands.</summary>
internal enum MedInsStatus
{
    /// <summary>The order has no such part.</summary>
    None,
    Created,
    Success,
    Refund,
    Fail,
}

/// <summary>A medical-insurance order as WeChat tells it.</summary>
internal sealed record MedInsPayment(string MixTradeNo, string OutTradeNo, MedInsStatus Mix, MedInsStatus Cash, MedInsStatus Insurance, DateTimeOffset? PaidAt, string? FailReason)
{
    /// <summary>The order failed, yet its cash was taken: it has to be returned at WeChat Pay.</summary>
    public bool CashMustGoBack => Mix == MedInsStatus.Fail && Cash == MedInsStatus.Success;

    /// <summary>Null when a status is missing or not of the document's list.</summary>
    public static MedInsPayment? Read(WeChatReply reply)
    {
        if (reply.Text("mix_trade_no") is not { Length: > 0 } mixTradeNo || reply.Text("out_trade_no") is not { Length: > 0 } outTradeNo) return null;
        if (StatusOf(reply.Text("mix_pay_status"), "MIX_PAY") is not { } mix || mix == MedInsStatus.None) return null;
        if (StatusOf(reply.Text("self_pay_status"), "SELF_PAY") is not { } cash || StatusOf(reply.Text("med_ins_pay_status"), "MED_INS_PAY") is not { } insurance) return null;
        return new(mixTradeNo, outTradeNo, mix, cash, insurance, reply.Time("paid_time"), reply.Text("med_ins_fail_reason"));
    }

    private static MedInsStatus? StatusOf(string? text, string part)
    {
        if (text == $"NO_{part}") return MedInsStatus.None;
        return text?.StartsWith(part + "_", StringComparison.Ordinal) != true ? null : text[(part.Length + 1)..] switch
        {
            "CREATED" => MedInsStatus.Created,
            "SUCCESS" => MedInsStatus.Success,
            "REFUND" => MedInsStatus.Refund,
            "FAIL" => MedInsStatus.Fail,
            _ => null,
        };
    }
}

/// <summary>What went back at the insurance, in fen.</summary>
internal sealed record MedInsRefund(string MixTradeNo, string OutRefundNo, long Gov, long Self, long Others, DateTimeOffset At)
{
    public long Total => checked(Gov + Self + Others);
}
