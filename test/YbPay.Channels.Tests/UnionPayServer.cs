using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using YbPay.Center.Cash.UnionPay;
using YbPay.Sandbox.Tests;

namespace YbPay.Channels.Tests;

/// <summary>A bank behind UnionPay's gateway: checks every request's signature and fields, keeps payments and refunds, signs its replies and notices.</summary>
internal sealed partial class UnionPayServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _known = new();
    private LocalServer _server = null!;

    private UnionPayServer(UnionPayAlgorithm algorithm) => Identity = new(algorithm);

    public UnionPayIdentity Identity { get; }

    public Trouble Trouble { get; set; }

    public int Rejected { get; private set; }

    /// <summary>How often it was asked about a number.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new();

    /// <summary>origRespCode of refunds made from now on.</summary>
    public string RefundEnd { get; set; } = "00";

    public Func<string, string> OnFile { get; set; } = content => content;

    public UnionPayOptions Options { get; } = new()
    {
        MerId = "777290058110048", NotifyUrl = "http://127.0.0.1:9/callbacks/card", PublicBase = "https://center.example", Timeout = TimeSpan.FromSeconds(2),
    };

    public static async Task<UnionPayServer> StartAsync(UnionPayAlgorithm algorithm)
    {
        var server = new UnionPayServer(algorithm);
        server._server = await LocalServer.StartAsync(_ => { }, app => app.Run(server.HandleAsync));
        server.Identity.Configure(server.Options);
        (server.Options.GatewayUrl, server.Options.FileUrl) = (new Uri(server._server.Address, "/gateway/api/").ToString(), new Uri(server._server.Address, "/files/").ToString());
        return server;
    }

    /// <summary>The patient's browser brings the form; null when the bank shows no page. What it shows is the number that was taken.</summary>
    public async Task<string?> BringAsync(UnionPayForm form)
    {
        using var http = new HttpClient();
        using var reply = await http.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
        return reply.IsSuccessStatusCode ? await reply.Content.ReadAsStringAsync() : null;
    }

    public void Pay(string orderId, string code = "00") => (_known[orderId]["origRespCode"], _known[orderId]["traceTime"]) = (code, _known[orderId]["txnTime"][4..]);

    public void End(string orderId, string code) => _known[orderId]["origRespCode"] = code;

    /// <summary>What went back of a payment, in fen.</summary>
    public long Returned(string orderId) => _known.Values.Where(known => known.GetValueOrDefault("origQryId") == _known[orderId]["queryId"]).Sum(Fen);

    /// <summary>The bank's notice about a payment, as the bytes of its form.</summary>
    public byte[] Notice(string orderId)
    {
        var fields = new Dictionary<string, string>(_known[orderId]) { ["respCode"] = "00", ["respMsg"] = "成功[0000000]", ["merId"] = Options.MerId };
        fields.Remove("origRespCode");
        Identity.Sign(fields, Trouble);
        return Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Identity.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (Trouble == Trouble.Silent) await Task.Delay(Timeout.Infinite, http.RequestAborted);
        var form = await http.Request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.Single()!);
        var reply = Identity.IsMerchants(fields) && CommonFit(fields) ? Answer(http.Request.Path, fields) : null;
        if (reply is null) (Rejected, http.Response.StatusCode) = (Rejected + 1, 400);
        else if (Trouble == Trouble.Broken) http.Response.StatusCode = 502;
        else if (http.Request.Path.Value!.EndsWith("/frontTransReq.do", StringComparison.Ordinal)) await http.Response.WriteAsync(fields["orderId"]);
        else await ReplyAsync(http, reply);
    }

    private async Task ReplyAsync(HttpContext http, Dictionary<string, string> reply)
    {
        (reply["merId"], reply["version"], reply["respMsg"], reply["reserved"]) = (Options.MerId, "5.1.0", "应答[0000000]", "{a=1&b=[2&c=3]}");
        Identity.Sign(reply, Trouble);
        var bytes = Encoding.UTF8.GetBytes(string.Join('&', reply.Select(field => $"{field.Key}={field.Value}")));
        if (Trouble == Trouble.Truncated) http.Response.ContentLength = bytes.Length;
        if (Trouble != Trouble.Lost) await http.Response.Body.WriteAsync(Trouble == Trouble.Truncated ? bytes.AsMemory(0, bytes.Length / 2) : bytes);
        if (Trouble == Trouble.Truncated) await http.Response.Body.FlushAsync();
        if (Trouble is Trouble.Truncated or Trouble.Lost) http.Abort();
    }

    private bool CommonFit(Dictionary<string, string> fields) =>
        fields["version"] == "5.1.0" && fields["encoding"] == "UTF-8" && fields["accessType"] == "0" && fields["merId"] == Options.MerId && Stamp().IsMatch(fields["txnTime"])
        && !fields.ContainsValue("");

    private Dictionary<string, string>? Answer(PathString path, Dictionary<string, string> fields) => (path.Value, fields["txnType"], fields["txnSubType"], fields["bizType"]) switch
    {
        ("/gateway/api/frontTransReq.do", "01", "01", "000201") => Take(fields),
        ("/gateway/api/queryTrans.do", "00", "00", "000000") => Tell(fields),
        ("/gateway/api/backTransReq.do", "04", "00", "000201") => Return(fields),
        ("/files/", "76", "01", "000000") when fields["fileType"] == "00" && fields["settleDate"].Length == 4 => File(),
        _ => null,
    };

    private Dictionary<string, string>? Take(Dictionary<string, string> fields)
    {
        if (fields["channelType"] != "08" || fields["currencyCode"] != "156" || fields["backUrl"] != Options.NotifyUrl || !Uri.IsWellFormedUriString(fields["frontUrl"], UriKind.Absolute)) return null;
        if (!OrderId().IsMatch(fields["orderId"]) || !Stamp().IsMatch(fields["payTimeout"]) || string.CompareOrdinal(fields["payTimeout"], ChinaNow()) < 0) return null;
        return _known.GetOrAdd(fields["orderId"], no => new() { ["orderId"] = no, ["txnTime"] = fields["txnTime"], ["txnAmt"] = fields["txnAmt"], ["queryId"] = "94" + no, ["origRespCode"] = "01", ["txnType"] = "01" });
    }

    private Dictionary<string, string> Tell(Dictionary<string, string> fields) => Asked.AddOrUpdate(fields["orderId"], 1, (_, times) => times + 1) > 0 &&
        _known.TryGetValue(fields["orderId"], out var known) && known["txnTime"] == fields["txnTime"] ? new(known) { ["respCode"] = "00" } : new() { ["respCode"] = "34" };

    private Dictionary<string, string>? Return(Dictionary<string, string> fields)
    {
        if (!OrderId().IsMatch(fields["orderId"]) || fields["backUrl"] != Options.NotifyUrl) return null;
        if (_known.ContainsKey(fields["orderId"])) return new() { ["respCode"] = "12" };
        var paid = _known.Values.SingleOrDefault(known => known["queryId"] == fields["origQryId"] && known["origRespCode"] == "00");
        if (paid is null) return new() { ["respCode"] = "35" };
        var back = _known.Values.Where(known => known.GetValueOrDefault("origQryId") == paid["queryId"]).Sum(Fen) + long.Parse(fields["txnAmt"], CultureInfo.InvariantCulture);
        if (back > Fen(paid)) return new() { ["respCode"] = "61" };
        _known[fields["orderId"]] = new() { ["orderId"] = fields["orderId"], ["txnTime"] = fields["txnTime"], ["txnAmt"] = fields["txnAmt"], ["queryId"] = "95" + fields["orderId"], ["origQryId"] = paid["queryId"], ["origRespCode"] = RefundEnd, ["txnType"] = "04" };
        return new() { ["respCode"] = "00" };
    }

    private Dictionary<string, string> File()
    {
        var moved = _known.Values.Where(known => known["origRespCode"] == "00").ToList();
        if (moved.Count == 0) return new() { ["respCode"] = "98" };
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var other = new StreamWriter(zip.CreateEntry("INN26010288ZME_777290058110048").Open())) other.Write("S22 nothing of ours\r\n");
            using var file = new StreamWriter(zip.CreateEntry("INN26010288ZM_777290058110048").Open());
            foreach (var known in moved)
                file.Write(string.Join(' ', known["txnType"] == "01" ? "S22" : "S30", "00012900   ", "00012900   ", "000123", "0102030405", "6221558812340000   ", Fen(known).ToString("D12", CultureInfo.InvariantCulture), "5311", "07",
                    "260102030405000123450", "  ", known["orderId"].PadRight(32), "01", "000000", "0000000000", "C000000000012") + "\r\n");
        }

        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionMode.Compress, leaveOpen: true)) zlib.Write(packed.ToArray());
        return new() { ["respCode"] = "00", ["fileName"] = "f.zip", ["fileContent"] = OnFile(Convert.ToBase64String(deflated.ToArray())) };
    }

    private static long Fen(Dictionary<string, string> known) => long.Parse(known["txnAmt"], CultureInfo.InvariantCulture);

    private static string ChinaNow() => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    [GeneratedRegex("^2[0-9]{13}$")]
    private static partial Regex Stamp();

    [GeneratedRegex("^[A-Za-z0-9]{8,40}$")]
    private static partial Regex OrderId();
}
