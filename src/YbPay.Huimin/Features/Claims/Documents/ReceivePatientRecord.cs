using YbPay.Contracts.Huimin;
using YbPay.Contracts.Tables;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>HOS00020 患者资料: one for each case.</summary>
internal sealed class ReceivePatientRecord(HuiminBooks books, CaseFinder cases) : DocumentTransaction<PatientRecordRequest>("HOS00020", books, cases)
{
    protected override DocumentPerson Person(PatientRecordRequest request) => new(request.TreatmentSerialNo, request.DocumentsNo, request.Name);

    protected override IReadOnlyList<RuleProblem> Problems(PatientRecordRequest request) => PatientRecordRules.Check(request);

    protected override IReadOnlyList<DocumentPart> Parts(PatientRecordRequest request) => [new("", HuiminJson.Write(request))];
}
