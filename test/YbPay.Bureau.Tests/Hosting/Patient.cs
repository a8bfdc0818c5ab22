using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>One seeded person at one institution: the path of a visit, step by step.</summary>
public sealed class Patient(TestInstitution institution, SeedPerson person, string insutype)
{
    private const string Time = "2026-03-10 09:30:00";

    public TestInstitution At { get; } = institution;

    public string PsnNo => person.PsnNo.Reveal();

    public string CertNo => person.CertNo.Reveal();

    public string Insutype => insutype;

    public string MdtrtId { get; set; } = "";

    /// <summary>A person of the default seed, by the place in it.</summary>
    public static Patient Of(TestInstitution institution, int index)
    {
        var person = BureauSeed.Default.Persons[index];
        return new Patient(institution, person, person.Insurances[0].Insutype);
    }

    public RegisterOutpatientRequest Registration() => new()
    {
        Data = new()
        {
            PsnNo = PsnNo, Insutype = insutype, Begntime = Time, MdtrtCertType = "02", MdtrtCertNo = CertNo, IptOtpNo = "OP20260310001",
            AtddrNo = "D4401001", DrName = "张医生", DeptCode = "A03", DeptName = "内科", Caty = "A03",
        },
    };

    public UploadVisitRequest Visit(string medType = "11") => new()
    {
        Mdtrtinfo = new() { MdtrtId = MdtrtId, PsnNo = PsnNo, MedType = medType, Begntime = Time },
        Diseinfo =
        [
            new()
            {
                DiagType = "1", DiagSrtNo = 1, DiagCode = "J06.900", DiagName = "急性上呼吸道感染", DiagDept = "A03", DiseDorNo = "D4401001", DiseDorName = "张医生",
                DiagTime = Time, ValiFlag = "1",
            },
        ],
    };

    public UploadOutpatientFeesRequest Fees(string batch, params (string Sn, string Item, decimal Price, decimal Count)[] lines) => new()
    {
        Feedetail = [.. lines.Select(line => new OutpatientFeeLine
        {
            FeedetlSn = line.Sn, MdtrtId = MdtrtId, PsnNo = PsnNo, ChrgBchno = batch, RxCircFlag = "0", FeeOcurTime = Time, MedListCodg = line.Item,
            MedinsListCodg = "L" + line.Sn, DetItemFeeSumamt = decimal.Round(line.Price * line.Count, 2), Cnt = line.Count, Pric = line.Price,
            BilgDeptCodg = "A03", BilgDeptName = "内科", BilgDrCodg = "D4401001", BilgDrName = "张医生", HospApprFlag = "0",
        })],
    };

    public PreSettleOutpatientRequest PreSettlement(string batch, decimal total, bool useAccount = true) => new()
    {
        Data = new()
        {
            PsnNo = PsnNo, MdtrtCertType = "02", MdtrtCertNo = CertNo, MedType = "11", MedfeeSumamt = total, PsnSetlway = "01", MdtrtId = MdtrtId,
            ChrgBchno = batch, Insutype = insutype, AcctUsedFlag = useAccount ? "1" : "0",
        },
    };

    public SettleOutpatientRequest Settlement(string batch, decimal total, bool useAccount = true) => new()
    {
        Data = new()
        {
            PsnNo = PsnNo, MdtrtCertType = "02", MdtrtCertNo = CertNo, MedType = "11", MedfeeSumamt = total, PsnSetlway = "01", MdtrtId = MdtrtId,
            ChrgBchno = batch, Insutype = insutype, AcctUsedFlag = useAccount ? "1" : "0",
        },
    };

    public async Task RegisterAsync() => MdtrtId = (await At.AskAsync<RegisterOutpatientRequest, RegisterOutpatientReply>("2201", Registration())).Data.MdtrtId;

    public async Task UploadAsync(string batch, params (string Sn, string Item, decimal Price, decimal Count)[] lines) =>
        await At.AskAsync<UploadOutpatientFeesRequest, UploadOutpatientFeesReply>("2204", Fees(batch, lines));

    public async Task<SettleOutpatientReply> SettleAsync(string batch, decimal total, bool useAccount = true, string? msgid = null) =>
        await At.AskAsync<SettleOutpatientRequest, SettleOutpatientReply>("2207", Settlement(batch, total, useAccount), msgid);

    public async Task CancelAsync(string setlId) =>
        await At.AskAsync<CancelOutpatientSettlementRequest, CancelOutpatientSettlementReply>("2208", Cancellation(setlId));

    public CancelOutpatientSettlementRequest Cancellation(string setlId) => new() { Data = new() { SetlId = setlId, MdtrtId = MdtrtId, PsnNo = PsnNo } };

    public ReverseRequest Reversal(string omsgid, string oinfno) => new() { Data = new() { PsnNo = PsnNo, Omsgid = omsgid, Oinfno = oinfno } };

    /// <summary>The personal account as 1101 tells it.</summary>
    public async Task<decimal> BalanceAsync()
    {
        var reply = await At.AskAsync<QueryPersonRequest, QueryPersonReply>("1101", new() { Data = new() { MdtrtCertType = "02", MdtrtCertNo = CertNo } });
        return reply.Insuinfo.Single(row => row.Insutype == insutype).Balc;
    }
}
