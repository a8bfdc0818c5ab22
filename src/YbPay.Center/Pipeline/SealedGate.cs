using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Center.Partners;
using YbPay.Contracts.Outcomes;
using YbPay.Hosting;
using YbPay.Protocol;
using YbPay.Protocol.Checking;
using YbPay.Protocol.MobilePay;

namespace YbPay.Center.Pipeline;

/// <summary>
/// The one way of a sealed message through the centre: size, partner, envelope (time, decryption, signature), rate, replay,
/// catalogue, use case, seal. Whatever is wrong before the message is trusted gets the same refusal, unsigned; the detail
/// goes to the log.
/// </summary>
internal sealed class SealedGate(EnvelopeDoor door, Replays replays, PartnerLimits limits, TimeProvider clock, ILogger<SealedGate> log)
{
    private const string TraceHeader = "X-Trace-Id";

    public async Task HandleAsync(HttpContext http, Interface entry)
    {
        var trace = RandomNumberGenerator.GetHexString(16, lowercase: true);
        http.Response.Headers[TraceHeader] = trace;

        // 1. Size.
        if (await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, entry.Largest, http.RequestAborted) is not { } body)
        {
            log.LogWarning("{Trace} {Path}: body over {Largest} bytes", trace, entry.Path, entry.Largest);
            await RejectAsync(http, Refusals.TooLarge);
            return;
        }

        // 2. Partner, 3. envelope.
        var read = clock.GetTimestamp();
        if (door.Accept(body, http.Connection.RemoteIpAddress, out var fault) is not var (partner, envelope))
        {
            log.LogWarning("{Trace} {Path}: envelope rejected, {Fault}", trace, entry.Path, fault);
            await RejectEvenlyAsync(http, read);
            return;
        }

        // 4. Rate. The partner is known by now, so this refusal is signed like any other, but not remembered.
        if (!limits.Admits(partner.AppId))
        {
            await WriteAsync(http, Seal(partner, envelope, Refusals.TooManyRequests));
            return;
        }

        // 5. Replay: the first answer, or 6.-8. once.
        var answer = await replays.OnceAsync(
            Replays.KeyOf(envelope), entry.Path, entry.HasEffect, () => AnswerAsync(entry, partner, envelope, trace));
        if (answer is null)
        {
            log.LogWarning("{Trace} {Path}: envelope rejected, it belongs to another interface or its first answer was lost", trace, entry.Path);
            await RejectEvenlyAsync(http, read);
            return;
        }

        await WriteAsync(http, answer);
    }

    private async Task<byte[]> AnswerAsync(Interface entry, Partner partner, OpenedEnvelope envelope, string trace)
    {
        Outcome<byte[]> outcome;
        try
        {
            outcome = await DecideAsync(entry, new Caller(partner, envelope.Data));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The edge: a bug or a lost database is logged once here and answered without detail.
            log.LogError(e, "{Trace} {Path}: failed", trace, entry.Path);
            outcome = Refusals.Broken.With($"追踪号{trace}");
        }

        return outcome.Match(
            data => MobileEnvelope.SealReply(partner.Keys, 0, "成功", true, data, clock.GetUtcNow(), partner.AnswerTo(envelope)),
            why =>
            {
                log.LogInformation("{Trace} {Path}: refused, {Refusal}", trace, entry.Path, why);
                return Seal(partner, envelope, why);
            });
    }

    private byte[] Seal(Partner partner, OpenedEnvelope envelope, Refusal why) =>
        MobileEnvelope.SealReply(partner.Keys, why.Code, why.Message, false, [], clock.GetUtcNow(), partner.AnswerTo(envelope));

    /// <summary>6. Catalogue, 7. use case; 8. the seal is the caller's.</summary>
    private static async Task<Outcome<byte[]>> DecideAsync(Interface entry, Caller caller)
    {
        if (caller.Data.Length == 0) return Refusals.MessageInvalid.With("缺少data");
        using var message = JsonDocument.Parse(caller.Data);
        var problems = CatalogueCheck.Check(entry.Table, message.RootElement).Where(problem => !problem.IsWarning).ToList();
        return problems.Count == 0
            ? await entry.Run(caller, message.RootElement)
            : Refusals.MessageInvalid.With(string.Join("；", problems.Take(20).Select(problem => $"{problem.Path} {problem.Message}")));
    }

    private async Task RejectEvenlyAsync(HttpContext http, long read)
    {
        await EvenPace.HoldAsync(clock, read, http.RequestAborted);
        await RejectAsync(http, Refusals.EnvelopeRejected);
    }

    private Task RejectAsync(HttpContext http, Refusal why) => WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(
        new RejectionReply(why.Code, why.Message, false, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        RejectionJson.Readable.RejectionReply));

    private static async Task WriteAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
