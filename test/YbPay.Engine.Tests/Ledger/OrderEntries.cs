using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Ledger;

/// <summary>The entries of one order: fund 60.00, account 15.00, other 5.00, cash 20.00 of which a deposit covers 5.00.</summary>
public class OrderEntries
{
    private static readonly Split Bill =
        Split.Of(new(100_00), new(60_00), new(15_00), new(20_00), new(5_00)).Match(split => split, why => throw new InvalidOperationException(why.Name));

    private static readonly CashDue Cash = new(Bill.Cash, new Fen(5_00));

    [Fact]
    public void Settlement_gives_the_hospital_the_bill_and_everyone_a_part() => Lines(OrderPostings.Settled("O", "L", Bill, Cash))
        .ShouldBe("fund 60.00, personal-account 15.00, other 5.00, deposit 5.00, patient 15.00, hospital -100.00");

    [Fact]
    public void Withdrawal_undoes_the_settlement_line_by_line() => Lines(OrderPostings.Withdrawn("O", "L", Bill, Cash))
        .ShouldBe("fund -60.00, personal-account -15.00, other -5.00, deposit -5.00, patient -15.00, hospital 100.00");

    [Fact]
    public void What_accounts_pay_is_taken_from_the_patients_part_and_then_from_the_deposits()
    {
        Lines(OrderPostings.PaidDown("O", 7, Cash, new CashDue(Bill.Cash, new Fen(5_00), new Fen(9_00)))).ShouldBe("paid-down 9.00, patient -9.00");
        Lines(OrderPostings.PaidDown("O", 7, Cash, new CashDue(Bill.Cash, new Fen(5_00), new Fen(19_00)))).ShouldBe("paid-down 19.00, deposit -4.00, patient -15.00");
        Lines(OrderPostings.PaidDown("O", 7, new CashDue(Bill.Cash, null, new Fen(9_00)), new CashDue(Bill.Cash, null, new Fen(4_00)))).ShouldBe("paid-down -5.00, patient 5.00");
    }

    [Fact]
    public void What_accounts_paid_goes_back_with_the_settlement()
    {
        Lines(OrderPostings.Withdrawn("O", "L", Bill, new CashDue(Bill.Cash, new Fen(5_00), new Fen(9_00))))
            .ShouldBe("fund -60.00, personal-account -15.00, other -5.00, paid-down -9.00, deposit -5.00, patient -6.00, hospital 100.00");
        Lines(OrderPostings.InsuranceRefunded("O", "L", Bill, new Fen(9_00)))
            .ShouldBe("hospital 89.00, fund -60.00, personal-account -15.00, other -5.00, paid-down -9.00");
    }

    [Fact]
    public void Cash_pays_what_the_patient_owes() => Lines(OrderPostings.CashReceived("O", "L", Cash.Due))
        .ShouldBe("cash-channel 15.00, patient -15.00");

    [Fact]
    public void Cash_that_came_too_late_goes_back_without_touching_the_hospital() => Lines(OrderPostings.CashReturned("O", "L", Cash.Due))
        .ShouldBe("patient 15.00, cash-channel -15.00");

    [Fact]
    public void An_insurance_refund_takes_the_insurance_part_from_the_hospital() => Lines(OrderPostings.InsuranceRefunded("O", "L", Bill))
        .ShouldBe("hospital 80.00, fund -60.00, personal-account -15.00, other -5.00");

    [Fact]
    public void A_cash_refund_takes_its_amount_from_the_hospital() => Lines(OrderPostings.CashRefunded("O", "L", new(3_21)))
        .ShouldBe("hospital 3.21, cash-channel -3.21");

    [Fact]
    public void Parts_of_nothing_leave_no_line()
    {
        var fundOnly = Split.Of(new(1), new(1), Fen.Zero, Fen.Zero, Fen.Zero).Match(split => split, why => throw new InvalidOperationException(why.Name));
        Lines(OrderPostings.Settled("O", "L", fundOnly, default)).ShouldBe("fund 0.01, hospital -0.01");
    }

    [Fact]
    public void A_deposit_is_freed_once_whichever_refund_does_it()
    {
        var first = OrderPostings.DepositReturned("O", "R1", Cash.DepositUsed);
        Lines(first).ShouldBe("hospital 5.00, deposit -5.00");
        OrderPostings.DepositReturned("O", "R2", Cash.DepositUsed).EntryId.ShouldBe(first.EntryId);
        OrderPostings.DepositReturned("P", "R1", Cash.DepositUsed).EntryId.ShouldNotBe(first.EntryId);
    }

    [Fact]
    public void Entries_of_different_events_have_different_ids()
    {
        LedgerEntry[] entries =
        [
            OrderPostings.Settled("O", "L", Bill, Cash), OrderPostings.Withdrawn("O", "L", Bill, Cash),
            OrderPostings.CashReceived("O", "L", Cash.Due), OrderPostings.CashReturned("O", "L", Cash.Due),
            OrderPostings.InsuranceRefunded("O", "L", Bill), OrderPostings.CashRefunded("O", "L", Cash.Due),
            OrderPostings.DepositReturned("O", "L", Cash.DepositUsed), OrderPostings.Settled("O", "M", Bill, Cash),
            OrderPostings.PaidDown("O", 1, Cash, new CashDue(Bill.Cash, null, new(1))), OrderPostings.PaidDown("O", 2, Cash, new CashDue(Bill.Cash, null, new(1))),
        ];
        entries.Select(entry => entry.EntryId).ShouldBeUnique();
    }

    [Fact]
    public void The_split_of_one_bill_with_the_cash_of_another_cannot_be_posted() =>
        Should.Throw<InvalidOperationException>(() => OrderPostings.Settled("O", "L", Bill, new CashDue(new(19_99), null)));

    [Fact]
    public void An_entry_off_by_one_fen_cannot_exist() =>
        Should.Throw<InvalidOperationException>(() => new LedgerEntry("E", "test", [new("a", new(100)), new("b", new(-99))]));

    [Fact]
    public void An_entry_that_balances_only_by_wrapping_round_cannot_exist() =>
        Should.Throw<OverflowException>(() => new LedgerEntry("E", "test", [new("a", new(long.MaxValue)), new("b", new(long.MaxValue)), new("c", new(2))]));

    private static string Lines(LedgerEntry entry) =>
        string.Join(", ", entry.Postings.Select(posting => $"{posting.Account} {posting.Amount}"));
}
