using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using YbPay.Client;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client.Tests;

/// <summary>The centre's side of the envelope behind a real server; what it answers is up to the test.</summary>
internal sealed class FakeCenter : IAsyncDisposable
{
    public const string AppId = "43AF047BBA47FC8A1AE8EFB2AAAABBBB";
    public const string AppSecret = "4117E877F5FA0A0188891283E4B617D5";

    private readonly WebApplication _app;
    private readonly Sm2PrivateKey _centerKey = Sm2PrivateKey.Generate();
    private readonly Sm2PrivateKey _hospitalKey = Sm2PrivateKey.Generate();

    private FakeCenter(WebApplication app)
    {
        _app = app;
        Keys = new(AppId, AppSecret, _centerKey, _hospitalKey.PublicKey);
        Answer = (_, _) => Task.FromResult(Sealed("{}"));
    }

    public MobileKeys Keys { get; }

    /// <summary>Every request's path and bytes, in order.</summary>
    public ConcurrentQueue<(string Path, byte[] Body)> Received { get; } = new();

    /// <summary>What the test wants back: a status and a body.</summary>
    public Func<HttpContext, byte[], Task<(int Status, byte[] Body)>> Answer { get; set; }

    public static async Task<FakeCenter> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var center = new FakeCenter(app);
        app.MapPost("/{**path}", center.ServeAsync);
        await app.StartAsync();
        return center;
    }

    public (int Status, byte[] Body) Sealed(string data, int code = 0, string message = "成功", DateTimeOffset? at = null) =>
        (200, MobileEnvelope.SealReply(Keys, code, message, code == 0, Encoding.UTF8.GetBytes(data), at ?? DateTimeOffset.UtcNow));

    /// <summary>What the client sent, opened as the centre opens it.</summary>
    public string Clear(byte[] envelope)
    {
        MobileEnvelope.Open(Keys, envelope, AnyTime.Instance, CanonicalVariant.Default, out var opened).ShouldBe(EnvelopeFault.None);
        return Encoding.UTF8.GetString(opened!.Data);
    }

    /// <summary>A client for this centre, made as a hospital makes it.</summary>
    public ServiceProvider Hospital(Action<YbPayOptions>? more = null)
    {
        var services = new ServiceCollection();
        services.AddYbPay(options =>
        {
            options.BaseUrl = new(_app.Urls.First());
            options.AppId = AppId;
            options.AppSecret = AppSecret;
            options.PrivateKey = _hospitalKey.ExportBase64();
            options.CenterPublicKey = _centerKey.PublicKey.ExportBase64();
            options.RetryPause = TimeSpan.FromMilliseconds(1);
            more?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Received.Enqueue((context.Request.Path.Value!, body.ToArray()));
        context.Response.Headers["X-Trace-Id"] = "trace-" + Received.Count;
        var (status, answer) = await Answer(context, body.ToArray());
        context.Response.StatusCode = status;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Keys.Dispose();
        _centerKey.Dispose();
        _hospitalKey.Dispose();
    }
}
