using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Institutions;
using YbPay.Contracts.Outcomes;
using YbPay.Protocol;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Door;

/// <summary>
/// A message's way: bytes, envelope, head, transaction, reply. Every answer is HTTP 200 with infcode 0 or -1. When something
/// broke there is no answer but HTTP 500 without a body, because a refusal would claim that nothing happened, and nobody knows:
/// the sender asks (3202) or reverses (2601). Nothing of the message but its numbers is logged.
/// </summary>
internal sealed partial class CallServiceEndpoint(
    IEnumerable<ITransaction> transactions, HeadCheck heads, BureauNumbers numbers, BureauOptions options, TimeProvider clock, ILogger<CallServiceEndpoint> log)
{
    private const int LongestErrMsg = 200;
    private readonly FrozenDictionary<string, ITransaction> byInfno = transactions.ToFrozenDictionary(t => t.Infno);

    public async Task HandleAsync(HttpContext http)
    {
        var receivedAt = clock.GetUtcNow();
        if (await AnswerAsync(http, receivedAt) is not { } outcome)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        var reply = outcome.Match(
            output => new FsiReply { Infcode = 0, InfRefmsgid = numbers.NextReference(), Output = output },
            why => new FsiReply { Infcode = -1, InfRefmsgid = numbers.NextReference(), ErrMsg = ErrMsg(why) });
        var bytes = FsiEnvelope.WriteReply(reply, receivedAt, clock.GetUtcNow());
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Null when the outcome is unknown.</summary>
    private async Task<Outcome<JsonElement>?> AnswerAsync(HttpContext http, DateTimeOffset receivedAt)
    {
        var cancel = http.RequestAborted;
        if (await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, options.LargestRequest, cancel) is not { } body) return Refusals.Malformed.With("报文过大");
        if (FsiEnvelope.ReadRequest(body, out var input, out var problem) is not { } head) return Refusals.Malformed.With(problem ?? "无法解析");
        if (!byInfno.TryGetValue(head.Infno, out var transaction)) return Refusals.TransactionUnknown;

        try
        {
            var outcome = await RunAsync(transaction, head, input, receivedAt);
            if (outcome is Outcome<JsonElement>.No refused) Refused(log, head.Infno, head.Msgid, refused.Why.Name);
            return outcome;
        }
        catch (Exception broken)
        {
            Failed(log, broken, head.Infno, head.Msgid);
            return null;
        }
    }

    /// <summary>A caller that hangs up does not stop what it asked for half way.</summary>
    private async Task<Outcome<JsonElement>> RunAsync(ITransaction transaction, FsiHead head, JsonElement input, DateTimeOffset receivedAt) =>
        await heads.CheckAsync(head, receivedAt, CancellationToken.None) switch
        {
            Outcome<Institution>.Ok sender => await transaction.RunAsync(new Call(head, sender.Value, input, receivedAt), CancellationToken.None),
            Outcome<Institution>.No no => no.Why,
            _ => throw new UnreachableException(),
        };

    private static string ErrMsg(Refusal why)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"[{why.Name}] {why.Message}");
        return text.Length <= LongestErrMsg ? text : text[..LongestErrMsg];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Transaction {Infno} {Msgid} refused: {Reason}")]
    private static partial void Refused(ILogger log, string infno, string msgid, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Transaction {Infno} {Msgid} failed")]
    private static partial void Failed(ILogger log, Exception error, string infno, string msgid);
}
