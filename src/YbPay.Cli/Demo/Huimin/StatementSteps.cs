using System.Globalization;
using YbPay.Client;
using YbPay.Contracts.Huimin;
using YbPay.Contracts;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>At noon of the next day the hospital fetches the statement and holds it against its own records, line by line.</summary>
internal static class StatementSteps
{
    private const string Refused = "1000";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(30);

    /// <summary>All of the journey shall stand in one day's statement: shortly before midnight the next day is waited for.</summary>
    public static async Task BeginAsync(ControlDesk control, TimeProvider clock, CancellationToken cancel)
    {
        var left = Midnight(clock.GetUtcNow()).AddDays(1) - clock.GetUtcNow();
        if (left < Margin) await control.PutOnAsync(left + TimeSpan.FromSeconds(1), cancel);
    }

    public static async Task WalkAsync(HuiminScene scene, CancellationToken cancel)
    {
        var day = Midnight(scene.Stay.Discharged);
        var question = new QueryStatementRequest { SettleDate = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), HospitalId = scene.HospitalId, CityCode = scene.CityCode };
        await TooEarlyAsync(scene, question, cancel);
        await scene.Control.PutOnAsync(day.AddDays(1).AddHours(12).AddSeconds(5) - scene.Clock.GetUtcNow(), cancel);
        var answer = await scene.Platform.QueryStatementAsync(question, cancel);
        scene.Timeline.Step("HOS00013", "次日中午，对账单已生成", Values(("settleDate", answer.SettleDate), ("settleFileUrl", new Uri(answer.SettleFileUrl).GetLeftPart(UriPartial.Path))));
        using var http = new HttpClient();
        var statement = await HuiminStatement.ReadAsync(await http.GetByteArrayAsync(new Uri(answer.SettleFileUrl), cancel), cancel);
        Reconcile(scene, statement);
    }

    private static void Reconcile(HuiminScene scene, HuiminStatement statement)
    {
        var ours = scene.Own.Select(order => order.OrderId).ToHashSet();
        var lines = statement.Lines.Where(line => ours.Contains(line.OrderId)).ToList();
        foreach (var line in lines)
            scene.Timeline.Step("line", line.IsRefund ? "退费" : "支付", Values(("订单号", line.OrderId), ("交易流水号", line.QueryId), ("金额", HuiminScene.Yuan(line.Amount)), ("账户", line.Card)));
        // Others may have used this hospital on the same day; what differs in an order of ours is an error, whichever side it stands on.
        var differences = statement.Compare(scene.Own).Where(difference => ours.Contains(difference.OrderId)).ToList();
        Demand(differences.Count == 0, "对账不平：" + string.Join("；", differences.Select(difference => $"{difference.OrderId} 院内 {difference.Own} 平台 {difference.Theirs}")));
        Demand(!statement.Lines.Any(line => line.IdNo.Reveal() == scene.Stay.Patient.IdNo), "对账单中的证件号码没有脱敏");
        scene.Timeline.Step("his", "逐笔对账，全部一致", Values(
            ("支付", $"{lines.Count(line => !line.IsRefund)} 笔 {HuiminScene.Yuan(lines.Where(line => !line.IsRefund).Sum(line => line.Amount))}"),
            ("退费", $"{lines.Count(line => line.IsRefund)} 笔 {HuiminScene.Yuan(lines.Where(line => line.IsRefund).Sum(line => line.Amount))}"),
            ("当日其他订单", $"{statement.Lines.Count - lines.Count} 笔")));
    }

    private static async Task TooEarlyAsync(HuiminScene scene, QueryStatementRequest question, CancellationToken cancel)
    {
        try
        {
            await scene.Platform.QueryStatementAsync(question, cancel);
        }
        catch (YbPayException early) when (early.RtCode == Refused)
        {
            scene.Timeline.Step("HOS00013", "当天的对账单还不能取", Values(("rtCode", Refused), ("rtMsg", early.Message)));
            return;
        }

        throw new DemoFailedException("当天的对账单在次日中午之前就给出了");
    }

    private static DateTimeOffset Midnight(DateTimeOffset at) => ChinaTime.Midnight(ChinaTime.Day(at));
}
