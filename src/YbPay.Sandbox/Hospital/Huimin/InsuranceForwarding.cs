using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Huimin;
using YbPay.Protocol.Fsi;
using YbPay.Protocol.Outgoing;

namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>参保查询 as the document has it: the hospital asks the core's 1101 in its own name and hands on what it was told.</summary>
internal sealed class InsuranceForwarding(HospitalOptions options, TimeProvider time) : IDisposable
{
    private const string ByIdentityNumber = "02";
    private const int SequenceEnd = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly HttpClient? _http = options.Core.BaseUrl.Length == 0 ? null : OutgoingHttp.Client(options.Core.BaseUrl, Patience);
    private readonly ConcurrentDictionary<string, string> _signNumbers = new(StringComparer.Ordinal);
    private int _sequence = RandomNumberGenerator.GetInt32(SequenceEnd);

    public async Task<HuiminAnswer> AskAsync(HuiminHospital hospital, QueryInsuranceRequest asked, CancellationToken cancel)
    {
        if (_http is null) return HuiminAnswer.Refuse("医院未连接医保核心");
        if (await SignInAsync(hospital, cancel) is not { } signNo) return HuiminAnswer.Refuse("医保核心未应答");
        var question = new QueryPersonRequest
        {
            Data = new() { MdtrtCertType = ByIdentityNumber, MdtrtCertNo = asked.IdNo, PsnCertType = asked.IdType, Certno = asked.IdNo, PsnName = asked.Name },
        };
        if (await SendAsync(hospital, "1101", signNo, FsiJson.Write(question), cancel) is not { } reply) return HuiminAnswer.Refuse("医保核心未应答");
        if (reply.Infcode == 0 && reply.Output is { } output) return HuiminAnswer.Ok(Told(reply, output));
        _signNumbers.TryRemove(hospital.OrgCodg, out _); // perhaps the core forgot the sign-in; the next question begins with one
        return HuiminAnswer.Refuse("医保核心没有该人员的参保信息");
    }

    public void Dispose() => _http?.Dispose();

    /// <summary>As the core said it. The number of the medical insurance card is the hospital's to add: here a person has one card, with the person's number.</summary>
    private static byte[] Told(FsiReply reply, JsonElement output)
    {
        var told = JsonNode.Parse(output.GetRawText())!.AsObject();
        var person = told["baseinfo"]!.AsObject();
        person["miacc_no"] = person["psn_no"]!.DeepClone();
        person["naty"] ??= "01";
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["infcode"] = 0, ["inf_refmsgid"] = reply.InfRefmsgid, ["output"] = told });
    }

    private async Task<string?> SignInAsync(HuiminHospital hospital, CancellationToken cancel)
    {
        if (_signNumbers.TryGetValue(hospital.OrgCodg, out var known)) return known;
        var input = FsiJson.Write(new SignInRequest { SignIn = new SignInData { OpterNo = "his", Mac = "00-00-00-00-00-00", Ip = "127.0.0.1" } });
        if (await SendAsync(hospital, "9001", null, input, cancel) is not { Infcode: 0, Output: { } output }) return null;
        return _signNumbers[hospital.OrgCodg] = FsiJson.Read<SignInReply>(output).Signinoutb.SignNo;
    }

    private async Task<FsiReply?> SendAsync(HuiminHospital hospital, string infno, string? signNo, byte[] input, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var head = new FsiHead
        {
            Infno = infno, Msgid = FsiNumbers.Msgid(hospital.OrgCodg, now, (int)((uint)Interlocked.Increment(ref _sequence) % SequenceEnd)), MdtrtareaAdmvs = options.Core.Admdvs,
            InsuplcAdmdvs = options.Core.Admdvs, RecerSysCode = "YBPAY", OpterType = "1", Opter = "his", OpterName = "医院HIS", InfTime = now,
            FixmedinsCode = hospital.OrgCodg, FixmedinsName = hospital.Name[..Math.Min(20, hospital.Name.Length)], SignNo = signNo,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "fsi/api/callService")
        {
            Content = new ByteArrayContent(FsiEnvelope.WriteRequest(head, input)) { Headers = { ContentType = new("application/json") } },
        };
        return await OutgoingHttp.SendAsync(_http!, request, cancel) is Answer<(HttpStatusCode Status, byte[] Body)>.Given { Value.Body: var body } ? FsiEnvelope.ReadReply(body) : null;
    }
}
