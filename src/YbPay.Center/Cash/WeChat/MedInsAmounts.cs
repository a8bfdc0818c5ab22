namespace YbPay.Center.Cash.WeChat;

/// <summary>mix_pay_type of WeChat's medical-insurance orders.</summary>
internal enum MixPayType
{
    CashOnly,
    InsuranceOnly,
    CashAndInsurance,
}

/// <summary>One addition (FREIGHT and kin) or reduction (DEPOSIT_DEDUCTION and kin) of cash, in fen, by WeChat's name for it.</summary>
internal sealed record MedInsPart(long Fee, string Type);

/// <summary>
/// The amounts of a medical-insurance order, integer fen, and the equations that WeChat checks (268529476/77/81). Additions are freight
/// and the like; reductions are deposits and discounts.
/// </summary>
internal sealed record MedInsAmounts(long Total, long Gov, long Self, long Others, long InsuranceCash, long WeChatCash, IReadOnlyList<MedInsPart> Additions, IReadOnlyList<MedInsPart> Reductions)
{
    /// <summary>What the insurance's refund notice calls med_refund_total_fee.</summary>
    public long Insurance => checked(Gov + Self + Others);

    /// <summary>Every rule that does not hold; empty when WeChat would accept the amounts.</summary>
    public IReadOnlyList<string> Problems(MixPayType type)
    {
        var problems = new List<string>();
        var (added, reduced) = (Sum(Additions), Sum(Reductions));
        if (new[] { Total, Gov, Self, Others, InsuranceCash, WeChatCash }.Concat(Additions.Concat(Reductions).Select(part => part.Fee)).Any(amount => amount < 0)) problems.Add("negative amount");
        if (Total != checked(Insurance + WeChatCash + reduced)) problems.Add("total_fee = gov + self + other + wechat_pay_cash_fee + reductions");
        if (Total != checked(Insurance + InsuranceCash + added)) problems.Add("total_fee = gov + self + other + med_ins_cash_fee + additions");
        if (WeChatCash != checked(InsuranceCash + added - reduced)) problems.Add("wechat_pay_cash_fee = med_ins_cash_fee + additions - reductions");
        if (type == MixPayType.InsuranceOnly && WeChatCash != 0) problems.Add("INSURANCE_ONLY without wechat_pay_cash_fee");
        if (type != MixPayType.InsuranceOnly && WeChatCash <= 0) problems.Add("cash needs wechat_pay_cash_fee");
        if (type == MixPayType.CashOnly && Insurance + InsuranceCash != 0) problems.Add("CASH_ONLY without insurance amounts");
        return problems;
    }

    private static long Sum(IEnumerable<MedInsPart> parts) => parts.Aggregate(0L, (sum, part) => checked(sum + part.Fee));
}
