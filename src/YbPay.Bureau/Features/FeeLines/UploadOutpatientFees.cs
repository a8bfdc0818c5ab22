using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>2204: the lines of one charge batch of one visit.</summary>
internal sealed class UploadOutpatientFees(LineUpload upload, PersonCipher cipher) : Transaction<UploadOutpatientFeesRequest>(cipher)
{
    public override string Infno => Infnos.OutpatientLines;

    protected override string? PsnNo(UploadOutpatientFeesRequest request) => request.Feedetail.Length == 0 ? null : request.Feedetail[0].PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, UploadOutpatientFeesRequest request, string personKey, CancellationToken cancel)
    {
        if (request.Feedetail.Length == 0) return Refusals.InputInvalid.With("feedetail 不能为空");
        var first = request.Feedetail[0];
        if (request.Feedetail.Any(line => line.MdtrtId != first.MdtrtId || line.PsnNo != first.PsnNo || line.ChrgBchno != first.ChrgBchno))
            return Refusals.InputInvalid.With("一次上传的明细应属同一人员、同一就诊、同一收费批次");

        var lines = request.Feedetail.Select(line => new ToldLine(line.FeedetlSn, line.MedListCodg, line.DetItemFeeSumamt, line.Cnt, line.Pric)).ToList();
        var outcome = await upload.RunAsync(call, personKey, first.MdtrtId, first.ChrgBchno, inpatient: false, lines, cancel);
        return outcome.Then(result => Output.Of(new UploadOutpatientFeesReply { Result = result }));
    }
}
