using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.MobilePay;
using YbPay.Protocol.Fsi;

namespace YbPay.Center.Tests.Hosting;

/// <summary>A hospital's own window to the core (FSI), beside the centre.</summary>
internal sealed class CoreDesk(Hospital hospital) : IDisposable
{
    private static int sequence;
    private readonly HttpClient _http = new() { BaseAddress = new Uri(hospital.Host.Plan.Addresses.Bureau) };
    private string? _signNo;

    /// <summary>2201; gives the core's visit number.</summary>
    public async Task<string> RegisterAsync(UploadFeesRequest bill)
    {
        var reply = await AskAsync("2201", new RegisterOutpatientRequest
        {
            Data = new()
            {
                PsnNo = bill.PsnNo, Insutype = bill.Insutype, Begntime = bill.Begntime, MdtrtCertType = "02", MdtrtCertNo = bill.IdNo, IptOtpNo = bill.IptOtpNo,
                AtddrNo = "D440100000123", DrName = "示例医师", DeptCode = "A0301", DeptName = bill.DeptName, Caty = bill.Caty,
            },
        });
        return FsiJson.Read<RegisterOutpatientReply>(reply).Data.MdtrtId;
    }

    /// <summary>The personal account as the core tells it (1101), in yuan.</summary>
    public async Task<decimal> BalanceAsync(Patient patient)
    {
        var reply = await AskAsync("1101", new QueryPersonRequest { Data = new() { MdtrtCertType = "02", MdtrtCertNo = patient.Person.IdNo } });
        return FsiJson.Read<QueryPersonReply>(reply).Insuinfo.First(row => row.Insutype == patient.Person.Insutype).Balc;
    }

    /// <summary>5369, 5373 or 5379: the person's accounts of that kind pay what is owed of the visit's settlement; gives what they paid, in yuan.</summary>
    public async Task<decimal> DeductAsync(string infno, Visit visit)
    {
        var reply = await DeductionAsync(infno, visit);
        reply.ErrMsg.ShouldBeNull(infno);
        var result = reply.Output!.Value.GetProperty("result");
        return (result.TryGetProperty("allEnttAcctPay", out var all) ? all : result.GetProperty("enttAcctPay")).GetDecimal();
    }

    /// <summary>The same, whatever the core answers.</summary>
    public async Task<FsiReply> DeductionAsync(string infno, Visit visit)
    {
        var order = await visit.QueryAsync();
        var data = new { psnNo = visit.Bill.PsnNo, setlId = order.HiDocSn, mdtrtId = order.HiRgstSn };
        return await SendAsync(infno, JsonSerializer.SerializeToUtf8Bytes(new { data }));
    }

    /// <summary>What can be spent from the person's wallet (5378), in yuan.</summary>
    public async Task<decimal> WalletAsync(Patient patient)
    {
        var data = new { certno = patient.Person.IdNo, psnCertType = patient.Person.IdType };
        var reply = await SendAsync("5378", JsonSerializer.SerializeToUtf8Bytes(new { data }));
        reply.ErrMsg.ShouldBeNull();
        return reply.Output!.Value.GetProperty("result").GetProperty("wltBalc").GetDecimal();
    }

    /// <summary>Whether the core holds unsettled lines of the visit: it names what is wrong with a pre-settlement (2206).</summary>
    public async Task<string> PreSettleAsync(UploadFeesRequest bill, string mdtrtId) => (await SendAsync("2206", new PreSettleOutpatientRequest
    {
        Data = new()
        {
            PsnNo = bill.PsnNo, MdtrtCertType = "02", MdtrtCertNo = bill.IdNo, MedType = bill.MedType, MedfeeSumamt = bill.MedfeeSumamt, PsnSetlway = "01",
            MdtrtId = mdtrtId, ChrgBchno = bill.ChrgBchno, Insutype = bill.Insutype, AcctUsedFlag = "0",
        },
    })).ErrMsg ?? "";

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> AskAsync<T>(string infno, T request)
        where T : Contract
    {
        var reply = await SendAsync(infno, request);
        reply.ErrMsg.ShouldBeNull();
        return reply.Output!.Value;
    }

    private Task<FsiReply> SendAsync<T>(string infno, T request)
        where T : Contract => SendAsync(infno, FsiJson.Write(request));

    private async Task<FsiReply> SendAsync(string infno, byte[] input)
    {
        if (infno != "9001" && _signNo is null)
        {
            var signed = await AskAsync("9001", new SignInRequest { SignIn = new() { OpterNo = "0001", Mac = "00-00-00-00-00-00", Ip = "127.0.0.1" } });
            _signNo = FsiJson.Read<SignInReply>(signed).Signinoutb.SignNo;
        }

        var now = hospital.Host.Clock.GetUtcNow();
        var head = new FsiHead
        {
            // Numbers of a time before the centre was there: they cannot meet its own.
            Infno = infno, Msgid = FsiNumbers.Msgid(hospital.OrgCodg, hospital.Host.Started.AddHours(-1), Interlocked.Increment(ref sequence) % 10_000), MdtrtareaAdmvs = "440100",
            InsuplcAdmdvs = "440100", RecerSysCode = "HIS", OpterType = "1", Opter = "0001", OpterName = "收费员", InfTime = now,
            FixmedinsCode = hospital.OrgCodg, FixmedinsName = "示例机构", SignNo = _signNo,
        };
        using var content = new ByteArrayContent(FsiEnvelope.WriteRequest(head, input));
        content.Headers.ContentType = new("application/json");
        using var answer = await _http.PostAsync("fsi/api/callService", content);
        return FsiEnvelope.ReadReply(await answer.Content.ReadAsByteArrayAsync()).ShouldNotBeNull();
    }
}
