using YbPay.Contracts.Huimin;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>HOS00024 检查报告: by its reportNo.</summary>
internal sealed class ReceiveExaminationReport(HuiminBooks books, CaseFinder cases) : DocumentTransaction<ExaminationReportRequest>("HOS00024", books, cases)
{
    protected override DocumentPerson Person(ExaminationReportRequest request) => new(request.TreatmentSerialNo, IdNo: null, request.PatientName);

    protected override IReadOnlyList<DocumentPart> Parts(ExaminationReportRequest request) => [new(request.ReportNo, HuiminJson.Write(request))];
}
