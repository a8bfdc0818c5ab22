using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YbPay.Center.Tests.Hosting;

/// <summary>Someone on the way to a hospital: confirms in clear in its stead, or lets messages and answers through as they are.</summary>
internal sealed class Between : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private Between(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public string Hospital { get; set; } = "";

    public bool Confirms { get; set; } = true;

    public static async Task<Between> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var between = new Between(builder.Build());
        between._app.MapPost("/{topic}", (HttpRequest request, string topic) => between.AnswerAsync(request, topic));
        await between._app.StartAsync();
        return between;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string topic)
    {
        if (Confirms) return Results.Text("""{"code":"0","msg":"接口调用成功","data":{"success":"true"}}""", "application/json");
        using var message = new StreamContent(request.Body);
        message.Headers.ContentType = new("application/json");
        using var answer = await _http.PostAsync(new Uri($"{Hospital}/{topic}"), message);
        return Results.Bytes(await answer.Content.ReadAsByteArrayAsync(), "application/json");
    }
}
