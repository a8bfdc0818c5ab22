using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Contracts.Outcomes;
using YbPay.Hosting;
using YbPay.Huimin.Partners;
using YbPay.Protocol;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;

namespace YbPay.Huimin.Door;

/// <summary>
/// The one way of a message through the platform: size, head, partner, envelope (time, decryption, signature), rate, number, catalogue, use
/// case, seal. Whatever is wrong before the message is trusted gets 4000 (4104 for a partner that is none); the detail goes to the log.
/// </summary>
internal sealed class HuiminGate(
    IEnumerable<ITransaction> transactions, PartnerRegistry partners, PartnerLimits limits, SequenceMemory sequences, IFreshness freshness, HuiminOptions options, TimeProvider clock,
    ILogger<HuiminGate> log)
{
    private const string TraceHeader = "X-Trace-Id";

    /// <summary>rtMsg, document 公共响应报文.</summary>
    private const int LongestMessage = 60;

    /// <summary>Longer messages, those with images, lie in a file while they are read: many at once cost disk and not memory.</summary>
    private static readonly SpoolLimits Bodies = new(64 * 1024, HuiminLimits.Default.Body);

    private readonly FrozenDictionary<string, ITransaction> byCode = transactions.ToFrozenDictionary(transaction => transaction.TransCode);

    public async Task HandleAsync(HttpContext http)
    {
        var trace = RandomNumberGenerator.GetHexString(16, lowercase: true);
        http.Response.Headers[TraceHeader] = trace;
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = await AnswerAsync(http, trace);
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async Task<byte[]> AnswerAsync(HttpContext http, string trace)
    {
        // 1. Size, 2. head: as far as the sender can be told apart.
        await using var body = await SpooledBody.ReadAsync(http.Request.Body, http.Request.ContentLength, Bodies, http.RequestAborted);
        if (body is null) return Rejected(HuiminFault.TooLong, trace, null);
        var fault = HuiminEnvelope.ReadRequest(body.Content, HuiminLimits.Default, out var request);
        if (request is null) return Rejected(fault, trace, null);

        // 3. Partner, 4. envelope. Until the signature holds, nothing of the content counts.
        if (partners.Find(request.Head.PlatformId) is not { } partner || !partner.MayCallFrom(http.Connection.RemoteIpAddress)) return Rejected(HuiminFault.UnknownPlatform, trace, null);
        var transaction = byCode.GetValueOrDefault(request.Head.TransCode);
        using var content = transaction?.Receive() ?? new MemoryReceiver();
        string? unfit;
        try
        {
            fault = Open(request, partner, content, out unfit);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Seal(partner, Broken(e, request.Head, trace), []);
        }

        if (fault != HuiminFault.None) return Rejected(fault, trace, partner);

        // 5. Rate, 6. number, 7. catalogue and use case, 8. seal.
        var outcome = await DecideAsync(new Call(partner, request.Head, clock.GetUtcNow()), transaction, content, unfit, trace);
        return outcome.Match(
            reply => Seal(partner, reply.But, reply.Content),
            why =>
            {
                log.LogInformation("{Trace} {TransCode}: refused, {Refusal}", trace, request.Head.TransCode, why);
                return Seal(partner, why, []);
            });
    }

    private async Task<Outcome<TransactionReply>> DecideAsync(Call call, ITransaction? transaction, ContentReceiver content, string? unfit, string trace)
    {
        try
        {
            if (!limits.Admits(call.Partner.PlatformId)) return Refusals.TooManyRequests;
            if (!await sequences.TakeAsync(call.Partner.PlatformId, call.Head.PlatformSeqId)) return Refusals.SequenceUsed;
            if (transaction is null) return Refusals.TransactionUnknown;
            if (transaction.IsRetired && !options.Retired) return Refusals.TransactionRetired;
            return unfit is null ? await transaction.RunAsync(call, content) : Refusals.MessageInvalid.With(unfit);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Broken(e, call.Head, trace);
        }
    }

    /// <summary>The edge: a bug, a full disk or a lost database is logged once here and answered without detail.</summary>
    private Refusal Broken(Exception e, HuiminHead head, string trace)
    {
        log.LogError(e, "{Trace} {TransCode}: failed", trace, head.TransCode);
        return Refusals.Broken.With($"追踪号{trace}");
    }

    /// <param name="unfit">Why a genuine content is none that the transaction can take; null when it can.</param>
    private HuiminFault Open(HuiminRequest request, Partner partner, ContentReceiver content, out string? unfit)
    {
        var guarded = new GuardedStream(content.Clear);
        var fault = request.Open(partner.Keys, freshness, guarded);
        unfit = guarded.Unfit;
        return fault;
    }

    private byte[] Rejected(HuiminFault fault, string trace, Partner? partner)
    {
        log.LogWarning("{Trace}: envelope rejected, {Fault}", trace, fault);
        var why = fault == HuiminFault.UnknownPlatform ? Refusals.PlatformUnknown : Refusals.EnvelopeRejected;
        return partner is null ? HuiminEnvelope.SealUnsigned(why.RtCode(), why.Message) : HuiminEnvelope.SealReply(partner.Keys, why.RtCode(), why.Message, []);
    }

    private static byte[] Seal(Partner partner, Refusal? why, byte[] content) => HuiminEnvelope.SealReply(partner.Keys, why?.RtCode() ?? "0000", Fitting(why?.Message ?? "成功"), content);

    /// <summary>What does not fit the field ends with an ellipsis; a character of two halves is never cut in two.</summary>
    private static string Fitting(string message)
    {
        if (message.Length <= LongestMessage) return message;
        var end = LongestMessage - 1;
        return message[..(char.IsHighSurrogate(message[end - 1]) ? end - 1 : end)] + "…";
    }
}
