using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Claims;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Images;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Partners;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Audit;

namespace YbPay.Huimin.Features.Claims.Applications;

/// <summary>A patient applies: the hospital says which visits there were (HIS00003), the case begins, and the hospital gets the authorisation letter (HIS00002).</summary>
internal sealed class ApplyForClaim(HuiminBooks books, PartnerRegistry partners, HospitalLink hospitals, ClaimNotices notices)
{
    /// <summary>申请书、委托书及交接凭证类: what a letter is among the images of a case.</summary>
    private const string LetterImage = "3001";
    private const string NeedsNoReview = "3";

    /// <summary>Of rivals for one visit one gets the case; the others are refused, and nothing of them stays.</summary>
    public async Task<Outcome<CaseRow>> ApplyAsync(ClaimApplication wanted, ImageReceiver letter, CancellationToken cancel)
    {
        var problems = wanted.Problems();
        if (problems.Count > 0) return ClaimRefusals.ApplicationInvalid.With(string.Join("、", problems));
        var (image, why) = letter.Finish();
        if (image is null) return ClaimRefusals.ImageInvalid.With(why!);
        if (partners.OfHospital(wanted.HospitalId!) is not { CallbackUrl.Length: > 0 } partner) return ClaimRefusals.HospitalUnknown;
        var visits = await VisitsAsync(partner, wanted, cancel);
        if (visits is not Outcome<VisitRecord[]>.Ok { Value: var known }) return ((Outcome<VisitRecord[]>.No)visits).Why;
        if (Choose(known, wanted.TreatmentSerialNo) is not { } visit) return ClaimRefusals.VisitUnknown;
        return await BeginAsync(CaseOf(partner, wanted, visit), letter, image);
    }

    private async Task<Outcome<VisitRecord[]>> VisitsAsync(Partner partner, ClaimApplication wanted, CancellationToken cancel)
    {
        var question = new ListVisitsRequest { IdNo = wanted.IdNo!, MedStartDate = wanted.MedStartDate!, MedEndDate = wanted.MedEndDate!, MedType = wanted.MedType! };
        return await hospitals.CallAsync<ListVisitsRequest, ListVisitsReply>(partner, "HIS00003", question, cancel) switch
        {
            Answer<ListVisitsReply>.Given { Value: var reply } => reply.TreatmentList,
            Answer<ListVisitsReply>.Refused => ClaimRefusals.VisitUnknown,
            _ => ClaimRefusals.HospitalSilent,
        };
    }

    /// <summary>The one named, or the newest. Of one day the highest number, so that the order in which a hospital lists them means nothing.</summary>
    private static VisitRecord? Choose(VisitRecord[] visits, string? visitNo) => visitNo is null
        ? visits.OrderByDescending(visit => visit.MedDate, StringComparer.Ordinal).ThenByDescending(visit => visit.TreatmentSerialNo, StringComparer.Ordinal).FirstOrDefault()
        : visits.FirstOrDefault(visit => visit.TreatmentSerialNo == visitNo);

    private CaseRow CaseOf(Partner partner, ClaimApplication wanted, VisitRecord visit)
    {
        var person = new InsuredPerson(InsuredPerson.IdentityCard, new Personal(wanted.IdNo!), new Personal(wanted.UserName!), new Personal(""));
        return new CaseRow
        {
            CaseId = books.Ids.Next(QueryIds.Case), HospitalId = partner.HospitalId, VisitNo = visit.TreatmentSerialNo, PersonKey = person.Key(books.Cipher), Person = person.Seal(books.Cipher),
            Kind = wanted.CaseKind, ClaimType = wanted.ClaimType!, InsuranceId = wanted.InsuranceId!, InsuranceName = wanted.InsuranceName!, Status = ClaimState.Applied, Version = 0,
        };
    }

    private async Task<Outcome<CaseRow>> BeginAsync(CaseRow row, ImageReceiver letter, ReceivedImage image)
    {
        var now = books.Now;
        var written = await ImageKeeping.WithAsync(letter, image, () => books.Database.WriteAsync<Outcome<string>>(async session =>
        {
            if (await VisitStore.FindAsync(session, row.HospitalId, row.VisitNo) is { } told && told.PersonKey != row.PersonKey) return ClaimRefusals.VisitUnknown;
            if (!await CaseStore.InsertAsync(session, row, now)) return ClaimRefusals.CaseExists;
            var fileId = await CaseImageStore.PutAsync(session, row.CaseId, LetterImage, NeedsNoReview, image, now);
            await notices.SendLetterAsync(session, row, image.Digest, now);
            await AuditStore.AppendAsync(session, "patient", "case.Applied", row.CaseId, $"{row.HospitalId} {row.InsuranceId} {row.Way}", now);
            return fileId;
        }));
        notices.Ring();
        return written.Match<Outcome<CaseRow>>(_ => row, why => why);
    }
}
