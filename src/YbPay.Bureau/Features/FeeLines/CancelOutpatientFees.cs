using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>2205: takes back the unsettled lines of a batch, or of the whole visit.</summary>
internal sealed class CancelOutpatientFees(LineCancellation cancellation, PersonCipher cipher) : Transaction<CancelOutpatientFeesRequest>(cipher)
{
    public override string Infno => Infnos.OutpatientLinesCancel;

    protected override string? PsnNo(CancelOutpatientFeesRequest request) => request.Data.PsnNo;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, CancelOutpatientFeesRequest request, string personKey, CancellationToken cancel)
    {
        var batch = request.Data.ChrgBchno == LineCancellation.All ? "" : request.Data.ChrgBchno;
        return cancellation.RunAsync(call, personKey, request.Data.MdtrtId, inpatient: false, batch, named: null, cancel);
    }
}
