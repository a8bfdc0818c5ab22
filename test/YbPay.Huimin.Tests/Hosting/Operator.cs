using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>An operator at the platform's internal addresses.</summary>
internal static class Operator
{
    private static readonly HttpClient Http = new();

    /// <summary>Stops, allows or ends a person's credit payment; the status, and signStatus where it was done.</summary>
    public static async Task<(int Status, string? SignStatus)> OrderAsync(
        this HuiminHost host, string idNo, string action, string reason = "测试", string? token = TestHospital.InternalToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/internal/enrolments")) { Content = JsonContent.Create(new { idNo, action, reason }) };
        if (token is not null) request.Headers.TryAddWithoutValidation("X-Internal-Token", token);
        using var answer = await Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) return ((int)answer.StatusCode, null);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return ((int)answer.StatusCode, told.RootElement.GetProperty("signStatus").GetString());
    }

    /// <summary>Ends what no leg can end.</summary>
    /// <param name="door">payments or discharges.</param>
    public static async Task<HttpStatusCode> ActAsync(
        HuiminHost host, string door, string queryId, string action, string reason = "agreed by telephone", string token = TestHospital.InternalToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/internal/" + door)) { Content = JsonContent.Create(new { queryId, action, reason }) };
        request.Headers.TryAddWithoutValidation("X-Internal-Token", token);
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }
}
