using YbPay.Bureau;

namespace YbPay.Sandbox.Tests.Insurer;

/// <summary>A case as the platform sends it; complete for every plan unless a test takes something away.</summary>
internal sealed record CaseDraft
{
    public string CaseNo { get; init; } = "C1";

    public string InsuranceId { get; init; } = "HMB44001";

    public string ClaimType { get; init; } = "2";

    public SeedPerson Person { get; init; } = InsurerHost.Chen;

    public string? Name { get; init; }

    public string Diagnosis { get; init; } = "S72.001";

    /// <summary>8000.00 of 20000.00 are the person's, 500.00 of them outside the catalogue.</summary>
    public object Bill { get; init; } = Of("2000000", "1000000", "200000", "800000", "50000");

    public IReadOnlyList<string> Documents { get; init; } = ["HOS00020", "HOS00021", "HOS00022"];

    public IReadOnlyList<string> Images { get; init; } = ["3032", "9099", "01", "04", "16"];

    /// <summary>Documents as JSON text, as an envelope held them.</summary>
    public bool AsText { get; init; }

    public static object Of(string total, string basic, string third, string own, string outOfPocket) =>
        new { payId = "B1", total, socialInsuranceTotal = basic, thirdpartyPayTotal = third, totalAmount = own, outOfPocketTotal = outOfPocket };

    public object Order(string number) => new
    {
        number, caseNo = CaseNo, insuranceId = InsuranceId, claimType = ClaimType, idNo = Person.CertNo.Reveal(), name = Name ?? Person.Name.Reveal(), visitNo = "V1",
        documents = Documents.Select(kind => new { kind, key = "K", body = AsText ? System.Text.Json.JsonSerializer.Serialize(Body(kind)) : Body(kind) }),
        images = Images.Select(imageType => new { imageType, fileType = "jpg", size = 1000, digest = "d" }),
    };

    private object Body(string kind) => kind switch
    {
        "HOS00021" => new { diagnosisList = new[] { new { type = "1", diseaseCode = Diagnosis } } },
        "HOS00022" => new { feeList = new[] { Bill } },
        _ => new { treatmentSerialNo = "V1" },
    };
}
