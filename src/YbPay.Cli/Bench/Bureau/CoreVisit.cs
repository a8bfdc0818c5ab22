using System.Globalization;
using YbPay.Contracts.Fsi;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Bureau;

/// <summary>One outpatient's bill at the core: registered and uploaded, then asked for and settled.</summary>
internal sealed class CoreVisit(CoreCaller core, SandboxPerson person, string batch, int lines)
{
    private const string Time = "2026-03-10 09:30:00";
    private static readonly decimal[] Prices = [12.50m, 3.80m, 41.00m, 0.65m, 88.20m];
    private string _mdtrtId = "";

    private decimal Total => Enumerable.Range(0, lines).Sum(Price);

    /// <summary>2201 and 2204.</summary>
    public async Task UploadAsync(IReadOnlyList<string> items, CancellationToken cancel)
    {
        _mdtrtId = (await core.AskAsync<RegisterOutpatientRequest, RegisterOutpatientReply>("2201", new()
        {
            Data = new()
            {
                PsnNo = person.PsnNo, Insutype = person.Insutype, Begntime = Time, MdtrtCertType = "02", MdtrtCertNo = person.IdNo, IptOtpNo = batch,
                AtddrNo = "D4401001", DrName = "张医生", DeptCode = "A03", DeptName = "内科", Caty = "A03",
            },
        }, cancel)).Data.MdtrtId;
        await core.AskAsync<UploadOutpatientFeesRequest, UploadOutpatientFeesReply>("2204", new()
        {
            Feedetail = [.. Enumerable.Range(0, lines).Select(i => new OutpatientFeeLine
            {
                FeedetlSn = (i + 1).ToString(CultureInfo.InvariantCulture), MdtrtId = _mdtrtId, PsnNo = person.PsnNo, ChrgBchno = batch, RxCircFlag = "0", FeeOcurTime = Time,
                MedListCodg = items[i % items.Count], MedinsListCodg = "L1", DetItemFeeSumamt = Price(i), Cnt = 1, Pric = Price(i),
                BilgDeptCodg = "A03", BilgDeptName = "内科", BilgDrCodg = "D4401001", BilgDrName = "张医生", HospApprFlag = "0",
            })],
        }, cancel);
    }

    /// <summary>2206.</summary>
    public Task PreSettleAsync(CancellationToken cancel) => core.AskAsync<PreSettleOutpatientRequest, PreSettleOutpatientReply>("2206", new()
    {
        Data = new()
        {
            PsnNo = person.PsnNo, MdtrtCertType = "02", MdtrtCertNo = person.IdNo, MedType = "11", MedfeeSumamt = Total, PsnSetlway = "01", MdtrtId = _mdtrtId,
            ChrgBchno = batch, Insutype = person.Insutype, AcctUsedFlag = "1",
        },
    }, cancel);

    /// <summary>2207.</summary>
    public Task SettleAsync(CancellationToken cancel) => core.AskAsync<SettleOutpatientRequest, SettleOutpatientReply>("2207", new()
    {
        Data = new()
        {
            PsnNo = person.PsnNo, MdtrtCertType = "02", MdtrtCertNo = person.IdNo, MedType = "11", MedfeeSumamt = Total, PsnSetlway = "01", MdtrtId = _mdtrtId,
            ChrgBchno = batch, Insutype = person.Insutype, AcctUsedFlag = "1",
        },
    }, cancel);

    private static decimal Price(int line) => Prices[line % Prices.Length];
}
