using YbPay.Contracts;
using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Door;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>A hospital names a person, and often whose visit it is: both use cases do the same with it.</summary>
internal static class ToldVisits
{
    /// <summary>Null, or why the visit cannot be this person's.</summary>
    public static async Task<Refusal?> TellAsync(HuiminBooks books, Call call, InsuredPerson person, string? visitNo)
    {
        if (string.IsNullOrEmpty(visitNo)) return null;
        var key = person.Key(books.Cipher);
        var visit = await books.Database.ReadAsync(session => VisitStore.FindAsync(session, call.HospitalId, visitNo))
            ?? await books.Database.WriteAsync(async session =>
            {
                await VisitStore.TellAsync(session, call.HospitalId, visitNo, key, person.Seal(books.Cipher), books.Now);
                return await VisitStore.FindAsync(session, call.HospitalId, visitNo);
            });
        return visit?.PersonKey == key ? null : EnrolmentRefusals.VisitOfOther;
    }

    /// <summary>Who knows a number only learns nothing of the person's enrolment, not even that there is one.</summary>
    public static async Task<bool> IsOtherNameAsync(HuiminBooks books, InsuredPerson person) =>
        await books.Database.ReadAsync(session => EnrolmentStore.OfPersonAsync(session, person.Key(books.Cipher))) is { } enrolment && !IsSameName(enrolment.OpenPerson(books.Cipher).Name, person.Name);

    /// <summary>The same name but for spaces around it.</summary>
    public static bool IsSameName(Personal one, Personal other) => one.Reveal().Trim() == other.Reveal().Trim();
}
