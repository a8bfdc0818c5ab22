using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>
/// One bill, split. The calculator makes it so that fsi.md's equations 2 to 6 hold exactly; <see cref="BenefitEquations"/> says
/// which do not, for results that come from elsewhere.
/// </summary>
public sealed record BenefitResult
{
    public required BenefitRule Rule { get; init; }

    public required LineSplit Bill { get; init; }

    /// <summary>act_pay_dedc: the basic insurance's deductible paid with this bill.</summary>
    public Fen Deductible => Funds[0].Deductible;

    /// <summary>The basic fund first, then the supplements that had something to look at, in the order in which they paid.</summary>
    public required IReadOnlyList<FundShare> Funds { get; init; }

    /// <summary>hosp_part_amt: what the institution bears.</summary>
    public required Fen HospitalPart { get; init; }

    /// <summary>acct_pay: out of the personal account.</summary>
    public required Fen AccountPaid { get; init; }

    /// <summary>balc: what stays in the personal account.</summary>
    public required Fen AccountLeft { get; init; }

    /// <summary>fund_pay_sumamt.</summary>
    public required Fen FundSum { get; init; }

    /// <summary>psn_part_amt: what falls to the person, account included.</summary>
    public Fen PersonPart => Bill.Amount - FundSum - HospitalPart;

    /// <summary>psn_cash_pay.</summary>
    public Fen Cash => PersonPart - AccountPaid;

    /// <summary>What one of setlinfo's funds pays.</summary>
    public Fen Paid(FundKind kind)
    {
        var sum = Fen.Zero;
        foreach (var fund in Funds)
            if (fund.Grant.Kind == kind) sum += fund.Amount;
        return sum;
    }
}
