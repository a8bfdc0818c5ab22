using YbPay.Bureau;
using YbPay.Contracts;

namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>A visit in a hospital's records.</summary>
/// <param name="MedDate">yyyyMMdd.</param>
/// <param name="MedType">0020 outpatient, 0030 emergency, 0040 inpatient.</param>
public sealed record HospitalVisit(
    string OrgCodg, string VisitNo, Personal IdNo, string MedDate, string MedType, string DepartmentName, string MedName, string? Mlcd10Code);

/// <summary>The visits that hospitals know when the sandbox is new.</summary>
public static class SeedVisits
{
    /// <summary>Everybody in the seed was outpatient yesterday and has been inpatient for ten days, at each hospital.</summary>
    /// <param name="now">At the first start; later starts leave what is there.</param>
    public static IReadOnlyList<HospitalVisit> For(BureauSeed seed, IEnumerable<string> orgCodgs, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(seed);
        return
        [
            .. from orgCodg in orgCodgs
               from person in seed.Persons
               let number = $"{orgCodg[^4..]}{person.PsnNo.Reveal()[^4..]}"
               from visit in (HospitalVisit[])
               [
                   new(orgCodg, $"MZ{number}", person.CertNo, Day(now, -1), "0020", "呼吸内科", "急性上呼吸道感染", "J06.900"),
                   new(orgCodg, $"ZY{number}", person.CertNo, Day(now, -10), "0040", "骨科", "股骨颈骨折", "S72.000"),
               ]
               select visit,
        ];
    }

    private static string Day(DateTimeOffset now, int days) => ChinaTime.Of(now).AddDays(days).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}
