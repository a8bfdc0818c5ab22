using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Credit;
using YbPay.Huimin.Door;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>HOS00001: whether a person is enrolled; the token where he is, an address to enrol at where he is not.</summary>
internal sealed class QueryEnrolmentUseCase(HuiminBooks books, EnrolmentPages pages, SignTokens tokens) : Transaction<QueryEnrolmentRequest>("HOS00001")
{
    /// <summary>未知参保类型 (dictionary mdcs_type).</summary>
    private const string UnknownInsurance = "999";

    protected override (string HospitalId, string CityCode)? Hospital(QueryEnrolmentRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, QueryEnrolmentRequest request, ContentReceiver content)
    {
        var person = new InsuredPerson(request.IdType, new Personal(request.IdNo), new Personal(request.UserName), new Personal(request.Mobile ?? ""));
        var enrolment = await books.Database.ReadAsync(session => EnrolmentStore.OfPersonAsync(session, person.Key(books.Cipher)));
        // Who knows a number only is given nobody's token.
        if (enrolment is not null && !ToldVisits.IsSameName(enrolment.OpenPerson(books.Cipher).Name, person.Name)) return EnrolmentRefusals.PersonDiffers;
        if (await ToldVisits.TellAsync(books, call, person, request.TreatmentSerialNo) is { } why) return why;
        return enrolment?.Stands switch
        {
            EnrolmentState.Active => Reply(Enrolled(enrolment) with
            {
                SignToken = tokens.Of(enrolment.EnrolmentId), SignDate = ChinaTime.Digits(enrolment.SignedAt!.Value), CreditPay = enrolment.CreditPay,
            }),
            EnrolmentState.Frozen => Reply(Enrolled(enrolment)),
            _ => Reply(new QueryEnrolmentReply
            {
                SignStatus = EnrolmentState.Ended.ToSignStatus(), ForwardUrl = await pages.MakeAsync(call, person, request.TreatmentSerialNo), Insutype = UnknownInsurance,
            }),
        };
    }

    private static QueryEnrolmentReply Enrolled(EnrolmentRow enrolment) => new() { SignStatus = enrolment.Stands.ToSignStatus(), Insutype = enrolment.Insutype ?? UnknownInsurance };
}
