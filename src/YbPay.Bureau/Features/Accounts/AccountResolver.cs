using YbPay.Bureau.Accounts;
using YbPay.Bureau.Door;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>
/// Finds out what became of the core's open legs. The bank is asked by the leg's number; what it never heard of is sent again under that
/// number, which the bank carries out once, so that a request still on its way does no harm. The only place where leg kinds are told apart.
/// </summary>
internal sealed class AccountResolver(BureauDatabase database, IAccountBank bank, Deductions deductions, GiveBack back, AccountChanges changes, DeductionWalk walk, BureauOptions options, TimeProvider clock)
    : ILegResolver
{
    public Task ResolveAsync(LegRow leg, CancellationToken cancel) => leg.Kind switch
    {
        AccountLegs.Deduct => AskAsync(leg, cancel),
        AccountLegs.GiveBack => back.RunAsync(leg, cancel),
        AccountLegs.TopUp => changes.SendAsync(leg, cancel),
        _ => throw new InvalidOperationException($"Leg {leg.LegId} is of no kind of ours: {leg.Kind}."),
    };

    private async Task AskAsync(LegRow leg, CancellationToken cancel)
    {
        var word = await bank.QueryAsync(leg.LegId, cancel);
        if (word is BankWord.NeverHeard) word = await SendAgainAsync(leg, cancel);
        if (word is BankWord.Done or BankWord.Refused) await deductions.LearnAsync(leg.LegId, word);
        else await database.Get().WriteAsync(session => AccountLegs.AskAgainAsync(session, leg, word, options.AccountBank!, clock.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None);
    }

    private async Task<BankWord> SendAgainAsync(LegRow leg, CancellationToken cancel)
    {
        var order = await database.Get().ReadAsync(
            async session =>
            {
                var part = await DeductionStore.FindPartAsync(session, leg.LegId) ?? throw new InvalidOperationException($"Leg {leg.LegId} has no part.");
                return walk.Order(part, await AccountStore.GetAsync(session, part.AccountId));
            },
            cancel);
        return await bank.DeductAsync(order, cancel);
    }
}
