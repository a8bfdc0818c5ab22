using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using YbPay.Contracts;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client;

/// <summary>Seals, sends, opens, checks, binds.</summary>
internal sealed class YbPayClient(IHttpClientFactory clients, PartnerKeys keys, IOptions<YbPayOptions> options, TimeProvider time) : IYbPayClient
{
    private readonly CenterConnection _connection = new(clients, options.Value, time);
    private readonly IFreshness _freshness = PartnerKeys.Freshness(options.Value, time);

    public Task<DecodeQrCodeReply> DecodeQrCodeAsync(DecodeQrCodeRequest request, CancellationToken cancel) =>
        CallAsync<DecodeQrCodeRequest, DecodeQrCodeReply>("ec_query", request, cancel);

    public Task<UploadFeesReply> UploadFeesAsync(UploadFeesRequest request, CancellationToken cancel) =>
        CallAsync<UploadFeesRequest, UploadFeesReply>("uldFeeInfo", request, cancel);

    public async Task<PlacePaymentReply> PlacePaymentAsync(PlacePaymentRequest request, CancellationToken cancel)
    {
        var reply = await CallAsync<PlacePaymentRequest, PlacePaymentReply>("pay_order", request, cancel).ConfigureAwait(false);
        return reply.PayOrdId == request.PayOrdId ? reply : throw OtherOrder();
    }

    public Task<RefundReply> RefundAsync(RefundRequest request, CancellationToken cancel) =>
        CallAsync<RefundRequest, RefundReply>("refund_Order", request, cancel);

    public Task<PayByBankCardReply> PayByBankCardAsync(PayByBankCardRequest request, CancellationToken cancel) =>
        CallAsync<PayByBankCardRequest, PayByBankCardReply>("medBankPay", request, cancel);

    public async Task<QueryOrderReply> QueryOrderAsync(QueryOrderRequest request, CancellationToken cancel)
    {
        var reply = await CallAsync<QueryOrderRequest, QueryOrderReply>("query_order_info", request, cancel).ConfigureAwait(false);
        return reply.PayOrdId == request.PayOrdId ? reply : throw OtherOrder();
    }

    public Task<RevokeReply> RevokeAsync(RevokeRequest request, CancellationToken cancel) =>
        CallAsync<RevokeRequest, RevokeReply>("revoke_order", request, cancel);

    private async Task<TReply> CallAsync<TRequest, TReply>(string path, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract
    {
        ArgumentNullException.ThrowIfNull(request);
        var envelope = MobileEnvelope.SealRequest(keys.Mobile, MobileJson.Write(request), time.GetUtcNow(), options.Value.Variant);
        var answer = await _connection.PostAsync(path, envelope, cancel).ConfigureAwait(false);

        var fault = MobileEnvelope.Open(keys.Mobile, answer.Body, _freshness, new OpenOptions { Direction = EnvelopeDirection.Reply }, out var opened, out _);
        if (fault != EnvelopeFault.None || opened is null) throw YbPayException.Untrusted($"信封未通过校验（{fault}）", answer.TraceId);
        if (!int.TryParse(opened.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw YbPayException.Untrusted("没有应答码", answer.TraceId);
        if (code != 0 || opened.Success == false) throw YbPayException.Refused(code, opened.Message, answer.TraceId);
        return Bind<TReply>(opened.Data, answer.TraceId);
    }

    /// <summary>The catalogue's check names every problem; an answer with a problem proves nothing about the effect.</summary>
    private static TReply Bind<TReply>(byte[] data, string? traceId)
    {
        try
        {
            using var document = JsonDocument.Parse(data.Length == 0 ? "{}"u8.ToArray() : data);
            var problems = CatalogueCheck.Check(Catalogue.For<TReply>(), document.RootElement).Where(problem => !problem.IsWarning).Select(problem => $"{problem.Path} {problem.Rule}").ToList();
            return problems.Count == 0
                ? MobileJson.Read<TReply>(document.RootElement)
                : throw YbPayException.Untrusted($"业务数据不符合接口规范（{string.Join("、", problems)}）", traceId);
        }
        catch (JsonException)
        {
            throw YbPayException.Untrusted("业务数据不是所要求的 JSON", traceId);
        }
    }

    private static YbPayException OtherOrder() => YbPayException.Untrusted("应答属于另一订单", null);
}
