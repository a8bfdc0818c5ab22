using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>2302: takes back named unsettled lines of a stay, or all of them.</summary>
internal sealed class CancelInpatientFees(LineCancellation cancellation, PersonCipher cipher) : Transaction<CancelInpatientFeesRequest>(cipher)
{
    public override string Infno => Infnos.InpatientLinesCancel;

    protected override string? PsnNo(CancelInpatientFeesRequest request) => request.Data.Length == 0 ? null : request.Data[0].PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, CancelInpatientFeesRequest request, string personKey, CancellationToken cancel)
    {
        if (request.Data.Length == 0) return Refusals.InputInvalid.With("data 不能为空");
        var first = request.Data[0];
        if (request.Data.Any(line => line.MdtrtId != first.MdtrtId || line.PsnNo != first.PsnNo)) return Refusals.InputInvalid.With("一次撤销的明细应属同一人员、同一就诊");
        var named = first.FeedetlSn == LineCancellation.All ? null : request.Data.Select(line => line.FeedetlSn).Distinct().ToList();
        return await cancellation.RunAsync(call, personKey, first.MdtrtId, inpatient: true, batch: "", named, cancel);
    }
}
