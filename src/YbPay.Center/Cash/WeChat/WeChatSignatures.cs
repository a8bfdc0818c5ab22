using System.Globalization;
using System.Text;

namespace YbPay.Center.Cash.WeChat;

/// <summary>The texts that are signed, and the header that carries a signature. Pure.</summary>
internal static class WeChatSignatures
{
    /// <summary>A request: method, path with query, time in seconds, nonce, body, each ended by a line feed.</summary>
    public static byte[] RequestText(string method, string pathAndQuery, long timestamp, string nonce, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{method}\n{pathAndQuery}\n{timestamp}\n{nonce}\n")), .. body, (byte)'\n'];

    /// <summary>A reply or a callback: time, nonce, body.</summary>
    public static byte[] ReplyText(string timestamp, string nonce, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n"), .. body, (byte)'\n'];

    /// <summary>What the pay dialog is opened with: app, time, nonce, <c>prepay_id=...</c>.</summary>
    public static byte[] DialogText(string appId, string timestamp, string nonce, string prepayId) => Encoding.UTF8.GetBytes($"{appId}\n{timestamp}\n{nonce}\nprepay_id={prepayId}\n");

    /// <summary>The request header: scheme, merchant, nonce, Base64 of the signature, time, serial of the merchant certificate.</summary>
    public static string Authorization(string scheme, string mchId, string serialNo, string nonce, long timestamp, byte[] signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"{scheme} mchid=\"{mchId}\",nonce_str=\"{nonce}\",signature=\"{Convert.ToBase64String(signature)}\",timestamp=\"{timestamp}\",serial_no=\"{serialNo}\"");
}
