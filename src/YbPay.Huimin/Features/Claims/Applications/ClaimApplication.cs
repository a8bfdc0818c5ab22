using System.Globalization;
using System.Text.Json.Serialization;
using YbPay.Contracts.Dictionaries;
using YbPay.Huimin.Features.Claims.Cases;

namespace YbPay.Huimin.Features.Claims.Applications;

/// <summary>What a patient's app asks for: the body of <c>POST /internal/claims</c>, whose <c>letter</c> is the authorisation letter in Base64 (JPG, PNG or PDF, at most 3 MiB).</summary>
internal sealed record ClaimApplication(
    string? IdNo, string? UserName, string? HospitalId, string? TreatmentSerialNo, string? ClaimType, string? InsuranceId, string? InsuranceName, string? Kind, string? MedStartDate,
    string? MedEndDate, string? MedType, string? Letter)
{
    private const string Relief = "relief";

    public int CaseKind => Kind == Relief ? CaseRow.Relief : CaseRow.Commercial;

    /// <summary>Every problem at once, by member; empty when the rest may count on all of it. The lengths are those of the interfaces that carry it on.</summary>
    public IReadOnlyList<string> Problems()
    {
        var found = new List<string>();
        Demand(IdNo is { Length: > 0 and <= 18 }, "idNo");
        Demand(UserName is { Length: > 0 and <= 64 }, "userName");
        Demand(HospitalId is { Length: >= 8 and <= 40 }, "hospitalId");
        Demand(TreatmentSerialNo is null or { Length: > 0 and <= 128 }, "treatmentSerialNo");
        Demand(ClaimType is "1" or "2", "claimType");
        Demand(InsuranceId is { Length: > 0 and <= 8 }, "insuranceId");
        Demand(InsuranceName is { Length: > 0 and <= 64 }, "insuranceName");
        Demand(Kind is "commercial" || (Kind == Relief && ClaimType != Contracts.Dictionaries.ClaimType.Direct), "kind");
        Demand(IsDay(MedStartDate), "medStartDate");
        Demand(IsDay(MedEndDate) && string.CompareOrdinal(MedStartDate, MedEndDate) <= 0, "medEndDate");
        Demand(MedType is "0020" or "0030" or "0040", "medType");
        Demand(Letter is { Length: > 0 }, "letter");
        return found;

        void Demand(bool holds, string member)
        {
            if (!holds) found.Add(member);
        }
    }

    public override string ToString() => "***";

    private static bool IsDay(string? day) => DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

internal sealed record ClaimApplied(string CaseId, string TreatmentSerialNo, string ClaimNode);

internal sealed record ClaimRefused(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClaimApplication))]
[JsonSerializable(typeof(ClaimApplied))]
[JsonSerializable(typeof(ClaimRefused))]
internal sealed partial class ClaimJson : JsonSerializerContext;
