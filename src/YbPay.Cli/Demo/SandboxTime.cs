using System.Net.Http.Json;
using System.Text.Json;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Demo;

/// <summary>The time of a sandbox in another process: its core wants messages that are dated by it.</summary>
internal static class SandboxTime
{
    /// <summary>A clock that is ahead by as much as the sandbox's.</summary>
    public static async Task<SandboxClock> OfAsync(SandboxFile sandbox, CancellationToken cancel)
    {
        using var http = new HttpClient();
        var told = await http.GetFromJsonAsync<JsonElement>($"{sandbox.Control.BaseUrl}/clock", cancel);
        var clock = new SandboxClock();
        clock.Advance(IsoDuration.Parse(told.GetProperty("offset").GetString()) ?? TimeSpan.Zero);
        return clock;
    }
}
