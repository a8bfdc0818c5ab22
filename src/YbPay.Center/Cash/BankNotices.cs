using System.Text.Json;

namespace YbPay.Center.Cash;

/// <summary>The bank's report of a payment, signed over its address and body.</summary>
internal sealed class BankNotices(BankChannel channel) : IChannelNotices
{
    public string Name => "bank";

    public string Thanks => """{"code":"SUCCESS"}""";

    public string? NumberIn(Func<string, string?> header, byte[] body)
    {
        if (!channel.IsSignedByBank("POST", "/callbacks/bank", body, header(BankChannel.SignatureHeader) ?? "")) return null;
        try
        {
            return JsonSerializer.Deserialize(body, BankJson.Default.BankPayment)?.OutTradeNo;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
