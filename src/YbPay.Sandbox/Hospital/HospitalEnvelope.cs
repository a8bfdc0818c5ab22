using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Sandbox.Hospital;

/// <summary>A callback whose envelope was accepted.</summary>
/// <param name="Clear">The message, UTF-8 JSON.</param>
/// <param name="Sealed">Null when it came clear; otherwise how the answer is to be sealed.</param>
internal sealed record OpenedCallback(byte[] Clear, JsonObject Message, CanonicalVariant? Sealed)
{
    /// <summary>The order that the callback is about; null when it names none.</summary>
    public string? PayOrdId => Message["payOrdId"] is JsonValue value && value.TryGetValue(out string? id) ? id : null;
}

/// <summary>One hospital's side of the callback envelope: sealed or clear, as that hospital chose (document 6302, note 2).</summary>
internal sealed class HospitalEnvelope(HospitalPartner partner, string centerPublicKey, IFreshness freshness, TimeProvider time) : IDisposable
{
    private readonly MobileKeys _keys = new(partner.AppId, partner.AppSecret, Sm2PrivateKey.Parse(partner.PrivateKey), Sm2PublicKey.Parse(centerPublicKey));

    public string OrgCodg => partner.OrgCodg;

    public string Name => partner.Name;

    /// <summary>Null when the callback is not the centre's, or not in the form that the hospital asked for; <paramref name="why"/> is for the log.</summary>
    public OpenedCallback? Open(byte[] body, out string why)
    {
        why = "";
        if (Parse(body) is not { } outer)
        {
            why = "not a JSON object";
            return null;
        }

        if (outer.ContainsKey("signData") || outer.ContainsKey("encData")) return OpenSealed(body, out why);
        if (partner.Sealed)
        {
            why = "clear, though this hospital asked for sealed callbacks";
            return null;
        }

        var message = outer["data"] as JsonObject ?? outer;
        return new(JsonSerializer.SerializeToUtf8Bytes(message), message, null);
    }

    /// <summary>The answer in the form of the document's examples; sealed when the callback was, or should have been.</summary>
    public byte[] Answer(OpenedCallback? callback, bool success, string message)
    {
        return Answer(callback, new JsonObject { ["success"] = success, ["message"] = message });
    }

    /// <summary>As above, with another business answer.</summary>
    public byte[] Answer(OpenedCallback? callback, JsonObject answer)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(answer);
        var seal = callback is null && partner.Sealed ? CanonicalVariant.Default : callback?.Sealed;
        if (seal is { } variant) return MobileEnvelope.SealReply(_keys, 0, "接口调用成功", true, data, time.GetUtcNow(), variant);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["code"] = "0", ["msg"] = "接口调用成功", ["data"] = JsonNode.Parse(data) });
    }

    /// <summary>The clear text of what a browser brought (document 6204); null when it was not encrypted for this hospital.</summary>
    public byte[]? Decrypt(string appId, string encData) => appId == partner.AppId && encData.Length is > 0 and <= 4096 ? _keys.DecryptHex(encData) : null;

    private OpenedCallback? OpenSealed(byte[] body, out string why)
    {
        var fault = MobileEnvelope.Open(_keys, body, freshness, variant: null, out var opened);
        why = fault.ToString();
        if (fault != EnvelopeFault.None || opened is null) return null;
        return Parse(opened.Data) is { } message ? new(opened.Data, message, opened.Variant) : null;
    }

    private static JsonObject? Parse(byte[] text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _keys.Dispose();
}
