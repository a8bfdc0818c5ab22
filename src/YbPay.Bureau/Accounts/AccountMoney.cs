using YbPay.Bureau.Door;
using YbPay.Contracts;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Accounts;

/// <summary>
/// The only writes that change an account's money. Each is guarded: nothing is spent that is frozen or held, and whatever moves a
/// balance writes the movement and the year's record beside it.
/// </summary>
internal static class AccountMoney
{
    /// <summary>Holds money for a deduction; the caller has looked under a lock.</summary>
    public static Task HoldAsync(DbSession session, AccountRow account, Fen amount) => ChangeAsync(session, Place.Of(account), 0, 0, amount.Value, Broken(account));

    /// <summary>The bank took nothing.</summary>
    public static Task ReleaseAsync(DbSession session, AccountRow account, Fen amount) => ChangeAsync(session, Place.Of(account), 0, 0, -amount.Value, Broken(account));

    /// <summary>The bank took what was held.</summary>
    public static async Task TakeAsync(DbSession session, AccountRow account, Fen amount, string reference, long now)
    {
        await ChangeAsync(session, Place.Of(account), -amount.Value, 0, -amount.Value, Broken(account));
        await MovedAsync(session, Place.Of(account), -amount.Value, MovementReason.Deducted, reference, now);
    }

    /// <summary>Money came in.</summary>
    public static async Task PayInAsync(DbSession session, AccountRow account, Fen amount, string reason, string reference, long now)
    {
        await ChangeAsync(session, Place.Of(account), amount.Value, 0, 0, Broken(account));
        await MovedAsync(session, Place.Of(account), amount.Value, reason, reference, now);
    }

    /// <summary>Freezes (or with a negative amount releases); ends the work with <paramref name="otherwise"/> when there is not so much.</summary>
    public static Task FreezeAsync(DbSession session, AccountRow account, Fen amount, Func<Exception> otherwise) => ChangeAsync(session, Place.Of(account), 0, amount.Value, 0, otherwise);

    /// <summary>
    /// A settlement, or what takes one back, moves the personal account of an insurance; ends the work with <paramref name="otherwise"/>
    /// when less would stay than is frozen and held. Nothing for a change of nothing.
    /// </summary>
    public static async Task MovePersonalAsync(DbSession session, string personKey, string insutype, long change, string reason, string reference, long now, Func<Exception> otherwise)
    {
        if (change == 0) return;
        var place = Place.Personal(personKey, insutype);
        await ChangeAsync(session, place, change, 0, 0, otherwise);
        await MovedAsync(session, place, change, reason, reference, now);
    }

    /// <summary>The first row of a statement, and the year's opening balance.</summary>
    public static Task OpenedAsync(DbSession session, HeldAccount account, string personKey, string insutype, Fen balance, long now) =>
        balance == Fen.Zero ? Task.CompletedTask : MovedAsync(session, new Place(account, personKey, insutype), balance.Value, MovementReason.Opened, "", now);

    private static Task ChangeAsync(DbSession session, Place place, long balance, long frozen, long held, Func<Exception> otherwise) => session.LaterAsync(
        place.IsPersonal
            ? """
              UPDATE insurance SET account_balance = account_balance + @balance, account_frozen = account_frozen + @frozen, account_held = account_held + @held, version = version + 1
              WHERE person_key = @PersonKey AND insutype = @Insutype AND account_frozen + @frozen >= 0 AND account_held + @held >= 0
                AND account_balance + @balance >= account_frozen + @frozen + account_held + @held
              """
            : """
              UPDATE account SET balance = balance + @balance, frozen = frozen + @frozen, held = held + @held, version = version + 1
              WHERE account_id = @Key AND frozen + @frozen >= 0 AND held + @held >= 0 AND balance + @balance >= frozen + @frozen + held + @held
              """,
        new { place.Account.Key, place.PersonKey, place.Insutype, balance, frozen, held },
        new Guard(1, otherwise));

    private static async Task MovedAsync(DbSession session, Place place, long change, string reason, string reference, long now)
    {
        await session.LaterAsync(
            $"""
            INSERT INTO account_movement (account_id, number, reason, reference, change, balance, moved_at)
            SELECT @Key, version, @reason, @reference, @change, {place.Balance}, @now FROM {place.Row}
            """,
            new { place.Account.Key, place.PersonKey, place.Insutype, reason, reference, change, now });
        var opened = reason == MovementReason.Opened;
        await session.LaterAsync(
            $"""
            INSERT INTO account_year (account_id, year, opening, income, outgo)
            SELECT @Key, @year, {place.Balance} - @income + @outgo, @income, @outgo FROM {place.Row}
            ON CONFLICT (account_id, year) DO UPDATE SET income = account_year.income + excluded.income, outgo = account_year.outgo + excluded.outgo
            """,
            new
            {
                place.Account.Key, place.PersonKey, place.Insutype, year = ChinaTime.Year(DateTimeOffset.FromUnixTimeMilliseconds(now)),
                income = opened ? 0 : Math.Max(change, 0), outgo = Math.Max(-change, 0),
            });
    }

    private static Func<Exception> Broken(AccountRow account) => () => new InvalidOperationException($"Account {account.AccountId} has not the money that its own rows say.");

    /// <summary>Where an account's money stands.</summary>
    private readonly record struct Place(HeldAccount Account, string PersonKey, string Insutype)
    {
        public bool IsPersonal => Account.Kind is AccountKind.Personal;

        public string Balance => IsPersonal ? "account_balance" : "balance";

        public string Row => IsPersonal ? "insurance WHERE person_key = @PersonKey AND insutype = @Insutype" : "account WHERE account_id = @Key";

        public static Place Of(AccountRow account) => new(account.InBooks, account.PersonKey, account.Insutype ?? "");

        public static Place Personal(string personKey, string insutype) => new(HeldAccount.Personal(personKey, insutype), personKey, insutype);
    }
}
