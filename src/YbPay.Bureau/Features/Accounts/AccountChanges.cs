using YbPay.Bureau.Accounts;
using YbPay.Bureau.Door;
using YbPay.Bureau.Ledger;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>Top-ups, which are legs to the bank, and freezes, which are not.</summary>
internal sealed class AccountChanges(BureauDatabase database, PersonCipher cipher, BureauOptions options, TimeProvider clock, LegSignal signal, IAccountBank? bank = null)
{
    private const int LongestNumber = 28;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<Outcome<bool>> TopUpAsync(string number, string accountId, Fen amount, CancellationToken cancel)
    {
        if (bank is null) return Refusals.AccountBankMissing;
        if (amount <= Fen.Zero || !IsNumber(number)) return Refusals.AmountInvalid;
        var now = Now;
        var outcome = await database.Get().WriteOutcomeAsync<bool>(
            async session =>
            {
                if (await AccountStore.FindAsync(session, accountId) is null) return Refusals.AccountUnknown;
                if (await LegStore.FindAsync(session, LegOf(number)) is not null) return false;
                await LegStore.InsertAsync(session, LegOf(number), accountId, AccountLegs.TopUp, amount.Value, null, now, now);
                return true;
            },
            cancel);
        signal.Ring();
        return outcome;
    }

    public async Task<Outcome<bool>> FreezeAsync(string number, string accountId, Fen amount, string reason, CancellationToken cancel)
    {
        if (amount <= Fen.Zero || !IsNumber(number)) return Refusals.AmountInvalid;
        var now = Now;
        return await database.Get().WriteOutcomeAsync<bool>(
            async session =>
            {
                if (await AccountStore.FindAsync(session, accountId) is not { } account) return Refusals.AccountUnknown;
                var isNew = await session.ExecuteAsync(
                    "INSERT INTO account_freeze (freeze_id, account_id, amount, reason, frozen_at) VALUES (@number, @accountId, @amount, @reason, @now) ON CONFLICT (freeze_id) DO NOTHING",
                    new { number, accountId, amount = amount.Value, reason, now }) == 1;
                if (isNew) await AccountMoney.FreezeAsync(session, account, amount, RefusedWrite.Because(Refusals.FundsShort));
                return isNew;
            },
            cancel);
    }

    public Task<bool> ReleaseAsync(string number, CancellationToken cancel)
    {
        var now = Now;
        return database.Get().WriteAsync(
            async session =>
            {
                var freeze = await session.FirstOrDefaultAsync<Freeze>(
                    "UPDATE account_freeze SET released_at = @now WHERE freeze_id = @number AND released_at IS NULL RETURNING account_id, amount", new { number, now });
                if (freeze is null) return false;
                var account = await AccountStore.GetAsync(session, freeze.AccountId);
                await AccountMoney.FreezeAsync(session, account, new Fen(-freeze.Amount), () => new InvalidOperationException($"Account {freeze.AccountId} has less frozen than its freezes say."));
                return true;
            },
            cancel);
    }

    /// <summary>Sends a top-up's order until the bank has done or refused it.</summary>
    public async Task SendAsync(LegRow leg, CancellationToken cancel)
    {
        var account = await database.Get().ReadAsync(session => AccountStore.GetAsync(session, leg.OwnerId), cancel);
        var word = await bank!.CreditAsync(new BankOrder(leg.LegId, account.NumberAtBank(cipher), new Fen(leg.Amount), "top-up"), cancel);
        await database.Get().WriteAsync(session => word switch
        {
            BankWord.Done done => DoneAsync(session, leg, account, done.Reference),
            BankWord.Refused refused => LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, refused.Text, Now),
            _ => AccountLegs.AskAgainAsync(session, leg, word, options.AccountBank!, Now),
        }, CancellationToken.None);
    }

    private async Task<bool> DoneAsync(DbSession session, LegRow leg, AccountRow account, string reference)
    {
        if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, reference, null, null, Now)) return false;
        await AccountMoney.PayInAsync(session, account, new Fen(leg.Amount), MovementReason.ToppedUp, leg.LegId, Now);
        await BureauLedger.ToppedUpAsync(session, leg.LegId, account.InBooks, new Fen(leg.Amount), Now);
        return true;
    }

    private static string LegOf(string number) => "T" + number;

    private static bool IsNumber(string number) => number.Length is > 0 and <= LongestNumber && number.All(char.IsAsciiLetterOrDigit);

    private sealed record Freeze(string AccountId, long Amount);
}
