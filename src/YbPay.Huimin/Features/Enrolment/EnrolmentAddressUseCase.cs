using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Door;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>HOS00025: an address at which one person can enrol.</summary>
internal sealed class EnrolmentAddressUseCase(HuiminBooks books, EnrolmentPages pages) : Transaction<EnrolmentAddressRequest>("HOS00025")
{
    protected override (string HospitalId, string CityCode)? Hospital(EnrolmentAddressRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, EnrolmentAddressRequest request, ContentReceiver content)
    {
        var person = new InsuredPerson(InsuredPerson.IdentityCard, new Personal(request.IdNo), new Personal(request.UserName), new Personal(request.Mobile));
        if (await ToldVisits.IsOtherNameAsync(books, person)) return EnrolmentRefusals.PersonDiffers;
        if (await ToldVisits.TellAsync(books, call, person, request.TreatmentSerialNo) is { } why) return why;
        return Reply(new EnrolmentAddressReply { ForwardUrl = await pages.MakeAsync(call, person, request.TreatmentSerialNo ?? "") });
    }
}
