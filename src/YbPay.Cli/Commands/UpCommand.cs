using System.CommandLine;
using YbPay.Cli.Demo;
using YbPay.Cli.Hosting;
using YbPay.Client;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay up</c>: starts all roles on loopback, drives one patient from fee upload to balanced books, and stays up.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var options = new SandboxOptions();
        var once = new Option<bool>("--once") { Description = "Stop after the demonstration; status 0 only if every step held." };
        var command = new Command("up", "Start the whole world on this machine and walk one patient's bill through it.") { once };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, options, parsed.GetValue(once), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SandboxOptions options, bool once, CancellationToken cancel)
    {
        var clock = new SandboxClock();
        var timeline = new Timeline(Console.Out, parsed.GetValue(options.Json));
        await using var world = await SandboxWorld.StartAsync(options.Plan(parsed, clock), clock, SandboxRoles.All, parsed.GetValue(options.Verbose));
        var sandbox = await world.PublishAsync(cancel);
        timeline.Title("YbPay 沙箱已启动");
        timeline.Step("up", "服务地址", new Dictionary<string, string>
        {
            ["移动支付中心"] = world.Plan.Addresses.Center,
            ["医保核心"] = world.Plan.Addresses.Bureau,
            ["医保惠民平台"] = world.Plan.Addresses.Huimin,
            ["模拟银行"] = world.Plan.Addresses.Bank,
            ["模拟医院"] = world.Plan.Addresses.Hospital,
            ["控制台接口"] = world.Plan.Addresses.Control,
            ["sandbox.json"] = Path.Combine(world.Plan.DataFolder, "sandbox.json"),
        });
        var held = await DemoCommand.WalkAsync(world.Plan, sandbox, clock, timeline, Random.Shared.Next(), cancel);
        if (once) return held ? 0 : 1;
        await OfferCashierAsync(sandbox, clock, timeline, cancel);
        timeline.Title(held ? "沙箱运行中，按 Ctrl+C 结束" : "演示有步骤未通过；沙箱仍在运行，按 Ctrl+C 结束");
        await world.WaitForStopAsync(cancel);
        return held ? 0 : 1;
    }

    /// <summary>A bill of its own for whoever sits before the machine.</summary>
    private static async Task OfferCashierAsync(SandboxFile sandbox, SandboxClock clock, Timeline timeline, CancellationToken cancel)
    {
        timeline.Title("在本机浏览器里打开下面的地址，亲手付一次款（30 分钟内有效，只认第一个打开它的浏览器）");
        try
        {
            var order = await CashierOrder.UploadAsync(sandbox, clock, Random.Shared, deposit: null, cancel);
            timeline.Step("cashier", "一笔未支付的订单", new Dictionary<string, string> { ["收银台"] = order.Address });
        }
        catch (YbPayException e)
        {
            timeline.Failed("cashier", e.Message, new Dictionary<string, string>());
        }
    }
}
