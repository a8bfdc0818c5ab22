using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>2301: lines of a stay, in as many uploads as it takes. They have no batch number.</summary>
internal sealed class UploadInpatientFees(LineUpload upload, PersonCipher cipher) : Transaction<UploadInpatientFeesRequest>(cipher)
{
    public override string Infno => Infnos.InpatientLines;

    protected override string? PsnNo(UploadInpatientFeesRequest request) => request.Feedetail.Length == 0 ? null : request.Feedetail[0].PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, UploadInpatientFeesRequest request, string personKey, CancellationToken cancel)
    {
        if (request.Feedetail.Length == 0) return Refusals.InputInvalid.With("feedetail 不能为空");
        var first = request.Feedetail[0];
        if (request.Feedetail.Any(line => line.MdtrtId != first.MdtrtId || line.PsnNo != first.PsnNo))
            return Refusals.InputInvalid.With("一次上传的明细应属同一人员、同一就诊");

        var lines = request.Feedetail.Select(line => new ToldLine(line.FeedetlSn, line.MedListCodg, line.DetItemFeeSumamt, line.Cnt, line.Pric)).ToList();
        var outcome = await upload.RunAsync(call, personKey, first.MdtrtId, batch: "", inpatient: true, lines, cancel);
        return outcome.Then(result => Output.Of(new UploadInpatientFeesReply { Result = result }));
    }
}
