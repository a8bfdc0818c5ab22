using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace YbPay.Sandbox.Faults;

/// <summary>Lets the faults of a <see cref="FaultBook"/> strike a server. Costs one look at the book when none waits.</summary>
public sealed class FaultMiddleware(RequestDelegate handler, FaultBook book, FaultyServer server)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    public async Task InvokeAsync(HttpContext context)
    {
        if (book.IsEmpty)
        {
            await handler(context);
            return;
        }

        var body = await BufferAsync(context);
        var transaction = server.TransactionOf(context.Request, body);
        var fault = transaction.Length == 0 ? null : book.Take(server.Target, transaction);
        await (fault is null ? handler(context) : StrikeAsync(context, fault));
    }

    private async Task StrikeAsync(HttpContext context, Fault fault)
    {
        var caller = context.RequestAborted;
        context.RequestAborted = CancellationToken.None; // the work goes on without its caller
        switch (fault.Kind)
        {
            case FaultKind.Refuse:
                await server.Refuse(context, handler);
                break;
            case FaultKind.Duplicate:
                await CarryOutAsync(context);
                context.Response.Clear();
                await AnswerAsync(context, await CarryOutAsync(context));
                break;
            case FaultKind.LostAnswer:
                await CarryOutAsync(context);
                context.Abort();
                break;
            case FaultKind.Timeout:
                await CarryOutAsync(context);
                await SilenceAsync(fault.DelayMs == 0 ? LongestSilence : TimeSpan.FromMilliseconds(fault.DelayMs), caller);
                context.Abort();
                break;
            case FaultKind.Delay:
                await Task.Delay(fault.DelayMs, CancellationToken.None);
                var late = await CarryOutAsync(context);
                if (!caller.IsCancellationRequested) await AnswerAsync(context, late);
                break;
        }
    }

    /// <summary>Runs the handler on the buffered body and keeps its answer back.</summary>
    private async Task<MemoryStream> CarryOutAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        var kept = new MemoryStream();
        var connection = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept));
        try
        {
            await handler(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Features.Set(connection);
        }

        kept.Position = 0;
        return kept;
    }

    private static Task AnswerAsync(HttpContext context, MemoryStream kept)
    {
        context.Response.ContentLength = kept.Length;
        return kept.CopyToAsync(context.Response.Body);
    }

    private static async Task SilenceAsync(TimeSpan longest, CancellationToken caller)
    {
        try
        {
            await Task.Delay(longest, caller);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up: that is what the silence was for.
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BufferAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

/// <summary>Puts faults before a server's endpoints.</summary>
public static class FaultMiddlewareExtensions
{
    public static IApplicationBuilder UseFaults(this IApplicationBuilder app, FaultBook book, FaultyServer server) =>
        app.Use(next => new FaultMiddleware(next, book, server).InvokeAsync);
}
