using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using YbPay.Storage.Ledger;

namespace YbPay.Huimin.Features.Books;

/// <summary>
/// <c>ybpay books check</c> of the platform: entries balance; payments, refunds and discharges agree with entries, legs and one another; nothing was done
/// twice; statements hold what they must; bank and insurer say the same. Read only.
/// </summary>
internal sealed class BooksCheck(HuiminBooks books, StatementsHold statements, OtherSides others)
{
    public const string Balance = "the platform's entries balance";
    public const string Owners = "the platform's entries belong to payments and discharges";
    public const string Payments = "credit payments agree with their entries";
    public const string Discharges = "discharges agree with their entries";
    public const string Refunds = "what payments hold and gave back is what refunds say";
    public const string Legs = "payments, refunds and enrolments agree with their legs";
    public const string Twice = "nothing was paid, settled or given back twice";
    public const string Deposits = "discharges agree with deposits, refunds and legs";
    public const string Audit = "the platform's audit chain is whole";

    public async Task<BooksReport> RunAsync(bool askOthers)
    {
        var claims = new List<BooksClaim>
        {
            await ClaimAsync(Balance, "SELECT COUNT(*) FROM ledger_entries", LedgerStore.UnbalancedAsync),
            await ClaimAsync(Owners, "SELECT COUNT(*) FROM ledger_entries", PaymentsHold.EntriesOfNobodyAsync),
            await ClaimAsync(Payments, "SELECT COUNT(*) FROM payments", PaymentsHold.EntriesOffAsync),
            await ClaimAsync(Discharges, "SELECT COUNT(*) FROM discharges", DischargesHold.EntriesOffAsync),
            await ClaimAsync(Refunds, "SELECT COUNT(*) FROM refunds", PaymentsHold.RefundsOffAsync),
            await ClaimAsync(Legs, "SELECT COUNT(*) FROM legs", PaymentsHold.LegsOffAsync),
            await ClaimAsync(Twice, "SELECT COUNT(*) FROM legs WHERE state = 1", PaymentsHold.TwiceAsync),
            await ClaimAsync(Deposits, "SELECT COUNT(*) FROM discharge_deposits", DischargesHold.DepositsOffAsync),
            await ClaimAsync(Audit, "SELECT COUNT(*) FROM audit", async session => await AuditStore.VerifyAsync(session) is { } broken ? [broken] : []),
            await statements.CheckAsync(),
        };
        claims.AddRange(askOthers ? await others.CheckAsync() : [new BooksClaim("credit bank and insurer agree", 0, [], "the other systems were not asked")]);
        return new BooksReport(claims);
    }

    /// <summary>A claim compares tables, and the platform goes on working meanwhile: all of it sees one moment.</summary>
    private Task<BooksClaim> ClaimAsync(string name, string count, Func<DbSession, Task<IReadOnlyList<string>>> breaches) => books.Database.ReadSnapshotAsync(
        session => BooksClaim.ExamineAsync(session, name, count, breaches));
}
