using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Discharge;

/// <summary>Which orders a trial or a discharge may name.</summary>
public class NamedDeposits
{
    public static TheoryData<string> Orders => TextTable.Rows("""
        # number this stay deposit state   refund open hold | counted, or why not
        CP2      yes       yes     Paid    no          Free | ok
        CP2      no        yes     Paid    no          Free | DepositOfAnother
        CP2      no        no      Failed  yes         Used | DepositOfAnother      # of another's order nothing more is said
        CP1      no        yes     Paid    no          Free | DepositOfAnother
        CP1      yes       yes     Paid    no          Free | DepositTwice
        CP2      yes       no      Paid    no          Free | NotADeposit
        CP2      yes       yes     Paying  no          Free | DepositNotPaid
        CP2      yes       yes     Undoing no          Free | DepositNotPaid
        CP2      yes       yes     Failed  no          Free | DepositNotPaid
        CP2      yes       yes     Paid    yes         Free | DepositBeingRefunded
        CP2      yes       yes     Paid    no          Held | DepositHeld
        CP2      yes       yes     Paid    no          Used | DepositHeld
        """);

    [Theory, MemberData(nameof(Orders))]
    public void A_second_order_beside_a_good_one(string row)
    {
        var cells = TextTable.Cells(row);
        var good = new NamedDeposit(Deposit("CP1"), OfThisStay: true, IsDeposit: true, CreditPaymentState.Paid, RefundOpen: false, DepositHold.Free);
        var other = new NamedDeposit(Deposit(cells[0]), cells[1] == "yes", cells[2] == "yes", Enum.Parse<CreditPaymentState>(cells[3]), cells[4] == "yes", Enum.Parse<DepositHold>(cells[5]));
        DepositRules.Check([good, other]).Match(_ => "ok", why => $"{why}").ShouldBe(cells[6] == "ok" ? "ok" : $"{cells[6]} ({cells[0]})");
        DepositRules.Check([other, good]).Match(_ => "ok", why => $"{why.Reason}").ShouldBe(cells[6], "whichever is named first");
    }

    [Fact]
    public void None_at_all_is_refused() => DepositRules.Check([]).Match(_ => "ok", why => $"{why}").ShouldBe("NoDeposits");

    [Fact]
    public void They_come_back_as_they_were_named()
    {
        NamedDeposit[] named = [.. new[] { "CP3", "CP1", "CP2" }.Select(id => new NamedDeposit(Deposit(id), true, true, CreditPaymentState.Paid, false, DepositHold.Free))];
        DepositRules.Check(named).Match(deposits => string.Join(' ', deposits.Select(one => one.QueryId)), why => $"{why}").ShouldBe("CP3 CP1 CP2");
    }

    private static Deposit Deposit(string id) => new(id, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), new(100), Fen.Zero);
}
