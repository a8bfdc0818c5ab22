using YbPay.Bureau.Features.Settlements;
using YbPay.Engine.Benefits;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Bureau.Ledger;

/// <summary>
/// Posts the core's events, each in the transaction that it belongs to. An entry's owner is what it changes: a settlement's or
/// cancellation's setl_id, a deduction's or top-up's id, or the account that was opened.
/// </summary>
internal static class BureauLedger
{
    public static Task SettledAsync(DbSession session, SettlementRow row, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.Settled(row.SetlId, PartsOf(row)), row.SetlId, row.Institution, now);

    /// <param name="cancellation">The negative row.</param>
    public static Task CancelledAsync(DbSession session, SettlementRow cancellation, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.Cancelled(cancellation.SetlId, PartsOf(cancellation)), cancellation.SetlId, cancellation.Institution, now);

    public static Task ReversedAsync(DbSession session, SettlementRow row, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.Reversed(row.SetlId, PartsOf(row)), row.SetlId, row.Institution, now);

    /// <param name="cancellation">The negative row that holds no longer.</param>
    public static Task RestoredAsync(DbSession session, SettlementRow cancellation, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.Restored(cancellation.SetlId, PartsOf(cancellation)), cancellation.SetlId, cancellation.Institution, now);

    /// <summary>Posts nothing for an account that opens empty.</summary>
    public static Task OpenedAsync(DbSession session, HeldAccount account, Fen balance, long now) =>
        balance == Fen.Zero ? Task.CompletedTask : LedgerStore.PostAsync(session, BureauPostings.Opened(account, balance), account.Name, "", now);

    public static Task ToppedUpAsync(DbSession session, string topUpId, HeldAccount account, Fen amount, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.ToppedUp(topUpId, account, amount), topUpId, "", now);

    /// <summary>The bank said that it took it: the leg has succeeded.</summary>
    /// <param name="institution">The settlement's.</param>
    public static Task DeductedAsync(DbSession session, string deductionId, HeldAccount account, string institution, Fen amount, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.Deducted(deductionId, account, institution, amount), deductionId, institution, now);

    /// <summary>The bank said that it put it back.</summary>
    public static Task GivenBackAsync(DbSession session, string deductionId, HeldAccount account, string institution, Fen amount, long now) =>
        LedgerStore.PostAsync(session, BureauPostings.GivenBack(deductionId, account, institution, amount), deductionId, institution, now);

    private static SettledParts PartsOf(SettlementRow row) => new(
        row.Institution,
        HeldAccount.Personal(row.PersonKey, row.Insutype),
        [
            (FundKind.Basic, new(row.Hifp)), (FundKind.CivilServant, new(row.Cvlserv)), (FundKind.Enterprise, new(row.Hifes)), (FundKind.SeriousIllness, new(row.Hifmi)),
            (FundKind.LargeAmount, new(row.Hifob)), (FundKind.Disabled, new(row.Hifdm)), (FundKind.MedicalAid, new(row.Maf)), (FundKind.Other, new(row.Oth)),
        ],
        new(row.AccountPaid), new(row.Cash), new(row.HospPart));
}
