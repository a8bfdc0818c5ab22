using System.Text;
using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>An institution at the other end of the envelope, with the intents of a hospital.</summary>
public sealed class TestInstitution(BureauHost host, string code)
{
    public const string Hospital = "H44010000001";
    public const string Clinic = "H44010000002";
    public const string Pharmacy = "P44010000003";
    private int sequence;

    public BureauHost Host { get; } = host;

    public string Code { get; } = code;

    public string? SignNo { get; set; }

    public string LastMsgid { get; private set; } = "";

    public string NextMsgid() => FsiNumbers.Msgid(Code, Host.Clock.GetUtcNow(), Interlocked.Increment(ref sequence) % 10_000);

    /// <summary>Goes on with msgids that another node of the test has not used.</summary>
    public void Skip(int count) => Interlocked.Add(ref sequence, count);

    public FsiHead Head(string infno, string msgid) => new()
    {
        Infno = infno,
        Msgid = msgid,
        MdtrtareaAdmvs = "440100",
        InsuplcAdmdvs = "440100",
        RecerSysCode = "YBPAY",
        OpterType = "1",
        Opter = "0001",
        OpterName = "收费员",
        InfTime = Host.Clock.GetUtcNow(),
        FixmedinsCode = Code,
        FixmedinsName = "示例机构",
        SignNo = infno == "9001" ? null : SignNo,
    };

    public Task<FsiReply> SendAsync<T>(string infno, T request, string? msgid = null)
        where T : Contract => SendAsync(Head(infno, LastMsgid = msgid ?? NextMsgid()), FsiJson.Write(request));

    public async Task<FsiReply> SendAsync(FsiHead head, byte[] input)
    {
        var text = await Host.PostAsync(FsiEnvelope.WriteRequest(head, input));
        return FsiEnvelope.ReadReply(Encoding.UTF8.GetBytes(text)).ShouldNotBeNull(text);
    }

    /// <summary>Sends and expects success.</summary>
    public async Task<TReply> AskAsync<TRequest, TReply>(string infno, TRequest request, string? msgid = null)
        where TRequest : Contract
        where TReply : Contract
    {
        var reply = await SendAsync(infno, request, msgid);
        reply.ErrMsg.ShouldBeNull();
        return FsiJson.Read<TReply>(reply.Output!.Value);
    }

    /// <summary>Sends a transaction that answers nothing, and expects success.</summary>
    public async Task DoAsync<T>(string infno, T request, string? msgid = null)
        where T : Contract => (await SendAsync(infno, request, msgid)).ErrMsg.ShouldBeNull();

    /// <summary>Sends and expects this refusal.</summary>
    public async Task RefusedAsync<T>(string refusal, string infno, T request, string? msgid = null)
        where T : Contract
    {
        var reply = await SendAsync(infno, request, msgid);
        reply.Infcode.ShouldBe(-1);
        reply.ErrMsg.ShouldNotBeNull().ShouldStartWith($"[{refusal}] ");
        reply.Output.ShouldBeNull();
    }

    public async Task SignInAsync()
    {
        var reply = await AskAsync<SignInRequest, SignInReply>("9001", new() { SignIn = new() { OpterNo = "0001", Mac = "00-00-00-00-00-00", Ip = "127.0.0.1" } });
        SignNo = reply.Signinoutb.SignNo;
    }
}
