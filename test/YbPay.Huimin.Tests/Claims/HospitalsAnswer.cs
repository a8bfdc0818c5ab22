using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Protocol.Huimin;
using YbPay.Sandbox.Hospital;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>The reference hospital's door, as a platform that is not ours would find it.</summary>
public sealed class HospitalsAnswer
{
    private static readonly HttpClient Http = new();
    private static readonly TestPatient Patient = TestPatient.Rich;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Visits_are_those_of_the_person_the_kind_and_the_days(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var visitNo = new TestCase(host.First, Patient).VisitNo;
        (await VisitsAsync(host, Patient.IdNo, -30, 0, "0040")).ShouldBe(visitNo);
        (await VisitsAsync(host, Patient.IdNo.ToLowerInvariant(), -10, -10, "0040")).ShouldBe(visitNo);
        (await VisitsAsync(host, Patient.IdNo, -9, 0, "0040")).ShouldBe("");
        (await VisitsAsync(host, Patient.IdNo, -30, -11, "0040")).ShouldBe("");
        (await VisitsAsync(host, Patient.IdNo, -30, 0, "0020")).ShouldStartWith("MZ");
        (await VisitsAsync(host, "440104199003070015", -30, 0, "0040")).ShouldBe("");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_number_is_answered_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var notice = HuiminJson.Write(Notice(host, new TestCase(host.First, Patient).VisitNo));
        var body = Seal(host, "HIS00004", notice);
        (await PostAsync(host, body)).RtCode.ShouldBe("0000");
        (await PostAsync(host, body)).RtCode.ShouldBe("4008");
        (await PostAsync(host, Seal(host, "HIS00004", notice))).As<ClaimNoticeReply>().TreatmentSerialNo.ShouldBe(new TestCase(host.First, Patient).VisitNo);
        (await host.Ward.Books.ReceivedAsync(host.First.HospitalId, default)).Count.ShouldBe(2);
        (await host.Ward.Books.TakenAsync(host.First.HospitalId, "HIS00004", default)).Count.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_is_no_envelope_of_its_platform_is_refused_unread(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var notice = HuiminJson.Write(Notice(host, new TestCase(host.First, Patient).VisitNo));
        var (first, second) = (TestHospital.Partners[0], TestHospital.Partners[1]);
        foreach (var (body, code) in new (byte[] Body, string Code)[]
        {
            ([], "4000"), ("{}"u8.ToArray(), "4000"), ("no envelope"u8.ToArray(), "4000"),
            (Seal(host, "HIS00004", notice, secret: second.Secret), "4000"), // another's key
            (Seal(host, "HIS00004", notice, second.PlatformId, second.Secret), "4104"), // another hospital's envelope
            (Seal(host, "HIS00004", notice, "stranger"), "4104"),
            (Seal(host, "HIS00004", notice, late: TimeSpan.FromMinutes(6)), "4000"),
            (Changed(Seal(host, "HIS00004", notice)), "4000"),
        })
            (await PostAsync(host, body)).RtCode.ShouldBe(code, Encoding.UTF8.GetString(body)[..Math.Min(80, body.Length)]);

        (await host.Ward.Books.ReceivedAsync(first.HospitalId, default)).ShouldBeEmpty();
        using var much = new ByteArrayContent(new byte[10 * 1024 * 1024]);
        ((int)(await Http.PostAsync(Address(host), much)).StatusCode).ShouldBe(413);
        using var nowhere = new ByteArrayContent([]);
        ((int)(await Http.PostAsync(new Uri(Address(host), "/huimin/H99999999999"), nowhere)).StatusCode).ShouldBe(404);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_is_not_as_printed_or_of_nobody_here_is_refused(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var visitNo = new TestCase(host.First, Patient).VisitNo;
        foreach (var (code, clear) in new[] { ("HIS00009", "{}"), ("HIS00002", "{}"), ("HIS00003", "[]"), ("HIS00004", "{"), ("HIS00004", "{\"treatmentSerialNo\":1}"), ("1101", "null") })
            (await PostAsync(host, Seal(host, code, Encoding.UTF8.GetBytes(clear)))).RtCode.ShouldBe("1000", code + clear);
        (await PostAsync(host, Seal(host, "HIS00002", HuiminJson.Write(Letter(visitNo, "!!!"))))).RtMsg.ShouldContain("Base64");
        (await host.Ward.Books.ReceivedAsync(host.First.HospitalId, default)).ShouldBeEmpty();

        (await PostAsync(host, Seal(host, "HIS00002", HuiminJson.Write(Letter("ZY99999999", "AAAA"))))).RtMsg.ShouldBe("没有该患者的就诊记录");
        (await PostAsync(host, Seal(host, "HIS00004", HuiminJson.Write(Notice(host, visitNo) with { IdNo = TestPatient.Poor.IdNo })))).RtMsg.ShouldBe("没有该患者的就诊记录");
        (await host.Ward.Books.ReceivedAsync(host.First.HospitalId, default)).ShouldAllBe(one => one.Answer == HospitalAnswer.Fail);
        (await host.Ward.Books.TakenAsync(host.First.HospitalId, "HIS00004", default)).ShouldBeEmpty();
        (await PostAsync(host, Seal(host, "1101", HuiminJson.Write(new QueryInsuranceRequest { Name = Patient.Name, IdType = "01", IdNo = Patient.IdNo, CityCode = "440100" })))).RtMsg.ShouldBe("医院未连接医保核心");
    }

    private static ClaimNoticeRequest Notice(HuiminHost host, string visitNo) => new()
    {
        TreatmentSerialNo = visitNo, IdNo = Patient.IdNo, HospitalId = host.First.HospitalId, ClaimNode = "1", InsuranceId = "HMB44001", InsuranceName = "示例惠民保", ClaimType = "2",
    };

    private static ReceiveAuthorisationRequest Letter(string visitNo, string file) => new()
    {
        File = file, IdNo = Patient.IdNo, InsuranceId = "HMB44001", InsuranceName = "示例惠民保", TreatmentSerialNo = visitNo, ClaimType = "2",
    };

    private static async Task<string> VisitsAsync(HuiminHost host, string idNo, int from, int to, string medType) => string.Join(' ', (await PostAsync(host, Seal(host, "HIS00003", HuiminJson.Write(
        new ListVisitsRequest { IdNo = idNo, MedStartDate = Day(host, from), MedEndDate = Day(host, to), MedType = medType })))).Done<ListVisitsReply>().TreatmentList.Select(visit => visit.TreatmentSerialNo));

    private static string Day(HuiminHost host, int days) =>
        host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static byte[] Seal(HuiminHost host, string transCode, byte[] clear, string? platformId = null, string? secret = null, TimeSpan late = default)
    {
        using var keys = new HuiminKeys(secret ?? TestHospital.Partners[0].Secret);
        return HuiminEnvelope.SealRequest(keys, HuiminHead.Of(platformId ?? TestHospital.Partners[0].PlatformId, TestHospital.NewNumber(), transCode, host.Clock.GetUtcNow() - late), clear);
    }

    private static byte[] Changed(byte[] body) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("HIS00004", "HIS00002", StringComparison.Ordinal));

    private static Uri Address(HuiminHost host) => new(host.Services.GetRequiredService<HuiminOptions>().Partners[0].CallbackUrl);

    private static async Task<Replied> PostAsync(HuiminHost host, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await Http.PostAsync(Address(host), content);
        answer.EnsureSuccessStatusCode();
        using var keys = new HuiminKeys(TestHospital.Partners[0].Secret);
        var fault = HuiminEnvelope.OpenReply(keys, await answer.Content.ReadAsByteArrayAsync(), out var reply);
        return reply is null ? throw new InvalidOperationException($"{fault}") : new(reply.RtCode, reply.RtMsg, reply.Clear);
    }
}
