using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>The messages of a stay, from admission to its last settlement.</summary>
internal static class Stay
{
    private const string Time = "2026-03-10 09:30:00";

    public static async Task AdmitAsync(Patient patient, string medType = "21") =>
        patient.MdtrtId = (await patient.At.AskAsync<AdmitInpatientRequest, AdmitInpatientReply>("2401", Admission(patient, medType))).Result.MdtrtId;

    public static AdmitInpatientRequest Admission(Patient patient, string medType = "21") => new()
    {
        Mdtrtinfo = new()
        {
            PsnNo = patient.PsnNo, Insutype = patient.Insutype, Begntime = Time, MdtrtCertType = "02", MdtrtCertNo = patient.CertNo, MedType = medType, IptNo = "IP1",
            AtddrNo = "D1", ChfpdrName = "李医生", AdmDiagDscr = "阑尾炎", AdmDeptCodg = "A04", AdmDeptName = "外科", AdmBed = "12", DscgMaindiagCode = "K35.900", DscgMaindiagName = "急性阑尾炎",
        },
        Diseinfo =
        [
            new() { DiagType = "1", MaindiagFlag = "1", DiagSrtNo = 1, DiagCode = "K35.900", DiagName = "急性阑尾炎", DiagDept = "A04", DiseDorNo = "D1", DiseDorName = "李医生", DiagTime = Time },
        ],
    };

    public static UploadInpatientFeesRequest Lines(Patient patient, params (string Sn, string Item, decimal Price)[] lines) => new()
    {
        Feedetail = [.. lines.Select(line => new InpatientFeeLine
        {
            FeedetlSn = line.Sn, MdtrtId = patient.MdtrtId, PsnNo = patient.PsnNo, MedType = "21", FeeOcurTime = Time, MedListCodg = line.Item, MedinsListCodg = "L1",
            DetItemFeeSumamt = line.Price, Cnt = 1m, Pric = line.Price, BilgDeptCodg = "A04", BilgDeptName = "外科", BilgDrCodg = "D1", BilgDrName = "李医生", HospApprFlag = "0",
        })],
    };

    public static async Task UploadAsync(Patient patient, params (string Sn, string Item, decimal Price)[] lines) =>
        await patient.At.AskAsync<UploadInpatientFeesRequest, UploadInpatientFeesReply>("2301", Lines(patient, lines));

    public static PreSettleInpatientRequest PreSettlement(Patient patient, decimal total) => new()
    {
        Data = new()
        {
            PsnNo = patient.PsnNo, MdtrtCertType = "02", MdtrtCertNo = patient.CertNo, MedfeeSumamt = total, PsnSetlway = "01", MdtrtId = patient.MdtrtId, AcctUsedFlag = "0",
            Insutype = patient.Insutype, MidSetlFlag = "0",
        },
    };

    public static SettleInpatientRequest Settlement(Patient patient, decimal total, bool middle) => new()
    {
        Data = new()
        {
            PsnNo = patient.PsnNo, MdtrtCertType = "02", MdtrtCertNo = patient.CertNo, MedfeeSumamt = total, PsnSetlway = "01", MdtrtId = patient.MdtrtId, AcctUsedFlag = "0",
            Insutype = patient.Insutype, MidSetlFlag = middle ? "1" : "0",
        },
    };

    public static Task<SettleInpatientReply> SettleAsync(Patient patient, decimal total, bool middle) =>
        patient.At.AskAsync<SettleInpatientRequest, SettleInpatientReply>("2304", Settlement(patient, total, middle));

    public static CancelInpatientSettlementRequest Cancellation(Patient patient, SettleInpatientReply settled) =>
        new() { Data = new() { SetlId = settled.Setlinfo.SetlId!, MdtrtId = patient.MdtrtId, PsnNo = patient.PsnNo } };
}
