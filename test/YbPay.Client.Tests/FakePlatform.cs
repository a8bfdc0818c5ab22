using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YbPay.Client;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client.Tests;

/// <summary>The huimin platform's side of the envelope behind a real server; by default it answers with the checked-in samples.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    public const string PlatformId = "ysf00001";
    public const string Secret = "4117E877F5FA0A0188891283E4B617D5";

    private static readonly string[] Numbers = ["orderId", "trialId", "settleDate"];

    private readonly WebApplication _app;

    private FakePlatform(WebApplication app)
    {
        _app = app;
        Answer = (_, call) => Task.FromResult((200, Done(Sample(call))));
    }

    public HuiminKeys Keys { get; } = new(Secret);

    /// <summary>Every request, opened, in order.</summary>
    public ConcurrentQueue<Call> Received { get; } = new();

    public Func<HttpContext, Call, Task<(int Status, byte[] Body)>> Answer { get; set; }

    public string Address => _app.Urls.First();

    public static async Task<FakePlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var platform = new FakePlatform(app);
        app.MapPost("/huimin/api", platform.ServeAsync);
        await app.StartAsync();
        return platform;
    }

    public byte[] Done(string? clear) => HuiminEnvelope.SealReply(Keys, "0000", "交易成功", clear is null ? [] : System.Text.Encoding.UTF8.GetBytes(clear));

    public byte[] Refused(string rtCode, string rtMsg) => HuiminEnvelope.SealReply(Keys, rtCode, rtMsg, []);

    /// <summary>The sample answer with the request's own numbers in it; null where the document prints none.</summary>
    public static string? Sample(Call call)
    {
        var file = Repository.At("samples", "messages", "huimin", call.TransCode + ".response.json");
        if (!File.Exists(file)) return null;
        var reply = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        foreach (var name in Numbers)
            if (reply.ContainsKey(name) && call.Content.TryGetProperty(name, out var number)) reply[name] = number.GetString();
        return reply.ToJsonString();
    }

    /// <summary>A hospital at this platform, made as a hospital makes it.</summary>
    public ServiceProvider Hospital(Action<YbPayHuiminOptions>? more = null)
    {
        var services = new ServiceCollection();
        services.AddYbPayHuimin(options =>
        {
            (options.BaseUrl, options.PlatformId, options.Secret) = (new(Address), PlatformId, Secret);
            options.RetryPause = TimeSpan.FromMilliseconds(1);
            more?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Keys.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        HuiminEnvelope.ReadRequest(body.ToArray(), HuiminLimits.Default, out var request).ShouldBe(HuiminFault.None);
        request!.Open(Keys, new ClockFreshness(TimeProvider.System), out var clear).ShouldBe(HuiminFault.None);
        var call = new Call(request.Head.TransCode, request.Head.PlatformSeqId, JsonElement.Parse(clear!));
        Received.Enqueue(call);
        var (status, answer) = await Answer(context, call);
        context.Response.StatusCode = status;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    public sealed record Call(string TransCode, string PlatformSeqId, JsonElement Content);
}
