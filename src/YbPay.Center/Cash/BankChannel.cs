using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Cryptography;
using YbPay.Engine.Money;
using YbPay.Protocol;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash;

/// <summary>
/// A bank that speaks JSON over HTTP, amounts in fen, each request signed with HMAC-SM3 over method, path and body.
/// </summary>
internal sealed class BankChannel : ICashChannel, IDisposable
{
    public const string SignatureHeader = "X-Bank-Signature";

    private readonly HttpClient _http;
    private readonly HmacSm3 _mac;
    private readonly BankOptions _options;

    public BankChannel(CenterOptions options)
    {
        _options = options.Bank;
        _http = OutgoingHttp.Client(_options.BaseUrl, _options.Timeout);
        _mac = new HmacSm3(Encoding.UTF8.GetBytes(_options.Secret));
    }

    /// <summary>The bank's reply to a creation names neither our number nor the amount: they are the order's.</summary>
    public async Task<Answer<ChannelPayment>> CreateAsync(ChannelOrder order, CancellationToken cancel)
    {
        var notifyUrl = $"{_options.NotifyBase.TrimEnd('/')}/callbacks/bank";
        var body = new BankPaymentRequest(order.OutTradeNo, order.PayOrdId, order.Amount.Value, order.Subject, order.ExpiresAt.ToUnixTimeMilliseconds(), notifyUrl, order.ReturnUrl);
        var answer = await PaymentAsync(HttpMethod.Post, "/bank/payments", JsonSerializer.SerializeToUtf8Bytes(body, BankJson.Default.BankPaymentRequest), cancel);
        return answer.Select(payment => payment with { OutTradeNo = order.OutTradeNo, Amount = order.Amount });
    }

