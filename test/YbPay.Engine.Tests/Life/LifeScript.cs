using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Engine.Tests.Life;

/// <summary>
/// A life as numbers, so that FsCheck can shorten the one that fails: the first six say the amounts, each further one a step.
/// </summary>
internal static class LifeScript
{
    public const int Amounts = 6;

    /// <summary>How many kinds of steps there are.</summary>
    public const int Steps = 28;

    public static OrderLife Begin(IReadOnlyList<int> script)
    {
        var (fund, account, cash, other) = (Part(script, 0), Part(script, 1), Part(script, 2), Part(script, 3));
        var split = Split.Of(fund + account + cash + other, fund, account, cash, other)
            .Match(split => split, why => throw new InvalidOperationException(why.Name));
        // No deposit, one that covers some, exactly all, or more than the cash.
        Fen? deposit = (At(script, 4) % 4) switch { 0 => null, 1 => new(cash.Value / 3), 2 => cash, _ => cash + Part(script, 5) };
        return new(split, deposit);
    }

    /// <summary>One step; true when the Engine took it.</summary>
    public static bool Step(OrderLife life, int number)
    {
        var (what, detail) = (number % Steps, number / Steps);
        return what switch
        {
            0 => life.Happen(OrderEvent.FeesUploaded),
            1 => life.Happen(detail % 5 == 0 ? OrderEvent.UploadFailed : OrderEvent.FeesUploaded),
            2 => life.Happen(OrderEvent.PreSettled),
            3 => life.Happen(OrderEvent.PaymentStarted),
            4 or 5 => life.Settle(),
            6 => life.Happen(detail % 3 == 0 ? OrderEvent.SettlementRefused : OrderEvent.PaymentStarted),
            7 or 8 => life.ReceiveCash(),
            9 => detail % 4 == 0 && life.Happen(OrderEvent.RevocationStarted),
            10 => life.Happen(detail % 2 == 0 ? OrderEvent.FeesCancelled : OrderEvent.RevocationRefused),
            11 => detail % 3 == 0 && life.Happen(OrderEvent.WithdrawalStarted),
            12 => life.CancelSettlement(),
            13 => life.ReturnStrayCash(channelAgrees: detail % 2 == 0),
            14 => life.ReturnStrayCashByHand(),
            15 => life.Happen(OrderEvent.HospitalConfirmed),
            16 => life.Happen(OrderEvent.OrderCompleted),
            17 => life.FailRefund(detail),
            18 or 19 => life.FinishRefund(detail),
            20 => detail % 20 == 0 && life.Happen(OrderEvent.FellApart),
            24 or 25 => life.MoveAccounts(detail),
            26 or 27 => life.LearnWhatAccountsPaid(),
            _ => life.AskRefund(Asked(life, (RefundKind)(detail % 3), detail / 3)),
        };
    }

    /// <summary>Mostly right, sometimes a fen off, sometimes anything.</summary>
    private static RefundAsked Asked(OrderLife life, RefundKind kind, int detail)
    {
        // As it is shown, and sometimes as it was settled.
        var (split, left) = (detail % 11 == 0 ? life.Split : life.Shown, life.CashTaken - life.CashCommitted);
        var off = new Fen(detail % 7 == 0 ? (detail % 3) - 1 : 0);
        var insurance = split.Fund + split.PersonalAccount;
        return kind switch
        {
            RefundKind.Whole when detail % 2 == 0 => new(kind, split.FeeSum, split.Cash + off, split.PersonalAccount, split.Fund),
            RefundKind.Whole => new(kind, life.CashTaken + insurance, life.CashTaken, split.PersonalAccount, split.Fund + off),
            RefundKind.Insurance => new(kind, split.Insurance + off, Fen.Zero, null, split.Fund),
            _ when detail % 4 == 0 => new(kind, left + off, left + off, null, null),
            _ => Part(detail, left),
        };
    }

    private static RefundAsked Part(int detail, Fen left)
    {
        var part = new Fen(left.Value <= 0 ? detail % 100 : 1 + (detail % left.Value));
        return new(RefundKind.Cash, part, part, null, null);
    }

    /// <summary>Zero as often as anything else, small and large amounts alike.</summary>
    private static Fen Part(IReadOnlyList<int> script, int index)
    {
        var number = At(script, index);
        return new((number % 4) switch { 0 => 0, 1 => (number / 4) % 10, 2 => (number / 4) % 100_000, _ => number * 1_000L });
    }

    private static int At(IReadOnlyList<int> script, int index) => index < script.Count ? script[index] : 0;
}
