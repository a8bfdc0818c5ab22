using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Life;

/// <summary>What must be true of an order after each step, whatever came before.</summary>
internal static class OrderLifeTruths
{
    public static void Hold(OrderLife life)
    {
        life.TimesPaid.ShouldBeLessThanOrEqualTo(1, "paid twice");
        life.SettlementsStanding.ShouldBeInRange(0, 1, "settled or cancelled twice");
        life.InsuranceGivenBack.ShouldBeLessThanOrEqualTo(1, "insurance refunded twice");
        life.CashTaken.ShouldBeLessThanOrEqualTo(life.Cash.Due, "more cash than was due");
        (life.CashTaken + life.Cash.PaidDown + life.Cash.DepositUsed).ShouldBeLessThanOrEqualTo(life.Split.Cash, "the cash part is covered more than once");
        life.CashCommitted.ShouldBeLessThanOrEqualTo(life.CashTaken, "more cash back than came");
        life.Books.Total().ShouldBe(Fen.Zero, "the books are off balance");
        if (life.State is not OrderState.Abnormal) AgreeWithState(life);
    }

    /// <summary>
    /// The books worked out a second time, from the state and from what was counted outside. An order that fell apart may
    /// stand at any point of its life; only its balance is known.
    /// </summary>
    private static void AgreeWithState(OrderLife life)
    {
        var stands = InsuranceStands(life.State) ? life.Split : null;
        var keptCash = OwesOrPaysCash(life.State) ? life.Cash : default;
        // What patients owe is negative by the cash that is not theirs to pay and has not gone back.
        var owed = life.State is OrderState.AwaitingCash or OrderState.Withdrawing ? life.Cash.Due : Fen.Zero;
        var cashBack = life.State is OrderState.Refunded ? Fen.Zero : life.CashGivenBack;

        Is(life, Accounts.Fund, stands?.Fund ?? Fen.Zero);
        Is(life, Accounts.PersonalAccount, stands?.PersonalAccount ?? Fen.Zero);
        Is(life, Accounts.Other, stands?.Other ?? Fen.Zero);
        Is(life, Accounts.PaidDown, stands is null ? Fen.Zero : life.Cash.PaidDown);
        Is(life, Accounts.Deposit, keptCash.DepositUsed);
        Is(life, Accounts.Patient, owed - life.CashAstray);
        Is(life, Accounts.CashChannel, keptCash.Due - owed - cashBack + life.CashAstray);
        Is(life, Accounts.Hospital, -((stands?.Insurance + life.Cash.PaidDown ?? Fen.Zero) + keptCash.DepositUsed + keptCash.Due - cashBack));

        var allBack = life.InsuranceGivenBack == 1 && life.CashGivenBack == life.CashTaken;
        if (life.State is OrderState.Refunded) allBack.ShouldBeTrue("refunded, and something is still here");
        // An HI refund of an order without cash stays "insurance refunded": that is what was asked for.
        if (allBack && life.CashTaken > Fen.Zero) life.State.ShouldBe(OrderState.Refunded);
    }

    /// <summary>Fund, personal account and the hospital's share are paid and have not gone back.</summary>
    private static bool InsuranceStands(OrderState state) => state is
        OrderState.AwaitingCash or OrderState.Withdrawing or
        OrderState.PaidByInsurance or OrderState.PaidWithCash or OrderState.HospitalSettled or OrderState.Completed or
        OrderState.CashRefunded or OrderState.CashPartRefunded;

    /// <summary>The cash part is due or was paid, and the order is not wholly undone.</summary>
    private static bool OwesOrPaysCash(OrderState state) =>
        InsuranceStands(state) || state is OrderState.InsuranceRefunded or OrderState.InsuranceAndCashPartRefunded;

    private static void Is(OrderLife life, string account, Fen expected) =>
        life.Books.Of(account).ShouldBe(expected, $"{account} of an order that is {life.State}");
}
