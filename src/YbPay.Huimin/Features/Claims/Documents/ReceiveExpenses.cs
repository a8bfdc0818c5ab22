using YbPay.Contracts.Huimin;
using YbPay.Contracts.Tables;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>HOS00022 费用信息: each bill by itself, by its payId, so that one can be sent anew without the others.</summary>
internal sealed class ReceiveExpenses(HuiminBooks books, CaseFinder cases) : DocumentTransaction<ExpensesRequest>("HOS00022", books, cases)
{
    protected override DocumentPerson Person(ExpensesRequest request) => new(request.TreatmentSerialNo, IdNo: null, Name: null);

    protected override IReadOnlyList<RuleProblem> Problems(ExpensesRequest request) => ExpensesRules.Check(request);

    protected override IReadOnlyList<DocumentPart> Parts(ExpensesRequest request) => [.. request.FeeList.Select(bill => new DocumentPart(bill.PayId, HuiminJson.Write(request with { FeeList = [bill] })))];
}
