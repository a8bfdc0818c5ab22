using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>What happens at the same time: nothing is taken twice, no account falls below zero, no cap is passed.</summary>
public sealed class RacesForMoney
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Bills_that_race_for_one_account_share_it(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        const int Bills = 12;
        for (var i = 0; i < Bills; i++) await patient.UploadAsync($"B{i}", ($"{i}", SeedItems.ClassC, 50m, 1m));

        var settled = await Task.WhenAll(Enumerable.Range(0, Bills).Select(i => patient.SettleAsync($"B{i}", 50m)));

        settled.Sum(s => s.Setlinfo.AcctPay).ShouldBe(356.80m);
        settled.Sum(s => s.Setlinfo.PsnCashPay).ShouldBe((Bills * 50m) - 356.80m);
        (await patient.BalanceAsync()).ShouldBe(0m);
        settled.Select(s => s.Setlinfo.Balc).Order().Last().ShouldBe(306.80m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Bills_that_race_for_the_cap_never_pass_it(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(TestInstitution.Clinic), 3); // resident, level 1: 65 %, 1500.00 a year
        await patient.RegisterAsync();
        const int Bills = 8;
        for (var i = 0; i < Bills; i++) await patient.UploadAsync($"B{i}", ($"{i}", SeedItems.ClassA, 400m, 1m));

        var settled = await Task.WhenAll(Enumerable.Range(0, Bills).Select(i => patient.SettleAsync($"B{i}", 400m)));

        settled.Sum(s => s.Setlinfo.FundPaySumamt).ShouldBe(1500m);
        settled.Select(s => s.Setlinfo.FundPaySumamt).Order().ShouldBe([0m, 0m, 200m, 260m, 260m, 260m, 260m, 260m]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task One_batch_sent_many_times_at_once_is_settled_once(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassC, 50m, 1m));

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => patient.At.SendAsync("2207", patient.Settlement("B1", 50m))));

        replies.Count(reply => reply.Infcode == 0).ShouldBe(1);
        replies.Where(reply => reply.Infcode != 0).ShouldAllBe(reply => reply.ErrMsg!.StartsWith("[SETTLED]") || reply.ErrMsg.StartsWith("[AMOUNT_DIFFERS]"));
        (await patient.BalanceAsync()).ShouldBe(306.80m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task One_msgid_sent_many_times_at_once_has_one_effect(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        var msgid = patient.At.NextMsgid();
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => patient.At.SendAsync("2201", patient.Registration(), msgid)));
        replies.Count(reply => reply.Infcode == 0).ShouldBe(1);
        (await host.CountAsync("visit")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_settlement_and_its_reversal_at_the_same_time_leave_nothing(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        for (var i = 0; i < 10; i++)
        {
            await patient.UploadAsync($"B{i}", ($"{i}", SeedItems.ClassA, 150m, 1m));
            var msgid = patient.At.NextMsgid();
            var settle = patient.At.SendAsync("2207", patient.Settlement($"B{i}", 150m), msgid);
            var reverse = patient.At.SendAsync("2601", patient.Reversal(msgid, "2207"));
            FsiReply[] replies = [await settle, await reverse];
            replies[1].ErrMsg.ShouldBeNull();
            if (replies[0].Infcode != 0) replies[0].ErrMsg!.ShouldStartWith("[REVERSED]");
        }

        (await patient.BalanceAsync()).ShouldBe(356.80m);
        (await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM settlement WHERE state = 1"))).ShouldBe(0);
        (await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM fee_line WHERE setl_id IS NOT NULL"))).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Cancelling_many_times_at_once_gives_the_money_back_once(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassC, 50m, 1m));
        var settled = await patient.SettleAsync("B1", 50m);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => patient.At.SendAsync("2208", patient.Cancellation(settled.Setlinfo.SetlId!))));
        replies.Count(reply => reply.Infcode == 0).ShouldBe(1);
        (await patient.BalanceAsync()).ShouldBe(356.80m);
    }
}
