using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Features.Enrolment;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Partners;
using YbPay.Huimin.Persons;
using YbPay.Protocol.Outgoing;

namespace YbPay.Huimin.Features.Claims.Applications;

/// <summary>1101 参保查询, asked at the hospital, which asks the core in its own name.</summary>
internal sealed class InsuranceQuery(HospitalLink hospitals) : IInsuranceQuery
{
    /// <summary>The basic insurances of mdcs_type, best first. Elsewhere the two dictionaries use one number for different things.</summary>
    private static readonly string[] Basic = [MdcsType.Employee, MdcsType.Resident, "391", "380"];

    public async Task<string?> AskAsync(Partner partner, InsuredPerson person)
    {
        var question = new QueryInsuranceRequest { Name = person.Name.Reveal(), IdType = person.IdType, IdNo = person.IdNo.Reveal(), CityCode = partner.CityCode };
        return await hospitals.CallAsync<QueryInsuranceRequest, QueryInsuranceReply>(partner, "1101", question, CancellationToken.None) is Answer<QueryInsuranceReply>.Given
        {
            Value: { Infcode: 0, Output: { Insuinfo: { Length: > 0 } held } output },
        } && string.Equals(output.Baseinfo.Certno, person.IdNo.Reveal(), StringComparison.OrdinalIgnoreCase)
            ? Basic.FirstOrDefault(kind => held.Any(one => one.Insutype == kind)) ?? MdcsType.Unknown
            : null;
    }
}
