using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Bureau;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>A patient's claim for the inpatient visit that the hospital has had for ten days, as patient, hospital and insurer deal with it.</summary>
internal sealed class TestCase(TestHospital hospital, TestPatient patient)
{
    public const string Commercial = "HMB44001";
    public const string Relief = "YJZ";
    private static readonly HttpClient Http = new();
    private static readonly string[] Documents = ["HOS00020", "HOS00021", "HOS00022", "HOS00023", "HOS00024"];

    public HuiminHost Host => hospital.Host;

    public TestHospital Hospital => hospital;

    /// <summary>As the sandbox's hospitals number their inpatients.</summary>
    public string VisitNo { get; init; } =
        $"ZY{hospital.HospitalId[^4..]}{BureauSeed.Default.Persons.First(person => person.CertNo.Reveal() == patient.IdNo).PsnNo.Reveal()[^4..]}";

    /// <summary>The platform's number; there once the patient has applied.</summary>
    public string CaseId { get; private set; } = "";

    public Task<(int Status, JsonNode Body)> AskToApplyAsync(
        string insuranceId = Commercial, string claimType = "2", string kind = "commercial", byte[]? letter = null, Action<JsonObject>? change = null)
    {
        var wanted = new JsonObject
        {
            ["idNo"] = patient.IdNo, ["userName"] = patient.Name, ["hospitalId"] = hospital.HospitalId, ["treatmentSerialNo"] = VisitNo, ["claimType"] = claimType,
            ["insuranceId"] = insuranceId, ["insuranceName"] = insuranceId == Relief ? "粤就助" : "示例惠民保", ["kind"] = kind, ["medStartDate"] = Day(-30), ["medEndDate"] = Day(0),
            ["medType"] = "0040", ["letter"] = Convert.ToBase64String(letter ?? Images.Png(text: "授权书")),
        };
        change?.Invoke(wanted);
        return PostAsync(JsonContent.Create(wanted));
    }

    public async Task<(int Status, JsonNode Body)> PostAsync(HttpContent body, string? token = TestHospital.InternalToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Address, "/internal/claims")) { Content = body };
        request.Headers.Add("X-Internal-Token", token);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    /// <summary>The patient applies, and gets the case.</summary>
    public async Task<TestCase> ApplyAsync(string insuranceId = Commercial, string claimType = "2", string kind = "commercial")
    {
        var (status, body) = await AskToApplyAsync(insuranceId, claimType, kind);
        if (status != 201) throw new InvalidOperationException($"{status} {body.ToJsonString()}");
        CaseId = (string)body["caseId"]!;
        return this;
    }

    /// <summary>All documents, an image of each kind that some insurer wants.</summary>
    public async Task<TestCase> DocumentedAsync()
    {
        foreach (var code in Documents) (await SendAsync(code)).RtCode.ShouldBe("0000", code);
        foreach (var imageType in (string[])["3032", "01", "04", "16"]) (await SendImageAsync(Images.Png(text: imageType), imageType: imageType)).RtCode.ShouldBe("0000", imageType);
        return this;
    }

    public async Task<TestCase> ReportedAsync()
    {
        await DocumentedAsync();
        var reply = await ReportAsync();
        return reply.RtCode == "0000" ? this : throw new InvalidOperationException($"{reply.RtCode} {reply.RtMsg}");
    }

    /// <summary>A document from the printed samples, about this patient's visit.</summary>
    public Task<Replied> SendAsync(string code, Action<JsonObject>? change = null)
    {
        var message = Document(code);
        change?.Invoke(message);
        return hospital.SendAsync(code, Encoding.UTF8.GetBytes(message.ToJsonString()));
    }

    public JsonObject Document(string code)
    {
        var message = JsonNode.Parse(File.ReadAllText(Repository.At("samples", "messages", "huimin", $"{code}.request.json")))!.AsObject();
        message["treatmentSerialNo"] = VisitNo;
        foreach (var number in (string[])["documentsNo", "certno", "idNo"]) if (message.ContainsKey(number)) message[number] = patient.IdNo;
        foreach (var name in (string[])["name", "psnName", "patientName"]) if (message.ContainsKey(name)) message[name] = patient.Name;
        return message;
    }

    public Task<Replied> SendImageAsync(byte[] content, string fileType = "png", string imageType = "3044", string? idNo = null) =>
        SendImageTextAsync(Convert.ToBase64String(content), fileType, imageType, idNo);

    public Task<Replied> SendImageTextAsync(string base64, string fileType = "png", string imageType = "3044", string? idNo = null) =>
        hospital.SendAsync("HOS00028", Image(base64, fileType, imageType, idNo ?? patient.IdNo));

    /// <summary>HOS00028 in the clear.</summary>
    public byte[] Image(byte[] png) => Image(Convert.ToBase64String(png), "png", "3044", patient.IdNo);

    private byte[] Image(string base64, string fileType, string imageType, string idNo) =>
        JsonSerializer.SerializeToUtf8Bytes(new { treatmentSerialNo = VisitNo, idNo, fileType, imageBase64 = base64, imageType, verifyStatus = "2" });

    public Task<Replied> ReportAsync(string status = "1") => hospital.SendAsync("HOS00027", new ReportClaimRequest { TreatmentSerialNo = VisitNo, IdNo = patient.IdNo, Status = status });

    public Task<Replied> WithdrawAsync(string? idNo = null) => hospital.SendAsync("HOS00026", new WithdrawCaseRequest { TreatmentSerialNo = VisitNo, IdNo = idNo ?? patient.IdNo });

    public Task<Replied> AskAsync(string? idNo = null) =>
        hospital.SendAsync("HOS00029", new QueryCaseRequest { TreatmentSerialNo = VisitNo, IdNo = idNo ?? patient.IdNo, HospitalId = hospital.HospitalId });

    public async Task<string> NodeAsync() => (await AskAsync()).Done<QueryCaseReply>().ClaimNode;

    /// <summary>One stage on at the insurer, and waits until the platform has learnt of it.</summary>
    public async Task StageAsync(string status)
    {
        (await Host.Insurer.MoveOnAsync(CaseId, toTheEnd: false, default)).ShouldBe(1);
        await StandsAtAsync(status);
    }

    /// <summary>Until the case has a claimStatus (the relief fund's own: 111, 112).</summary>
    public Task StandsAtAsync(string status) => GetAsync(StatusAsync, at => at == status, $"{CaseId} at {status}");

    public async Task<string> StatusAsync() =>
        (await Host.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT status FROM cases WHERE case_id = @CaseId", new { CaseId }))).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the hospital has been told of this visit, in order: HIS00002, or the node of a HIS00004.</summary>
    public async Task<string> ToldAsync() => string.Join(' ', (await Host.Ward.Books.ReceivedAsync(hospital.HospitalId, default))
        .Where(one => (string?)one.Data!["treatmentSerialNo"] == VisitNo).Select(one => one.Transaction == "HIS00002" ? "letter" : (string)one.Data!["claimNode"]!));

    public Task HasBeenToldAsync(string wanted) => GetAsync(ToldAsync, told => told == wanted, "the hospital is told: " + wanted);

    private string Day(int days) => Host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