    public Task<Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel) =>
        PaymentAsync(HttpMethod.Get, $"/bank/payments/{Uri.EscapeDataString(outTradeNo)}", [], cancel);

    public Task<Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel) =>
        PaymentAsync(HttpMethod.Post, $"/bank/payments/{Uri.EscapeDataString(outTradeNo)}/close", [], cancel);

    public async Task<Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Fen amount, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new BankRefundRequest(outRefundNo, outTradeNo, amount.Value, "医保订单退费"), BankJson.Default.BankRefundRequest);
        return await RefundOf(await SendAsync(HttpMethod.Post, "/bank/refunds", body, cancel), outRefundNo).UnlessRecordedAsync(() => QueryRefundAsync(outRefundNo, cancel));
    }

    private async Task<Answer<ChannelRefund>> QueryRefundAsync(string outRefundNo, CancellationToken cancel) =>
        RefundOf(await SendAsync(HttpMethod.Get, $"/bank/refunds/{Uri.EscapeDataString(outRefundNo)}", [], cancel), outRefundNo);

    public async Task<Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel)
    {
        var answer = await SendAsync(HttpMethod.Get, $"/bank/statement?date={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", [], cancel);
        return Read(answer, BankJson.Default.BankStatement).Select<IReadOnlyList<ChannelStatementLine>>(statement =>
        [
            .. statement.Rows.Select(row => new ChannelStatementLine(row.OutNo, row.OutTradeNo, new Fen(row.Amount))),
        ]);
    }

    /// <summary>Whether a report really comes from the bank.</summary>
    public bool IsSignedByBank(string method, string path, ReadOnlySpan<byte> body, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(method, path, body)), Encoding.ASCII.GetBytes(signature));

    public void Dispose()
    {
        _http.Dispose();
        _mac.Dispose();
    }

    private static Answer<ChannelRefund> RefundOf(Answer<(HttpStatusCode Status, byte[] Body)> answer, string outRefundNo) => Read(answer, BankJson.Default.BankRefundReply) switch
    {
        Answer<BankRefundReply>.Given { Value: { Status: "DONE", RefundNo: { } no } } => new Answer<ChannelRefund>.Given(new ChannelRefund(outRefundNo, no)),
        Answer<BankRefundReply>.Given { Value.Status: "REFUSED" } => new Answer<ChannelRefund>.Refused("REFUSED", "渠道拒绝退款"),
        Answer<BankRefundReply>.Given => new Answer<ChannelRefund>.Unknown("an answer that is none"),
        var other => other.Select<ChannelRefund>(_ => throw new System.Diagnostics.UnreachableException()),
    };

    private async Task<Answer<ChannelPayment>> PaymentAsync(HttpMethod method, string path, byte[] body, CancellationToken cancel)
    {
        var answer = Read(await SendAsync(method, path, body, cancel), BankJson.Default.BankPayment);
        return answer is Answer<BankPayment>.Given { Value: { TradeNo: null } or { Status: null } }
            ? new Answer<ChannelPayment>.Unknown("an answer that is none")
            : answer.Select(p => new ChannelPayment(
                p.OutTradeNo ?? "", p.TradeNo!, new Fen(p.Amount), StateOf(p.Status!),
                p.PaidAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, p.PayUrl));
    }

    private static ChannelPaymentState StateOf(string status) => status switch
    {
        "PAID" => ChannelPaymentState.Paid,
        "DECLINED" => ChannelPaymentState.Declined,
        "CLOSED" => ChannelPaymentState.Closed,
        _ => ChannelPaymentState.Waiting,
    };

    private Task<Answer<(HttpStatusCode Status, byte[] Body)>> SendAsync(HttpMethod method, string path, byte[] body, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(method, path.TrimStart('/'));
        request.Headers.Add("X-Bank-Merchant", _options.Merchant);
        request.Headers.Add(SignatureHeader, Sign(method.Method, path.Split('?')[0], body));
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        return OutgoingHttp.SendAsync(_http, request, cancel);
    }

    private string Sign(string method, string path, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(_mac.Compute([.. Encoding.UTF8.GetBytes($"{method}\n{path}\n"), .. body]));

    /// <summary>2xx is an answer; 409 with a body is one too (a paid payment cannot be closed); other 4xx are refusals.</summary>
    private static Answer<T> Read<T>(Answer<(HttpStatusCode Status, byte[] Body)> answer, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        if (answer is not Answer<(HttpStatusCode Status, byte[] Body)>.Given { Value: var (status, body) })
            return answer.Select<T>(_ => throw new System.Diagnostics.UnreachableException());
        try
        {
            if ((int)status is >= 200 and < 300 || (status == HttpStatusCode.Conflict && type.Type == typeof(BankPayment) && Encoding.UTF8.GetString(body).Contains("\"PAID\"", StringComparison.Ordinal)))
                return JsonSerializer.Deserialize(body, type) is { } value ? new Answer<T>.Given(value) : new Answer<T>.Unknown("an empty answer");
        }
        catch (JsonException)
        {
            return new Answer<T>.Unknown("an answer that is no JSON");
        }

        return status == HttpStatusCode.NotFound
            ? new Answer<T>.Refused("NOT_FOUND", "渠道无此交易")
            : new Answer<T>.Refused(((int)status).ToString(CultureInfo.InvariantCulture), "渠道拒绝");
    }
}

internal sealed record BankPaymentRequest(string OutTradeNo, string PayOrdId, long Amount, string Subject, long ExpireAt, string NotifyUrl, string? ReturnUrl);

internal sealed record BankPayment(string? OutTradeNo, string? TradeNo, string? PayOrdId, long Amount, string? Status, long? PaidAt, string? PayUrl);

internal sealed record BankRefundRequest(string OutRefundNo, string OutTradeNo, long Amount, string Reason);

internal sealed record BankRefundReply(string? RefundNo, string? Status);

internal sealed record BankStatementRow(string OutNo, string OutTradeNo, long Amount);

internal sealed record BankStatement(IReadOnlyList<BankStatementRow> Rows);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BankPaymentRequest))]
[JsonSerializable(typeof(BankPayment))]
[JsonSerializable(typeof(BankRefundRequest))]
[JsonSerializable(typeof(BankRefundReply))]
[JsonSerializable(typeof(BankStatement))]
internal sealed partial class BankJson : JsonSerializerContext;
