using YbPay.Huimin.Partners;
using YbPay.Huimin.Persons;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>Where no hospital can be asked: nobody's insurance is known.</summary>
internal sealed class NoInsuranceQuery : IInsuranceQuery
{
    public Task<string?> AskAsync(Partner partner, InsuredPerson person) => Task.FromResult<string?>(null);
}
