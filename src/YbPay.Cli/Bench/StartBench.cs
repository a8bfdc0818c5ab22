using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Cli.Bench.Processes;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench;

/// <param name="Seconds">Of each start, from the process to the first sealed answer of 6101.</param>
/// <param name="Idle">The whole sandbox after its demonstration, left alone.</param>
internal sealed record StartFigure(IReadOnlyList<double> Seconds, ProcessMemory Idle)
{
    public double Median => Seconds.Order().ElementAt(Seconds.Count / 2);
}

/// <summary>Starts <c>ybpay up</c> on an empty data folder as a user would, and asks until a sealed answer comes.</summary>
internal sealed class StartBench(BenchSettings settings, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public async Task<StartFigure> RunAsync(CancellationToken cancel)
    {
        var (seconds, idle) = (new List<double>(), new ProcessMemory(0, 0));
        for (var i = 0; i < settings.Starts; i++)
        {
            var (taken, memory) = await StartAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"start-{i}")), isLast: i == settings.Starts - 1, cancel);
            seconds.Add(taken);
            idle = memory;
        }

        return new StartFigure(seconds, idle);
    }

    private async Task<(double Seconds, ProcessMemory Memory)> StartAsync(string data, bool isLast, CancellationToken cancel)
    {
        Directory.CreateDirectory(data);
        var plan = new SandboxPlan(data, SandboxAddresses.FromPortBase(settings.PortBase)); // makes the keys, which we must know to ask
        using var services = new ServiceCollection().AddClient(plan.File([]), plan.File([]).Partners[0]);
        var client = services.GetRequiredService<IYbPayClient>();
        await WarmUpAsync(client, plan, cancel);

        var begun = Stopwatch.GetTimestamp();
        await using var sandbox = OwnProgram.Start("up", "--data", data, "--port-base", settings.PortBase.ToString(CultureInfo.InvariantCulture));
        sandbox.Ignore();
        await AskAsync(client, plan, begun, cancel);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        if (isLast) await Task.Delay(settings.Idle + TimeSpan.FromSeconds(5), cancel); // five seconds for the demonstration to end
        return (seconds, sandbox.Memory());
    }

    /// <summary>Until there is an answer: nobody listens at first.</summary>
    private static async Task AskAsync(IYbPayClient client, SandboxPlan plan, long begun, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri(plan.Addresses.Center) };
        http.DefaultRequestHeaders.Add("X-Internal-Token", plan.Secrets.InternalToken);
        var person = SandboxPersons.From(BureauSeed.Default)[0];
        while (true)
        {
            try
            {
                using var issued = await http.PostAsJsonAsync(
                    "/internal/vouchers", new { person.PsnNo, person.IdNo, person.IdType, person.UserName, person.InsuplcAdmdvs, kind = "qrCode" }, cancel);
                issued.EnsureSuccessStatusCode();
                var qrCode = (await issued.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("value").GetString()!;
                var reply = await client.DecodeQrCodeAsync(Question(plan, qrCode), cancel);
                if (reply.IdNo != person.IdNo) throw new InvalidOperationException("6101 named another person.");
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    /// <summary>Our own side is compiled before the clock runs: a question that nobody answers.</summary>
    private static async Task WarmUpAsync(IYbPayClient client, SandboxPlan plan, CancellationToken cancel)
    {
        try
        {
            await client.DecodeQrCodeAsync(Question(plan, "28"), cancel);
        }
        catch (YbPayException)
        {
            // As expected: nobody listens yet.
        }
    }

    private static DecodeQrCodeRequest Question(SandboxPlan plan, string qrCode) => new()
    {
        OrgId = plan.File([]).Partners[0].OrgCodg, BusinessType = "01301", BusinessInfo = qrCode, OperatorId = "0001", OperatorName = "收费窗口", OfficeId = "A0301", OfficeName = "门诊收费处",
    };
}
