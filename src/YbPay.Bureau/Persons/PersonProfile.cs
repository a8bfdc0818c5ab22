using System.Globalization;

namespace YbPay.Bureau.Persons;

/// <summary>What is sealed of a person; prints nothing of it.</summary>
internal sealed record PersonProfile(string PsnNo, string CertNo, string PsnCertType, string Name, string Gender, DateOnly Birth)
{
    /// <summary>Years and tenths on a day, as the wire's age.</summary>
    public decimal AgeOn(DateOnly day)
    {
        var months = ((day.Year - Birth.Year) * 12) + day.Month - Birth.Month - (day.Day < Birth.Day ? 1 : 0);
        return decimal.Round(Math.Max(0, months) / 12m, 1, MidpointRounding.ToZero);
    }

    public string BirthText => Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() => "***";
}
