using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Bureau.Clock;
using YbPay.Contracts.Outcomes;
using YbPay.Protocol.Fsi;
using YbPay.Storage;

namespace YbPay.Bureau.Door;

/// <summary>
/// A message's way: bytes, envelope, head, transaction, reply. Every answer is HTTP 200 with infcode 0 or -1; nothing of the
/// message but its numbers is logged.
/// </summary>
internal sealed partial class CallServiceEndpoint(
    IEnumerable<ITransaction> transactions, HeadCheck heads, BureauNumbers numbers, BureauOptions options, TimeProvider clock, ILogger<CallServiceEndpoint> log)
{
    private const int LongestErrMsg = 200;
    private readonly FrozenDictionary<string, ITransaction> byInfno = transactions.ToFrozenDictionary(t => t.Infno);

    public async Task HandleAsync(HttpContext http)
    {
        var receivedAt = clock.GetUtcNow();
        var outcome = await AnswerAsync(http, receivedAt);
        var reply = outcome.Match(
            output => new FsiReply { Infcode = 0, InfRefmsgid = numbers.NextReference(), Output = output },
            why => new FsiReply { Infcode = -1, InfRefmsgid = numbers.NextReference(), ErrMsg = ErrMsg(why) });
        var bytes = FsiEnvelope.WriteReply(reply, receivedAt, clock.GetUtcNow());
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private async Task<Outcome<JsonElement>> AnswerAsync(HttpContext http, DateTimeOffset receivedAt)
    {
        var cancel = http.RequestAborted;
        if (await RequestBody.ReadAsync(http.Request, options.LargestRequest, cancel) is not { } body) return Refusals.Malformed.With("报文过大");
        if (FsiEnvelope.ReadRequest(body, out var input, out var problem) is not { } head) return Refusals.Malformed.With(problem ?? "无法解析");
        if (!byInfno.TryGetValue(head.Infno, out var transaction)) return Refusals.TransactionUnknown;

        var sender = await heads.CheckAsync(head, receivedAt, cancel);
        if (sender is Outcome<Institutions.Institution>.No no) return Told(head, no.Why);
        var call = new Call(head, ((Outcome<Institutions.Institution>.Ok)sender).Value, input, receivedAt);
        try
        {
            var outcome = await transaction.RunAsync(call, CancellationToken.None);
            return outcome is Outcome<JsonElement>.No refused ? Told(head, refused.Why) : outcome;
        }
        catch (StorageUnavailableException lost)
        {
            Failed(log, lost, head.Infno, head.Msgid);
            return Refusals.Unavailable;
        }
    }

    private Refusal Told(FsiHead head, Refusal why)
    {
        Refused(log, head.Infno, head.Msgid, why.Name);
        return why;
    }

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
