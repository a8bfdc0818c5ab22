using Microsoft.Extensions.Logging;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Door;
using YbPay.Bureau.Ledger;
using YbPay.Bureau.Persons;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>Sends deductions' money back until the bank has done it. The account has it again when the bank says so, and not before.</summary>
internal sealed partial class GiveBack(BureauDatabase database, IAccountBank bank, PersonCipher cipher, BureauOptions options, TimeProvider clock, ILogger<GiveBack> log)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>This leg, and then the settlement's others that nobody has tried yet, the last deduction first. One that is not done does not hold up the others.</summary>
    public async Task RunAsync(LegRow leg, CancellationToken cancel)
    {
        await SendAsync(leg, cancel);
        var others = await database.Get().ReadAsync(session => DeductionStore.PartsAsync(session, leg.OwnerId, PartState.Returning), cancel);
        foreach (var part in others)
            if (await database.Get().ReadAsync(session => LegStore.FindAsync(session, AccountLegs.GiveBackOf(part.LegId)), cancel) is { State: LegState.Pending, Attempts: 0 } next)
                await SendAsync(next, cancel);
    }

    private async Task SendAsync(LegRow leg, CancellationToken cancel)
    {
        var (part, account) = await database.Get().ReadAsync(session => PartAsync(session, leg), cancel);
        switch (await bank.CreditAsync(new BankOrder(leg.LegId, account.NumberAtBank(cipher), part.Fen, part.SetlId), cancel))
        {
            case BankWord.Done done:
                await database.Get().WriteAsync(session => DoneAsync(session, leg, part, account, done.Reference), CancellationToken.None);
                break;
            case var other:
                NotYet(log, leg.LegId, other.GetType().Name);
                await database.Get().WriteAsync(session => AccountLegs.AskAgainAsync(session, leg, other, options.AccountBank!, Now), CancellationToken.None);
                break;
        }
    }

    private async Task DoneAsync(DbSession session, LegRow leg, DeductionPart part, AccountRow account, string reference)
    {
        if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, reference, null, null, Now)) return;
        var settlement = await Settlements.SettlementStore.FindAsync(session, part.SetlId) ?? throw new InvalidOperationException($"Settlement {part.SetlId} is gone.");
        await DeductionStore.MovePartAsync(session, part.LegId, PartState.Returning, PartState.Returned);
        await AccountMoney.PayInAsync(session, account, part.Fen, MovementReason.GivenBack, leg.LegId, Now);
        await BureauLedger.GivenBackAsync(session, part.LegId, account.InBooks, settlement.Institution, part.Fen, Now);
    }

    private static async Task<(DeductionPart Part, AccountRow Account)> PartAsync(DbSession session, LegRow leg)
    {
        var part = await DeductionStore.FindPartAsync(session, AccountLegs.DeductOf(leg.LegId)) ?? throw new InvalidOperationException($"Leg {leg.LegId} gives back what no leg took.");
        return (part, await AccountStore.GetAsync(session, part.AccountId));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Leg {LegId} did not bring the money back yet: {Word}")]
    private static partial void NotYet(ILogger log, string legId, string word);
}
