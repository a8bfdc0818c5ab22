using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Features.Cash;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Features.PayDown;

/// <summary>What the core said about the person's accounts.</summary>
internal enum AccountsWord
{
    /// <summary>The order agrees with the core.</summary>
    Known,

    /// <summary>A bank has not said whether it paid, or the payment that is to be replaced could not be closed yet: less may be owed than the order says.</summary>
    Open,

    /// <summary>The core did not say, or was not asked.</summary>
    Silent,
}

/// <summary>
/// Accounts pay down what a settled order's person still owes: a hospital's systems deduct them at the core (5369, 5373, 5379), which tells nobody, so the
/// centre asks (5203) and follows. While cash is awaited the channel closes the payment first, then another over what is left takes its place, or the
/// order is paid; where cash was first, the surplus goes back. The core's word counts for the order as it was read before the question: who loses a race asks again.
/// </summary>
internal sealed class AccountPayments(CenterBooks books, ICore core, CashCollection cash, LateCash late, PayDownBooking booking, AskedLately lately, ILogger<AccountPayments> log)
{
    /// <summary>So many lost races in a row are left to the next question.</summary>
    private const int MostRaces = 5;

    /// <summary>There is something that accounts can still take over: cash that is due, or that came by a channel or a deposit.</summary>
    public static bool Concerns(OrderRow order) => order.SetlId is not null && order.Cash > 0
        && (order.State == OrderState.AwaitingCash || (order.State.IsPaidInFull() && order.CashPaid + order.DepositUsed > 0));

    /// <summary>The order as it stands once the core was asked; for callers who come often, at most once in a short while.</summary>
    public async Task<OrderRow> LookAsync(OrderRow order) => Concerns(order) && lately.TryAsk(order.PayOrdId) ? (await FollowAsync(order)).Order : order;

    /// <summary>The order as it stands once the core was asked.</summary>
    public async Task<(OrderRow Order, AccountsWord Word)> FollowAsync(OrderRow order)
    {
        for (var races = 0; races < MostRaces && Concerns(order); races++)
        {
            var answer = await core.AccountsPaidAsync(books.PartyOf(order), order);
            if (answer is not Answer<AccountsPaid?>.Given { Value: var told })
            {
                log.LogInformation("{PayOrdId}: what accounts paid, {Note}", order.PayOrdId, answer.Note);
                return (order, AccountsWord.Silent);
            }

            if (told is null) return (order, AccountsWord.Known);
            var word = told.Undecided.Value > 0 ? AccountsWord.Open : AccountsWord.Known;
            if (PayDownRules.Decide(order.PayDownBasis, told.PaidDown) is not { } step) return (order, word);
            if (order.State == OrderState.AwaitingCash)
            {
                switch (await cash.CloseAsync(order))
                {
                    case Answer<ChannelPayment>.Given { Value: { State: ChannelPaymentState.Paid } paid }:
                        // The patient was quicker: the cash stands, and what of it accounts have paid too goes back.
                        order = await cash.RecordAsync(order, paid);
                        continue;
                    case Answer<ChannelPayment>.Given { Value.State: ChannelPaymentState.Closed }:
                        break;
                    case var other:
                        log.LogWarning("{PayOrdId}: the payment is not closed yet, {Note}", order.PayOrdId, other.Note);
                        return (order, AccountsWord.Open);
                }
            }

            if (await booking.TakeAsync(order, step) is not var (taken, surplusLeg))
            {
                order = await books.OrderAsync(order.PayOrdId);
                continue;
            }

            log.LogInformation("{PayOrdId}: {Event}, {Fen} fen by accounts", order.PayOrdId, step.On, step.After.PaidDown.Value);
            if (surplusLeg is not null) await late.ReturnSurplusAsync(taken, surplusLeg, step.Surplus);
            return (taken.State == OrderState.AwaitingCash ? await cash.CreateAsync(taken) : taken, word);
        }

        return (order, Concerns(order) ? AccountsWord.Open : AccountsWord.Known);
    }
}
