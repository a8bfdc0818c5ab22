using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using YbPay.Center.Cash.WeChat;
using YbPay.Cryptography;
using YbPay.Sandbox.Tests;

namespace YbPay.Channels.Tests;

/// <summary>How the local WeChat misbehaves.</summary>
internal enum Trouble
{
    None,
    Forged,
    Stale,
    UnknownSerial,
    Silent,
    Broken,

    /// <summary>Does what was asked, then cuts the connection.</summary>
    Lost,

    /// <summary>Does what was asked, announces a whole body and sends half of it.</summary>
    Truncated,
}

/// <summary>WeChat Pay as far as the channel uses it: checks every request's signature, keeps orders and refunds, signs its replies.</summary>
internal sealed class WeChatServer : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789ABCDEF";
    public const string AppSecret = "the app's own secret";
    private readonly RSA _merchantRsa = RSA.Create(2048), _ownRsa = RSA.Create(2048);
    private readonly Sm2PrivateKey _merchantSm2 = Sm2PrivateKey.Generate(), _ownSm2 = Sm2PrivateKey.Generate();
    private readonly ConcurrentDictionary<string, JsonObject> _orders = new(), _refunds = new();
    private readonly ConcurrentDictionary<string, byte> _nonces = new();
    private readonly WeChatAlgorithm _algorithm;
    private LocalServer _server = null!;
    private int _codeUsed;

    private WeChatServer(WeChatAlgorithm algorithm) => _algorithm = algorithm;

    public Trouble Trouble { get; set; }

    public int Rejected { get; private set; }

    public WeChatOptions Options { get; private set; } = null!;

    public MedInsDesk MedIns { get; private set; } = null!;

    /// <summary>What becomes of a bill between its digest and its download.</summary>
    public Func<byte[], byte[]> OnBillFile { get; set; } = file => file;

    /// <summary>How refunds that are made from now on stand: SUCCESS, PROCESSING, CLOSED, ABNORMAL.</summary>
    public string RefundStatus { get; set; } = "SUCCESS";

    /// <summary>A refund that is sent again is refused instead of answered as the first time.</summary>
    public bool RefuseCopies { get; set; }

    public static async Task<WeChatServer> StartAsync(WeChatAlgorithm algorithm)
    {
        var server = new WeChatServer(algorithm);
        server._server = await LocalServer.StartAsync(_ => { }, app => app.Run(server.HandleAsync));
        var sm2 = algorithm == WeChatAlgorithm.Sm2;
        server.MedIns = new(server.Unseal, server._orders);
        server.Options = new()
        {
            BaseUrl = server._server.Address.ToString(), AppId = "wxtest", MchId = "1900000000", SerialNo = "MERCHANT1", Algorithm = algorithm, ApiV3Secret = Secret,
            PrivateKey = sm2 ? server._merchantSm2.ExportBase64() : server._merchantRsa.ExportPkcs8PrivateKeyPem(), NotifyUrl = "https://center.example/wx", CallbackUrl = "https://center.example/mix", Timeout = TimeSpan.FromSeconds(2),
            PlatformKeys = { ["PLATFORM1"] = sm2 ? server._ownSm2.PublicKey.ExportBase64() : server._ownRsa.ExportSubjectPublicKeyInfoPem() },
        };
        return server;
    }

    /// <summary>trade_state; null for a number that nobody brought.</summary>
    public string? StateOf(string outTradeNo) => _orders.TryGetValue(outTradeNo, out var order) ? (string?)order["trade_state"] : null;

    public void Pay(string outTradeNo)
    {
        _orders[outTradeNo]["trade_state"] = "SUCCESS";
        _orders[outTradeNo]["transaction_id"] = "42" + outTradeNo;
        _orders[outTradeNo]["success_time"] = "2026-01-02T03:04:05+08:00";
    }

    public Dictionary<string, string> Sign(byte[] body)
    {
        var (stamp, nonce) = (DateTimeOffset.UtcNow.AddMinutes(Trouble == Trouble.Stale ? -6 : 0).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32));
        var text = Encoding.UTF8.GetBytes($"{stamp}\n{nonce}\n{Encoding.UTF8.GetString(body)}\n");
        if (Trouble == Trouble.Forged) text[^2] ^= 1;
        var signature = _algorithm == WeChatAlgorithm.Rsa ? _ownRsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : Sm2Der.Signature(_ownSm2.Sign(text));
        return new()
        {
            ["Wechatpay-Timestamp"] = stamp, ["Wechatpay-Nonce"] = nonce, ["Wechatpay-Serial"] = Trouble == Trouble.UnknownSerial ? "OTHER" : "PLATFORM1",
            ["Wechatpay-Signature"] = Convert.ToBase64String(signature),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _merchantRsa.Dispose();
        _ownRsa.Dispose();
        _merchantSm2.Dispose();
        _ownSm2.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (Trouble == Trouble.Silent) await Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory);
        var body = memory.ToArray();
        var bill = Encoding.UTF8.GetBytes(Bill());
        if (http.Request.Path == "/sns/oauth2/access_token") await http.Response.WriteAsync(WhoIs(http.Request.Query));
        else if (!HeadersFit(http.Request)) (Rejected, http.Response.StatusCode) = (Rejected + 1, 400);
        else if (!IsSigned(http.Request, body)) (Rejected, http.Response.StatusCode) = (Rejected + 1, 401);
        else if (Trouble == Trouble.Broken) http.Response.StatusCode = 500;
        else if (http.Request.Path == "/billfile") await http.Response.Body.WriteAsync(OnBillFile(bill));
        else
        {
            var (status, reply) = Answer(http.Request, body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject(), bill);
            var bytes = reply is null ? [] : Encoding.UTF8.GetBytes(reply.ToJsonString());
            foreach (var (name, value) in Sign(bytes)) http.Response.Headers[name] = value;
            http.Response.StatusCode = status;
            if (Trouble == Trouble.Truncated) (http.Response.ContentLength, bytes) = (bytes.Length + 7, bytes[..(bytes.Length / 2)]);
            if (Trouble == Trouble.Lost) http.Abort();
            else if (bytes.Length > 0) await http.Response.Body.WriteAsync(bytes);
            if (Trouble == Trouble.Truncated)
            {
                await http.Response.Body.FlushAsync();
                http.Abort();
            }
        }
    }

    /// <summary>The login knows one code, once.</summary>
    private string WhoIs(IQueryCollection query) =>
        query["appid"] == "wxtest" && query["secret"] == AppSecret && query["grant_type"] == "authorization_code" && query["code"] == "THECODE" && Interlocked.Exchange(ref _codeUsed, 1) == 0
            ? """{"access_token":"T","openid":"oUser","scope":"snsapi_base"}"""
            : """{"errcode":40029,"errmsg":"invalid code"}""";

    /// <summary>Whether a page may open the pay dialog with this.</summary>
    public bool IsDialog(string timeStamp, string nonce, string package, string signature)
    {
        var text = Encoding.UTF8.GetBytes($"wxtest\n{timeStamp}\n{nonce}\n{package}\n");
        return _algorithm == WeChatAlgorithm.Rsa
            ? _merchantRsa.VerifyData(text, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : _merchantSm2.PublicKey.Verify(text, Convert.FromBase64String(signature)) == SignatureCheck.Valid;
    }

    private static bool HeadersFit(HttpRequest request) =>
        request.Headers.Accept == "application/json" && request.Headers.UserAgent.Count == 1 && request.Headers["Wechatpay-Serial"] == "PLATFORM1"
        && (HttpMethods.IsGet(request.Method) || request.ContentType == "application/json");

    /// <summary>What the merchant sealed for WeChat; null when WeChat cannot read it.</summary>
    private string? Unseal(string text)
    {
        var cipher = Convert.FromBase64String(text);
        if (_algorithm == WeChatAlgorithm.Rsa) return Encoding.UTF8.GetString(_ownRsa.Decrypt(cipher, RSAEncryptionPadding.OaepSHA1));
        var parts = new AsnReader(cipher, AsnEncodingRules.DER).ReadSequence();
        byte[] x = Number(parts), y = Number(parts), digest = parts.ReadOctetString(), body = parts.ReadOctetString();
        return _ownSm2.Decrypt([4, .. x, .. y, .. digest, .. body]) is { } clear ? Encoding.UTF8.GetString(clear) : null;

        static byte[] Number(AsnReader from) => from.ReadInteger().ToByteArray(isUnsigned: true, isBigEndian: true) is var number ? [.. new byte[32 - number.Length], .. number] : [];
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var scheme = _algorithm == WeChatAlgorithm.Rsa ? "WECHATPAY2-SHA256-RSA2048" : "WECHATPAY2-SM2-WITH-SM3";
        var match = Regex.Match(request.Headers.Authorization.ToString(), $"^{scheme} mchid=\"1900000000\",nonce_str=\"([0-9A-F]{{32}})\",signature=\"([A-Za-z0-9+/=]+)\",timestamp=\"([0-9]{{10}})\",serial_no=\"MERCHANT1\"$");
        if (!match.Success || !_nonces.TryAdd(match.Groups[1].Value, 0)) return false;
        byte[] text = [.. Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{match.Groups[3].Value}\n{match.Groups[1].Value}\n"), .. body, (byte)'\n'];
        var signature = Convert.FromBase64String(match.Groups[2].Value);
        return _algorithm == WeChatAlgorithm.Rsa
            ? _merchantRsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : signature[0] == 0x30 && _merchantSm2.PublicKey.Verify(text, signature) == SignatureCheck.Valid;
    }

#pragma warning disable CA5350 // WeChat names the digest of its bills.
    private (int Status, JsonObject? Reply) Answer(HttpRequest request, JsonObject body, byte[] bill)
    {
        var path = request.Path.Value!;
        if (path == "/v3/bill/tradebill") return (200, new() { ["hash_type"] = "SHA1", ["hash_value"] = Convert.ToHexStringLower(SHA1.HashData(bill)), ["download_url"] = new Uri(_server.Address, "/billfile?token=a%2Bb").AbsoluteUri });
        if (path == "/v3/pay/transactions/jsapi") return Create(body);
        if (path == "/v3/refund/domestic/refunds") return Refund(body);
        if (path.StartsWith("/v3/med-ins/", StringComparison.Ordinal)) return MedIns.Answer(request, body);
        var no = path.Split('/')[5];
        if (path.StartsWith("/v3/refund/", StringComparison.Ordinal)) return _refunds.TryGetValue(no, out var refund) ? (200, refund) : (404, new() { ["code"] = "RESOURCE_NOT_EXISTS" });
        if (!_orders.TryGetValue(no, out var order)) return (404, new() { ["code"] = "ORDER_NOT_EXIST" });
        if (!path.EndsWith("/close", StringComparison.Ordinal)) return request.QueryString.Value == "?mchid=1900000000" ? (200, order) : (400, new() { ["code"] = "PARAM_ERROR" });
        if ((string)order["trade_state"]! == "SUCCESS") return (400, new() { ["code"] = "ORDER_PAID" });
        order["trade_state"] = "CLOSED";
        return (204, null);
    }
#pragma warning restore CA5350

    private (int Status, JsonObject? Reply) Create(JsonObject body)
    {
        if ((string?)body["payer"]?["openid"] != "oUser" || (string?)body["appid"] != "wxtest" || (long?)body["amount"]?["total"] is not > 0) return (400, new() { ["code"] = "PARAM_ERROR" });
        var no = (string)body["out_trade_no"]!;
        var order = _orders.GetOrAdd(no, _ => new() { ["out_trade_no"] = no, ["mchid"] = "1900000000", ["trade_state"] = "NOTPAY", ["amount"] = new JsonObject { ["total"] = (long)body["amount"]!["total"]! } });
        if ((long)order["amount"]!["total"]! != (long)body["amount"]!["total"]!) return (403, new() { ["code"] = "OUT_TRADE_NO_USED" });
        return (string)order["trade_state"]! switch
        {
            "SUCCESS" => (400, new() { ["code"] = "ORDERPAID" }),
            "CLOSED" => (400, new() { ["code"] = "ORDER_CLOSED" }),
            _ => (200, new() { ["prepay_id"] = "wx" + no }),
        };
    }

    /// <summary>A refund that was on its way has ended.</summary>
    public void EndRefund(string outRefundNo, string status) => _refunds[outRefundNo]["status"] = status;

    private (int Status, JsonObject? Reply) Refund(JsonObject body)
    {
        if ((string?)body["notify_url"] != Options.NotifyUrl || (string?)body["amount"]?["currency"] != "CNY") return (400, new() { ["code"] = "PARAM_ERROR" });
        var (no, of, amount) = ((string)body["out_refund_no"]!, (string)body["out_trade_no"]!, (long)body["amount"]!["refund"]!);
        if (RefuseCopies && _refunds.ContainsKey(no)) return (403, new() { ["code"] = "INVALID_REQUEST" });
        var back = _refunds.Where(known => known.Key != no && (string)known.Value["out_trade_no"]! == of).Sum(known => (long)known.Value["amount"]!["refund"]!);
        if ((long)_orders[of]["amount"]!["total"]! != (long)body["amount"]!["total"]! || amount + back > (long)body["amount"]!["total"]!) return (403, new() { ["code"] = "NOT_ENOUGH" });
        return (200, _refunds.GetOrAdd(no, _ => new() { ["out_refund_no"] = no, ["out_trade_no"] = of, ["refund_id"] = "50" + no, ["status"] = RefundStatus, ["amount"] = new JsonObject { ["refund"] = amount } }));
    }

    private string Bill()
    {
        static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        var paid = _orders.Where(order => order.Value["transaction_id"] is not null).ToList();
        var text = new StringBuilder("\uFEFF交易时间,商户订单号,交易状态,商户退款单号,订单金额,申请退款金额\r\n");
        foreach (var (no, order) in paid) text.Append(CultureInfo.InvariantCulture, $"`2026-01-02 03:04:05,`{no},`SUCCESS,`0,`{Yuan((long)order["amount"]!["total"]!)},`0.00\r\n");
        foreach (var (no, refund) in _refunds) text.Append(CultureInfo.InvariantCulture, $"`2026-01-02 04:04:05,`{(string)refund["out_trade_no"]!},`REFUND,`{no},`0.00,`{Yuan((long)refund["amount"]!["refund"]!)}\r\n");
        text.Append("总交易单数,订单总金额,申请退款总金额\r\n");
        return text.Append(CultureInfo.InvariantCulture, $"`{paid.Count},`{Yuan(paid.Sum(o => (long)o.Value["amount"]!["total"]!))},`{Yuan(_refunds.Sum(r => (long)r.Value["amount"]!["refund"]!))}\r\n").ToString();
    }
}
