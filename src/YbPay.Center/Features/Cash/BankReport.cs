using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Center.Cash;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;

namespace YbPay.Center.Features.Cash;

/// <summary>
/// The bank's report of a payment. A signed report is a hint, not the truth: the channel is asked before anything is booked,
/// so that a report caught and sent again, or made up by someone who knows the key, moves no money.
/// </summary>
internal sealed class BankReport(CenterBooks books, BankChannel channel, CashCollection cash)
{
    public const string Path = "/callbacks/bank";
    private const int Largest = 16 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var body = await BodyReader.ReadAsync(http.Request, Largest, http.RequestAborted);
        var signature = http.Request.Headers[BankChannel.SignatureHeader].ToString();
        if (body is null || !channel.IsSignedByBank(HttpMethods.Post, Path, body, signature) || OutTradeNoOf(body) is not { } reported)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var order = await books.FindOrderAsync(reported.PayOrdId);
        if (order is not null && order.CashLeg == reported.OutTradeNo
            && await channel.QueryAsync(reported.OutTradeNo, CancellationToken.None) is Outside.Answer<ChannelPayment>.Given answer)
            await cash.RecordAsync(order, answer.Value);
        http.Response.StatusCode = StatusCodes.Status200OK;
        await http.Response.WriteAsync("""{"code":"SUCCESS"}""", http.RequestAborted);
    }

    private static (string OutTradeNo, string PayOrdId)? OutTradeNoOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BankJson.Default.BankPayment) is { OutTradeNo: { } no, PayOrdId: { } order } ? (no, order) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
