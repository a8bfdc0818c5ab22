using System.Globalization;

namespace YbPay.Center.Cash.WeChat;

/// <summary>
/// What a page inside WeChat opens the pay dialog with: getBrandWCPayRequest for cash alone, requestMedicalInsurancePay where
/// <paramref name="MixTradeNo"/> is given. That number is not signed; an order without cash needs nothing else.
/// </summary>
internal sealed record WeChatDialog(string AppId, string TimeStamp, string NonceStr, string Package, string SignType, string PaySign, string? MixTradeNo)
{
    public static WeChatDialog Of(WeChatKeys keys, string appId, string prepayId, string nonce, DateTimeOffset now, string? mixTradeNo = null)
    {
        var stamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(appId, stamp, nonce, $"prepay_id={prepayId}", keys.DialogSignType, Convert.ToBase64String(keys.Sign(WeChatSignatures.DialogText(appId, stamp, nonce, prepayId))), mixTradeNo);
    }
}
