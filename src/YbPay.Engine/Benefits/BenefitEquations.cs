using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>fsi.md's equations over one result and its lines. Empty when all hold; otherwise the broken ones, by number.</summary>
public static class BenefitEquations
{
    public static IReadOnlyList<int> Broken(BenefitResult result, ReadOnlySpan<LineSplit> lines)
    {
        var broken = new List<int>();
        var sum = default(LineSplit);
        foreach (var line in lines) sum += line;
        var bill = result.Bill;
        var funds = Fen.Zero;
        foreach (var kind in Enum.GetValues<FundKind>()) funds += result.Paid(kind);
        var detail = Fen.Zero;
        foreach (var fund in result.Funds) detail += fund.Amount;

        if (sum != bill) broken.Add(1);
        if (bill.OwnPaid + bill.OverLimit + bill.FirstOwnPaid + bill.InScope != bill.Amount) broken.Add(2);
        if (funds != result.FundSum) broken.Add(3);
        if (result.AccountPaid + result.Cash != result.PersonPart) broken.Add(4);
        if (result.FundSum + result.PersonPart + result.HospitalPart != bill.Amount) broken.Add(5);
        if (detail != result.FundSum) broken.Add(6);
        return broken;
    }
}
