using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Claims;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>HOS00023 电子票据: each bill by its code and number. rcptType D deletes one; a red bill needs the bill that it cancels.</summary>
internal sealed class ReceiveElectronicBills(HuiminBooks books, CaseFinder cases) : DocumentTransaction<ElectronicBillsRequest>("HOS00023", books, cases)
{
    private const string Delete = "D";
    private const string Red = "1";

    protected override DocumentPerson Person(ElectronicBillsRequest request) => new(request.TreatmentSerialNo, request.Certno, request.PsnName);

    protected override IReadOnlyList<DocumentPart> Parts(ElectronicBillsRequest request) =>
        [.. request.BillList.Where(bill => bill.RcptType != Delete).Select(bill => new DocumentPart(KeyOf(Bill(bill)), HuiminJson.Write(request with { BillList = [bill] })))];

    protected override async Task<Refusal?> WriteAsync(DbSession session, CaseRow row, ElectronicBillsRequest request, long now)
    {
        var standing = (await CaseDocumentStore.OfCaseAsync(session, row.CaseId, TransCode))
            .Select(document => Bill(HuiminJson.Read<ElectronicBillsRequest>(document.Open(Books.Cipher)).BillList[0])).ToList();
        var deleted = request.BillList.Where(bill => bill.RcptType == Delete).Select(Bill).ToList();
        var put = request.BillList.Where(bill => bill.RcptType != Delete).Select(Bill).ToList();
        var verdict = CaseBills.Change(standing, put, deleted);
        if (verdict is not Engine.Verdict<BillChange, BillRefusal>.Ok { Value: var change }) return ClaimRefusals.Of(((Engine.Verdict<BillChange, BillRefusal>.No)verdict).Why);
        if (await base.WriteAsync(session, row, request, now) is { } why) return why;
        foreach (var bill in change.Deleted) await CaseDocumentStore.DeleteAsync(session, row.CaseId, TransCode, KeyOf(bill));
        return null;
    }

    private static CaseBill Bill(ElectronicBill bill) => new(
        bill.ElecSetlCertCode ?? "", bill.ElecSetlCertNo, bill.ElecSetlCertFlag == Red ? (bill.RelElecSetlCertCode ?? "", bill.RelElecSetlCertNo ?? "") : null);

    /// <summary>With the code's length, so that no code and number together read as another pair.</summary>
    private static string KeyOf(CaseBill bill) => $"{bill.Code.Length}|{bill.Code}|{bill.Number}";
}
