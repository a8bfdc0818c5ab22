using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>kill -9 in the middle of a discharge, and a new start: it ends true, the books balance, nothing is settled or given back twice.</summary>
public sealed class PlatformIsKilled
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task While_the_insurer_settles(string database)
    {
        await DiesAsync(database, stay => Silent(stay, FaultTarget.Insurer, "settle", FaultKind.Timeout));
        await DiesAsync(database, stay => Silent(stay, FaultTarget.Insurer, "settle", FaultKind.Delay));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task While_surplus_goes_back(string database)
    {
        await DiesAsync(database, stay => Silent(stay, FaultTarget.CreditBank, "refund", FaultKind.Timeout));
        await DiesAsync(database, stay => Silent(stay, FaultTarget.CreditBank, "refund", FaultKind.Delay));
    }

    /// <summary>The insurer has settled, nobody has heard it, and the one who asks dies too.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task While_the_insurer_is_asked_what_became_of_it(string database) => await DiesAsync(database, stay =>
    {
        stay.Hospital.Host.Order(FaultTarget.Insurer, "settle", FaultKind.LostAnswer);
        return Silent(stay, FaultTarget.Insurer, "query", FaultKind.Timeout);
    });

    /// <summary>No fault: it dies as soon as a row is there, somewhere between writing down, sending, and booking.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task At_whatever_step_it_is_just_then(string database)
    {
        await DiesAsync(database, stay => Seen(stay, "SELECT COUNT(*) FROM sequences WHERE used_at > 0", more: true));
        await DiesAsync(database, stay => Seen(stay, "SELECT COUNT(*) FROM discharges"));
        await DiesAsync(database, stay => Seen(stay, "SELECT COUNT(*) FROM legs WHERE kind = 'discharge.insurer' AND state = 1"));
        await DiesAsync(database, stay => Seen(stay, "SELECT COUNT(*) FROM refunds WHERE state = 12"));
    }

    /// <param name="moment">Gives what is true once the process is where it shall die.</param>
    private static async Task DiesAsync(string database, Func<Stay, Func<Task<bool>>> moment)
    {
        await using var storage = await OwnStorage.CreateAsync(database);
        await using var host = await HuiminHost.StartAsync(database, storage: HuiminProcess.DatabaseOf(storage));
        var stay = await Stay.BeginAsync(host.First, 150_000, 150_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        using var platform = await HuiminProcess.StartAsync(host, storage);
        var isThere = moment(stay);

        var sent = stay.SendAsync(settlement);
        await Eventually.HoldsAsync(async () => sent.IsCompletedSuccessfully || await isThere(), "the process is where it shall die");
        platform.Kill();
        // An answer may have been on its way already; whatever it was, it holds.
        var said = await Task.WhenAny(sent) is { IsCompletedSuccessfully: true } ? sent.Result.Done<SettleDischargeReply>() : null;
        await platform.StartAgainAsync();

        var again = await stay.SettleAsync(settlement);
        if (said is not null) again.QueryId.ShouldBe(said.QueryId);
        var end = await stay.EndsAsync(settlement, "32");
        end.OrderList.Select(deposit => (deposit.Amt, deposit.RefundAmt)).ShouldBe([(150_000, 0), (10_000, 140_000)]);
        (await host.Insurer.SettledAsync(default)).ShouldBe(240_000);
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(160_000);
        (await host.NumberAsync("SELECT COUNT(*) FROM refunds")).ShouldBe(1);
        (await host.NumberAsync("SELECT COUNT(*) FROM discharges")).ShouldBe(1);
    }

    /// <summary>The other side has the order and does not answer.</summary>
    private static Func<Task<bool>> Silent(Stay stay, FaultTarget target, string transaction, FaultKind kind)
    {
        var faults = stay.Hospital.Host.Faults;
        faults.Order(new Fault(target, transaction, kind, 1, kind is FaultKind.Delay ? 4_000 : 0));
        return () => Task.FromResult(faults.IsEmpty);
    }

    private static Func<Task<bool>> Seen(Stay stay, string sql, bool more = false)
    {
        var before = more ? stay.Hospital.Host.NumberAsync(sql) : Task.FromResult(0L);
        return async () => await stay.Hospital.Host.NumberAsync(sql) > await before;
    }
}
