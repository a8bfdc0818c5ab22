using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Center.Features.Cashier.Pages;

namespace YbPay.Cashier.Tests;

/// <summary>A real server with the pages of <see cref="Specimens"/> and nothing behind them but a note of what was posted.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private PageServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Posted { get; } = [];

    /// <summary>Completed from the start; a test that wants to look at the page while it waits sets another.</summary>
    public TaskCompletionSource Release { get; set; } = Done();

    public string Address => app.Urls.First();

    public string At(string page) => $"{Address}/page/{page}";

    public static async Task<PageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new PageServer(app);
        CashierAssets.Map(app);
        app.MapGet("/page/{name}", (string name) => CashierReply.Page(Specimens.All[name]));
        app.MapGet("/asked", () => CashierReply.Page(Specimens.All[Interlocked.Increment(ref server.asked) == 1 ? "waiting" : "paid"]));
        app.MapPost(Specimens.ConfirmPath, server.ConfirmAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Release.TrySetResult();
        await app.DisposeAsync();
    }

    private async Task ConfirmAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        Posted.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        await Release.Task;
        CashierReply.Protect(http.Response);
        http.Response.Redirect("/page/paid");
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
