using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client;

/// <summary>
/// Opens what the centre sends to the hospital, 6302 (settled) and 6204 (order priced), and makes the answer in the same
/// form, sealed or clear. Thread-safe.
/// <para>The centre repeats a callback until it is answered with success, over 24 hours: the same payOrdId can come more
/// than once, and must count once in your books. Amounts that differ from what 6202 or 6301 told you are not to be
/// written over it: answer <see cref="CenterCallback{T}.Failed"/> and let a person look.</para>
/// </summary>
/// <example><code>
/// var callback = notices.ReadSettlement(body);
/// return Results.Bytes(await books.SettleAsync(callback.Message) ? callback.Accepted() : callback.Failed("院内入账失败"), "application/json");
/// </code></example>
public sealed class SettlementNoticeReader
{
    private readonly YbPayOptions _options;
    private readonly PartnerKeys _keys;
    private readonly IFreshness _freshness;
    private readonly TimeProvider _time;

    internal SettlementNoticeReader(PartnerKeys keys, YbPayOptions options, TimeProvider time) =>
        (_keys, _options, _time, _freshness) = (keys, options, time, PartnerKeys.Freshness(options, time));

    /// <summary>6302 医保结算结果通知. Throws <see cref="YbPayException"/> for what is not the centre's, or not by the document; then answer HTTP 400 and log it.</summary>
    public CenterCallback<SettlementNoticeRequest> ReadSettlement(ReadOnlyMemory<byte> body) => Read<SettlementNoticeRequest>(body);

    /// <summary>6204 医保订单信息同步. Throws as <see cref="ReadSettlement"/>.</summary>
    public CenterCallback<SyncOrderRequest> ReadOrder(ReadOnlyMemory<byte> body) => Read<SyncOrderRequest>(body);

    private CenterCallback<T> Read<T>(ReadOnlyMemory<byte> body)
        where T : Contract
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Rejected("not a JSON object");
            return document.RootElement.TryGetProperty("signData", out _) || document.RootElement.TryGetProperty("encData", out _)
                ? ReadSealed<T>(body)
                : ReadClear<T>(document.RootElement);
        }
        catch (JsonException)
        {
            throw Rejected("not JSON");
        }
    }

    private CenterCallback<T> ReadSealed<T>(ReadOnlyMemory<byte> body)
        where T : Contract
    {
        var fault = MobileEnvelope.Open(_keys.Mobile, body.Span, _freshness, new OpenOptions { Direction = EnvelopeDirection.Request }, out var opened, out _);
        if (fault != EnvelopeFault.None || opened is null) throw Rejected(fault.ToString());
        using var data = JsonDocument.Parse(opened.Data);
        return new(Bind<T>(data.RootElement), reply => MobileEnvelope.SealReply(_keys.Mobile, 0, CallbackAnswer.Message, true, reply, _time.GetUtcNow(), opened.Variant)) { WasSealed = true };
    }

    private CenterCallback<T> ReadClear<T>(JsonElement outer)
        where T : Contract
    {
        if (!_options.AllowClearCallbacks) throw Rejected("clear, and AllowClearCallbacks is off");
        var message = outer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : outer;
        return new(Bind<T>(message), CallbackAnswer.Clear) { WasSealed = false };
    }

    private static T Bind<T>(JsonElement message)
        where T : Contract
    {
        var problems = CatalogueCheck.Check(Catalogue.For<T>(), message).Where(problem => !problem.IsWarning).Select(problem => $"{problem.Path} {problem.Rule}").ToList();
        return problems.Count == 0 ? MobileJson.Read<T>(message) : throw Rejected(string.Join(", ", problems));
    }

    private static YbPayException Rejected(string why) => new($"回调报文未通过校验（{why}）");
}

/// <summary>The clear form of the answer, as the document's examples print it.</summary>
internal static class CallbackAnswer
{
    public const string Message = "接口调用成功";

    public static byte[] Clear(byte[] reply) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["code"] = "0", ["msg"] = Message, ["data"] = JsonNode.Parse(reply) });
}
