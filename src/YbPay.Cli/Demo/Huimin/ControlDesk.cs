using System.Net.Http.Json;
using System.Text.Json;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>The sandbox's control over HTTP: what the hospital's side does not do itself, the patient, the insurer and time.</summary>
internal sealed class ControlDesk(SandboxFile sandbox, SandboxClock clock) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose() => _http.Dispose();

    /// <summary>The answer; throws <see cref="DemoFailedException"/> with the control's own words when it is a refusal.</summary>
    public async Task<JsonElement> OrderAsync(string path, object body, CancellationToken cancel) =>
        await TryAsync(path, body, cancel) is var (status, answer) && status < 300 ? answer : throw new DemoFailedException($"控制接口 {path}：{answer.GetProperty("error").GetString()}");

    /// <summary>The status and the answer, whatever they are.</summary>
    public async Task<(int Status, JsonElement Answer)> TryAsync(string path, object body, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync(sandbox.Control.BaseUrl + path, body, cancel);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(cancel));
    }

    /// <summary>Null for what is not there.</summary>
    public async Task<JsonElement?> AskAsync(string path, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync(new Uri(sandbox.Control.BaseUrl + path), cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancel) : null;
    }

    /// <summary>Puts the sandbox's clock on, and ours, which may be the same one.</summary>
    public async Task PutOnAsync(TimeSpan by, CancellationToken cancel)
    {
        var told = await OrderAsync("/clock", new { advance = IsoDuration.Print(by) }, cancel);
        var behind = IsoDuration.Parse(told.GetProperty("offset").GetString())!.Value - clock.Offset;
        if (behind > TimeSpan.Zero) clock.Advance(behind);
    }
}
