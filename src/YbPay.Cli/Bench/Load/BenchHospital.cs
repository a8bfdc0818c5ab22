using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Load;

/// <summary>
/// The hospital's ear at the load generator: opens each 6302, confirms it, and tells who waits for it. It keeps no books,
/// so that the figures are the centre's and not those of a simulated hospital.
/// </summary>
internal sealed class BenchHospital : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _told = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private BenchHospital(WebApplication app) => _app = app;

    public static async Task<BenchHospital> StartAsync(SandboxPlan plan, SettlementNoticeReader notices, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(plan.Addresses.Hospital);
        var hospital = new BenchHospital(builder.Build());
        hospital._app.MapPost("/hospital/{orgCodg}/6302", (HttpContext http) => hospital.HandleAsync(http, notices));
        hospital._app.MapPost("/hospital/{orgCodg}/6204", (HttpContext http) => AnswerAsync(http, body => notices.ReadOrder(body).Accepted()));
        await hospital._app.StartAsync(cancel);
        return hospital;
    }

    /// <summary>When the order's 6302 came, as a time stamp of <see cref="Stopwatch"/>.</summary>
    public async Task<long> ToldAsync(string payOrdId, TimeSpan patience)
    {
        var at = await _told.GetOrAdd(payOrdId, _ => New()).Task.WaitAsync(patience);
        _told.TryRemove(payOrdId, out _);
        return at;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext http, SettlementNoticeReader notices) => AnswerAsync(http, body =>
    {
        var notice = notices.ReadSettlement(body);
        _told.GetOrAdd(notice.Message.PayOrdId, _ => New()).TrySetResult(Stopwatch.GetTimestamp());
        return notice.Accepted();
    });

    private static async Task AnswerAsync(HttpContext http, Func<byte[], byte[]> answer)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(answer(body.ToArray()), http.RequestAborted);
    }

    private static TaskCompletionSource<long> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
