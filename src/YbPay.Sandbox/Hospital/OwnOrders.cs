using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using YbPay.Engine.Money;
using YbPay.Sandbox.Faults;
using YbPay.Storage;

namespace YbPay.Sandbox.Hospital;

/// <summary>
/// What a hospital does that takes the cash part itself (6204): its own order at WeChat or Alipay, made from what the patient's
/// browser brings, and what it answers when the centre asks about it, has it closed, or has money given back.
/// </summary>
internal sealed class OwnOrders(HospitalDatabase database, Bank.BankNumbers numbers, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The hospital's own order for what table 13 says is left: own payment less deposit; one for each number of a payment in extData. Null for what was not made by the centre.</summary>
    public async Task<OwnOrderRow?> EnterAsync(HospitalEnvelope envelope, IQueryCollection query, CancellationToken cancel)
    {
        var chnlType = query["chnlType"].ToString();
        if (chnlType is not ("WX" or "ALI") || Clear(envelope, query) is not { } order) return null;
        if (Text(order, "payOrdId") is not { Length: > 0 } payOrdId || Yuan(order, "ownPayAmt") is not { } own) return null;
        if (order["extData"] is not JsonObject extension || Text(extension, "outTradeNo") is not { Length: > 0 } outTradeNo) return null;
        var due = own - (Yuan(order, "deposit") ?? Fen.Zero);
        if (due <= Fen.Zero) return null;
        return await database.Opened.WriteAsync(async session =>
        {
            await OwnOrderTable.InsertAsync(session, envelope.OrgCodg, payOrdId, outTradeNo, numbers.Next('H'), chnlType, due.Value, OwnOrderTable.Wait, Now);
            return await OwnOrderTable.FindAsync(session, envelope.OrgCodg, payOrdId, outTradeNo);
        }, cancel);
    }

    public Task<OwnOrderRow?> FindAsync(string orgCodg, string ownNo, CancellationToken cancel) =>
        database.Opened.ReadAsync(session => OwnOrderTable.FindByNumberAsync(session, orgCodg, ownNo), cancel);

    /// <summary>The patient pays; nothing happens when the order no longer waits.</summary>
    public Task<bool> PayAsync(string orgCodg, string ownNo, CancellationToken cancel) =>
        database.Opened.WriteAsync(session => OwnOrderTable.PayAsync(session, orgCodg, ownNo, Now), cancel);

    /// <summary>The answer to <c>6204/query</c>, <c>/close</c> or <c>/refund</c>; null when the question cannot be read.</summary>
    public async Task<JsonObject?> AnswerAsync(string orgCodg, string what, JsonObject question, bool refuse, CancellationToken cancel)
    {
        if (Text(question, "payOrdId") is not { Length: > 0 } payOrdId || Text(question, "outTradeNo") is not { } outTradeNo || Yuan(question, "amount") is not { } amount) return null;
        if (what == "refund") return Text(question, "outRefundNo") is { Length: > 0 } no ? await RefundAsync(orgCodg, payOrdId, outTradeNo, no, amount, refuse, cancel) : null;
        var order = await database.Opened.WriteAsync(async session =>
        {
            if (what == "close") await CloseAsync(session, orgCodg, payOrdId, outTradeNo, Text(question, "chnlType") ?? "WX", amount);
            return await OwnOrderTable.FindAsync(session, orgCodg, payOrdId, outTradeNo);
        }, cancel);
        return new JsonObject
        {
            ["payOrdId"] = payOrdId, ["outTradeNo"] = outTradeNo, ["state"] = order?.Status ?? "NONE", ["tradeNo"] = order?.OwnNo,
            ["amount"] = order is null ? null : Decimal(order.Amount),
        };
    }

    /// <summary>What was never begun is closed too: the patient may still stand before the page.</summary>
    private async Task CloseAsync(DbSession session, string orgCodg, string payOrdId, string outTradeNo, string chnlType, Fen amount)
    {
        await OwnOrderTable.InsertAsync(session, orgCodg, payOrdId, outTradeNo, numbers.Next('H'), chnlType, amount.Value, OwnOrderTable.Closed, Now);
        await OwnOrderTable.CloseAsync(session, orgCodg, payOrdId, outTradeNo);
    }

    private async Task<JsonObject> RefundAsync(string orgCodg, string payOrdId, string outTradeNo, string outRefundNo, Fen amount, bool refuse, CancellationToken cancel)
    {
        var refund = await database.Opened.WriteAsync(async session =>
        {
            if (await OwnOrderTable.InsertRefundAsync(session, orgCodg, outRefundNo, numbers.Next('R'), payOrdId, amount.Value, Now)
                && (refuse || !await OwnOrderTable.GiveBackAsync(session, orgCodg, payOrdId, outTradeNo, amount.Value)))
                await OwnOrderTable.RefuseRefundAsync(session, orgCodg, outRefundNo);
            return (await OwnOrderTable.FindRefundAsync(session, orgCodg, outRefundNo))!;
        }, cancel);
        var same = refund.PayOrdId == payOrdId && refund.Amount == amount.Value;
        return new JsonObject { ["outRefundNo"] = outRefundNo, ["refundNo"] = refund.RefundNo, ["state"] = same ? refund.Status : "REFUSED" };
    }

    private static JsonObject? Clear(HospitalEnvelope envelope, IQueryCollection query)
    {
        if (envelope.Decrypt(query["mpcAppId"].ToString(), query["encData"].ToString()) is not { } clear) return null;
        try
        {
            return JsonNode.Parse(clear) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // decrypts to something, but not to the centre's JSON
        }
    }

    private static string? Text(JsonObject message, string name) => message[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static Fen? Yuan(JsonObject message, string name) =>
        message[name] is JsonValue value && decimal.TryParse(value.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? Fen.FromYuan(yuan) : null;

    private static JsonNode Decimal(long fen) => JsonValue.Create(new Fen(fen).ToYuan());
}
