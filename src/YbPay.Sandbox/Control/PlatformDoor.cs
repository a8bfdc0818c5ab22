using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox.Control;

/// <summary>The way to the huimin platform's internal addresses, by which control plays its operators and its patients' app.</summary>
public sealed class PlatformDoor(ControlOptions options) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>What the platform answered: its status and its body, whatever the status; null when it cannot be reached, or its answer is no JSON.</summary>
    internal async Task<(int Status, JsonElement Body)?> PostAsync(string path, object body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.HuiminBaseUrl + path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Internal-Token", options.InternalToken);
        try
        {
            using var answer = await _http.SendAsync(request, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            return ((int)answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    internal static IResult Silent => ControlReply.Upstream("The huimin platform cannot be reached, or did not answer in time.");

    public void Dispose() => _http.Dispose();
}
