using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using YbPay.Center.Running;
using YbPay.Contracts.Fsi;
using YbPay.Protocol;
using YbPay.Protocol.Fsi;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Core;

/// <summary>
/// Sends one transaction to the core over HTTP and reads what came of it. Signs institutions in (9001) when needed and
/// again when the core no longer knows the sign-in.
/// </summary>
internal sealed class FsiLink : IDisposable
{
    private const string Address = "fsi/api/callService";

    /// <summary>Other nodes and the hospital itself draw from the same 10,000 numbers a second; so many in a row are no accident.</summary>
    private const int MostNumbers = 5;

    private readonly CenterOptions _options;
    private readonly TimeProvider _clock;
    private readonly SerialNumbers _serials;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, string> _signNumbers = new(StringComparer.Ordinal);

    public FsiLink(CenterOptions options, SerialNumbers serials, TimeProvider clock)
    {
        (_options, _clock, _serials) = (options, clock, serials);
        _http = OutgoingHttp.Client(options.Core.BaseUrl, options.Core.Timeout);
    }

    /// <summary>
    /// The output of a transaction that succeeded; an empty object where the core gives none. A msgid that the core has already means that an
    /// earlier copy arrived (the network layer may send twice) or that another took the number: what came of it is unknown, not refused.
    /// </summary>
    public async Task<Answer<JsonElement>> CallAsync(string infno, string msgid, CoreParty party, byte[] input)
    {
        var answer = await SignedAsync(infno, msgid, party, input);
        return answer is Answer<JsonElement>.Refused { Code: CoreRefusals.MsgidRepeated } ? HasItAlready : answer;
    }

    /// <summary>A question changes nothing at the core: it takes a number by itself, and another when the core has that one from elsewhere.</summary>
    public Task<Answer<JsonElement>> AskAsync(string infno, CoreParty party, byte[] input) => AnewAsync(party, msgid => SignedAsync(infno, msgid, party, input));

    private async Task<Answer<JsonElement>> AnewAsync(CoreParty party, Func<string, Task<Answer<JsonElement>>> send)
    {
        for (var i = 0; i < MostNumbers; i++)
        {
            var answer = await send(_serials.Msgid(party.OrgCodg));
            if (answer is not Answer<JsonElement>.Refused { Code: CoreRefusals.MsgidRepeated or CoreRefusals.Reversed }) return answer;
        }

        return HasItAlready;
    }

    private async Task<Answer<JsonElement>> SignedAsync(string infno, string msgid, CoreParty party, byte[] input)
    {
        var signIn = await SignNoAsync(party);
        if (signIn is not Answer<string>.Given { Value: var signNo }) return Unsigned(signIn);
        var answer = await SendAsync(infno, msgid, party, signNo, input);
        if (answer is not Answer<JsonElement>.Refused { Code: CoreRefusals.SignInInvalid }) return answer;

        // Refused before anything was read: the same message may go again under a new sign-in.
        _signNumbers.TryRemove(party.OrgCodg, out _);
        signIn = await SignNoAsync(party);
        return signIn is Answer<string>.Given { Value: var renewed } ? await SendAsync(infno, msgid, party, renewed, input) : Unsigned(signIn);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Without a sign-in nothing was sent, however the sign-in itself failed.</summary>
    private static Answer<JsonElement> Unsigned(Answer<string> signIn) =>
        signIn is Answer<string>.Refused refused ? new Answer<JsonElement>.Refused(refused.Code, refused.Text) : new Answer<JsonElement>.NotSent($"sign-in {signIn.Note}");

    private async Task<Answer<string>> SignNoAsync(CoreParty party)
    {
        if (_signNumbers.TryGetValue(party.OrgCodg, out var known)) return new Answer<string>.Given(known);
        var input = FsiJson.Write(new SignInRequest { SignIn = new SignInData { OpterNo = "ybpay", Mac = "00-00-00-00-00-00", Ip = "127.0.0.1" } });
        var answer = await AnewAsync(party, msgid => SendAsync("9001", msgid, party, null, input));
        return answer.Select(output =>
        {
            var signNo = FsiJson.Read<SignInReply>(output).Signinoutb.SignNo;
            _signNumbers[party.OrgCodg] = signNo;
            return signNo;
        });
    }

    private async Task<Answer<JsonElement>> SendAsync(string infno, string msgid, CoreParty party, string? signNo, byte[] input)
    {
        var head = new FsiHead
        {
            Infno = infno,
            Msgid = msgid,
            MdtrtareaAdmvs = _options.Admdvs,
            InsuplcAdmdvs = party.Person.InsuplcAdmdvs,
            RecerSysCode = _options.Core.ReceiverCode,
            OpterType = "3",
            Opter = "ybpay",
            OpterName = "移动支付中心",
            InfTime = _clock.GetUtcNow(),
            FixmedinsCode = party.OrgCodg,
            FixmedinsName = party.OrgName.Length <= 20 ? party.OrgName : party.OrgName[..20],
            SignNo = signNo,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new ByteArrayContent(FsiEnvelope.WriteRequest(head, input)) { Headers = { ContentType = new("application/json") } },
        };
        var answer = await OutgoingHttp.SendAsync(_http, request, CancellationToken.None);
        if (answer is not Answer<(HttpStatusCode Status, byte[] Body)>.Given { Value: var (_, body) })
            return answer.Select<JsonElement>(_ => throw new System.Diagnostics.UnreachableException());
        Answer<JsonElement> read = FsiEnvelope.ReadReply(body) switch
        {
            null => new Answer<JsonElement>.Unknown("an answer that is no FSI reply"),
            { Infcode: 0 } reply => new Answer<JsonElement>.Given(reply.Output ?? Empty),
            var reply => Refused(reply.ErrMsg ?? ""),
        };
        if (read is Answer<JsonElement>.Refused { Code: CoreRefusals.MsgidRepeated }) _serials.MoveAway();
        return read;
    }

    /// <summary>"[CODE] text" of our core, or any text of another.</summary>
    private static Answer<JsonElement>.Refused Refused(string errMsg)
    {
        var end = errMsg.IndexOf(']', StringComparison.Ordinal);
        var code = errMsg.StartsWith('[') && end > 1 ? errMsg[1..end] : "";
        return new Answer<JsonElement>.Refused(code, code.Length > 0 ? errMsg[(end + 1)..].Trim() : errMsg);
    }

    private static Answer<JsonElement> HasItAlready { get; } = new Answer<JsonElement>.Unknown("the core has this msgid already");

    private static JsonElement Empty { get; } = JsonDocument.Parse("{}").RootElement;
}
