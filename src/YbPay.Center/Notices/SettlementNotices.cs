using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using YbPay.Center.Orders;
using YbPay.Center.Outside;
using YbPay.Center.Partners;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Orders;
using YbPay.Protocol.MobilePay;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Center.Notices;

/// <summary>6302: written into the outbox where the order became paid, delivered by <see cref="NoticeSender"/>.</summary>
internal sealed class SettlementNotices(CenterBooks books, Credentials credentials, OutboxSignal signal)
{
    public const string Topic = "6302";
    public const string Column = "notice";

    /// <summary>In the transaction that made the order paid.</summary>
    public Task EnqueueAsync(DbSession session, OrderRow order)
    {
        var notice = OrderView.Notice(order, books.InstitutionOf(order).OrgName, credentials.ReversalToken(order.PayOrdId, order.SettleLeg ?? ""));
        return OutboxStore.EnqueueAsync(
            session, $"{Topic}-{order.PayOrdId}-{order.SettleLeg}", Topic, order.PayOrdId, order.OrgCodg,
            books.Cipher.Seal(Column, MobileJson.Write(notice)), books.Now);
    }

    /// <summary>After the transaction: deliver now.</summary>
    public void Ring() => signal.Ring();
}

/// <summary>Delivers notices to hospitals, sealed or clear as each has registered, and books the hospital's confirmation.</summary>
internal sealed class NoticeSender(CenterBooks books, PartnerRegistry partners, IFreshness freshness, ILogger<NoticeSender> log) : IOutboxSender, IDisposable
{
    private readonly HttpClient _http = OutsideHttp.Client("http://registered.invalid", books.Options.NoticeTimeout);

    public async Task<(Delivery Outcome, string Note)> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        if (partners.OfInstitution(row.Receiver) is not var (partner, institution)) return (Delivery.Retry, "institution not registered");
        var data = books.Cipher.Open(SettlementNotices.Column, row.Body);
        var body = institution.SealedCallbacks ? MobileEnvelope.SealRequest(partner.Keys, data, books.Time, partner.Variant) : data;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{institution.CallbackBase.TrimEnd('/')}/{row.Topic}"))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        var answer = await OutsideHttp.SendAsync(_http, request, cancel);
        if (answer is not Answer<(HttpStatusCode Status, byte[] Body)>.Given { Value: var (status, reply) }) return (Delivery.Retry, answer.Note);
        if ((int)status is < 200 or > 299) return (Delivery.Retry, $"HTTP {(int)status}");
        if (!IsSuccess(reply, partner, row.Topic == SettlementNotices.Topic)) return (Delivery.Retry, "the hospital did not confirm");
        if (row.Topic == SettlementNotices.Topic) await ConfirmedAsync(row.OwnerId);
        return (Delivery.Delivered, "confirmed");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A sealed reply is opened and must verify; a clear one is read as printed (table 277 and its example). 6204 prints no output: code 0 is enough there.</summary>
    private bool IsSuccess(byte[] reply, Partner partner, bool needsWord)
    {
        try
        {
            using var outer = JsonDocument.Parse(reply);
            if (outer.RootElement.ValueKind != JsonValueKind.Object) return false;
            if (!outer.RootElement.TryGetProperty("encData", out _)) return Says(outer.RootElement, "data", needsWord);
            if (MobileEnvelope.Open(partner.Keys, reply, freshness, partner.Replies, out var opened, out _) != EnvelopeFault.None || opened!.Code is not (null or "0")) return false;
            if (opened.Data.Length == 0) return !needsWord;
            using var inner = JsonDocument.Parse(opened.Data);
            return Says(inner.RootElement, null, needsWord);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Says(JsonElement reply, string? node, bool needsWord)
    {
        if (reply.TryGetProperty("code", out var code) && code.ToString() != "0") return false;
        var data = node is not null && reply.TryGetProperty(node, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : reply;
        return data.TryGetProperty("success", out var success) ? success.ValueKind == JsonValueKind.True || success.ToString() == "true" : !needsWord;
    }

    /// <summary>4 or 3 -> 5 -> 6 (ruling C8). An order that was refunded meanwhile stays what it is.</summary>
    private Task ConfirmedAsync(string payOrdId) => books.Database.WriteAsync(async session =>
    {
        var order = (await OrderStore.FindAsync(session, payOrdId))!;
        if (await OrderStore.MoveAsync(session, order, OrderEvent.HospitalConfirmed, books.Now, order.OrgCodg, "settlement notice confirmed") is not { } settled)
        {
            log.LogInformation("{PayOrdId}: confirmed in state {State}", payOrdId, order.State);
            return;
        }

        await OrderStore.MoveAsync(session, order.After(settled), OrderEvent.OrderCompleted, books.Now, "center", "complete");
    });
}
