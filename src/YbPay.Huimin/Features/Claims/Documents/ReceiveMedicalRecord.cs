using YbPay.Contracts.Huimin;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>HOS00021 电子病历诊疗信息: one for each case.</summary>
internal sealed class ReceiveMedicalRecord(HuiminBooks books, CaseFinder cases) : DocumentTransaction<MedicalRecordRequest>("HOS00021", books, cases)
{
    protected override DocumentPerson Person(MedicalRecordRequest request) => new(request.TreatmentSerialNo, request.DocumentsNo, request.Name);

    protected override IReadOnlyList<DocumentPart> Parts(MedicalRecordRequest request) => [new("", HuiminJson.Write(request))];
}
