using YbPay.Contracts.Outcomes;
using YbPay.Engine.Claims;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims.Cases;

/// <summary>The case that a hospital's message is about.</summary>
internal sealed class CaseFinder(HuiminBooks books)
{
    /// <summary>Taken for writing. Unknown: 0001. It must be the message's person, as far as the message names one.</summary>
    /// <param name="idNo">Null when the interface has none.</param>
    /// <param name="name">Null when the interface has none.</param>
    public async Task<Outcome<CaseRow>> TakeAsync(DbSession session, Call call, string visitNo, string? idNo, string? name = null)
    {
        if (await CaseStore.OfVisitAsync(session, call.HospitalId, visitNo, toWrite: true) is not { } row) return ClaimRefusals.CaseUnknown;
        if (idNo is not null && !row.IsOf(books.Cipher, idNo)) return ClaimRefusals.CasePersonDiffers;
        if (name is not null && row.OpenPerson(books.Cipher).Name.Reveal() != name) return ClaimRefusals.CasePersonDiffers;
        return row;
    }

    /// <summary>As above, and only while it takes documents.</summary>
    public async Task<Outcome<CaseRow>> TakeForDocumentAsync(DbSession session, Call call, string visitNo, string? idNo, string? name = null)
    {
        var found = await TakeAsync(session, call, visitNo, idNo, name);
        return found is Outcome<CaseRow>.Ok { Value.Status: var state } && ClaimRules.Document(state) is { } why ? ClaimRefusals.Of(why) : found;
    }
}
