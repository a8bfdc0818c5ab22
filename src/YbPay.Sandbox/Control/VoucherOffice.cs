using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Contracts;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Control;

/// <summary>
/// Plays the credential platform: has the centre issue vouchers (QR code, ecToken, payAuthNo) for an insured person, over
/// HTTP at the centre's internal endpoint, which takes the person's identity along.
/// </summary>
public sealed class VoucherOffice(ControlOptions options) : IDisposable
{
    private static readonly string[] Kinds = ["qrCode", "ecToken", "payAuthNo"];

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    internal async Task<IResult> IssueAsync(JsonElement? body, CancellationToken cancel)
    {
        if (body?.Text("psnNo") is not { } psnNo) return ControlReply.Bad("psnNo is missing.");
        if (body.Value.Text("kind") is not { } kind || !Kinds.Contains(kind)) return ControlReply.Bad($"kind must be one of {string.Join(", ", Kinds)}.");

        if (options.Persons.FirstOrDefault(known => known.PsnNo == psnNo) is not { } person) return ControlReply.Missing("No insured person has this psnNo.");

        using var request = new HttpRequestMessage(HttpMethod.Post, options.CenterBaseUrl + "/internal/vouchers") { Content = JsonContent.Create(Order(person, kind)) };
        request.Headers.Add("X-Internal-Token", options.InternalToken);
        try
        {
            using var answer = await _http.SendAsync(request, cancel);
            if (answer.StatusCode == HttpStatusCode.NotFound) return ControlReply.Missing("No insured person has this psnNo.");
            if (!answer.IsSuccessStatusCode) return ControlReply.Upstream($"The centre answered HTTP {(int)answer.StatusCode}.");
            var voucher = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            return voucher.Text("value") is { } value && ExpiryOf(voucher) is { } expiresAt
                ? ControlReply.Ok(new { value, expiresAt })
                : ControlReply.Upstream("The centre's answer has no value or no expiresAt.");
        }
        catch (HttpRequestException)
        {
            return ControlReply.Upstream("The centre cannot be reached.");
        }
        catch (JsonException)
        {
            return ControlReply.Upstream("The centre's answer is no JSON.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ControlReply.Upstream("The centre did not answer in time.");
        }
    }

    private static object Order(SandboxPerson person, string kind) => new { person.PsnNo, person.IdNo, person.IdType, person.UserName, person.InsuplcAdmdvs, kind };

    /// <summary>ISO 8601 +08:00, whether the centre gives text or milliseconds.</summary>
    private static string? ExpiryOf(JsonElement voucher) =>
        !voucher.TryGetProperty("expiresAt", out var at) ? null
        : at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var ms) ? ChinaTime.Iso(DateTimeOffset.FromUnixTimeMilliseconds(ms))
        : at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var time) ? ChinaTime.Iso(time)
        : null;

    public void Dispose() => _http.Dispose();
}
