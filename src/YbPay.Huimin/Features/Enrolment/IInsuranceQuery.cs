using YbPay.Huimin.Partners;
using YbPay.Huimin.Persons;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>Asks a hospital how a person is insured (1101, retired by the document: asked only where it is switched on).</summary>
internal interface IInsuranceQuery
{
    /// <summary>
    /// The kind of insurance (dictionary mdcs_type), or null when the hospital does not say within its time, says nothing usable, or is not
    /// called. Never throws for what the hospital does.
    /// </summary>
    Task<string?> AskAsync(Partner partner, InsuredPerson person);
}
