using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Protocol.Huimin;
using YbPay.Sandbox.Tests;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>A hospital that answers in every wrong way: a notice is taken when its own hospital says so, sealed, about that visit, and never otherwise.</summary>
public sealed class OnlyTrueAnswersCount
{
    private static readonly (string Name, Func<string, byte[]> Answer)[] Wrong =
    [
        ("nothing", _ => []),
        ("no JSON", _ => "<html>ok</html>"u8.ToArray()),
        ("unsigned", _ => HuiminEnvelope.SealUnsigned("0000", "成功")),
        ("another's key", visit => Sealed(1, "0000", Taken(visit))),
        ("another visit", _ => Sealed(0, "0000", Taken("ZY99999999"))),
        ("no content", _ => Sealed(0, "0000", [])),
        ("content that is none", _ => Sealed(0, "0000", "[1]"u8.ToArray())),
        ("broken content", _ => Sealed(0, "0000", "{\"treatmentSerialNo\":"u8.ToArray())),
        ("a number used before", visit => Sealed(0, "4008", Taken(visit))),
        ("refused", visit => Sealed(0, "1000", Taken(visit))),
        ("endless", _ => Encoding.ASCII.GetBytes(new string(' ', 3 * 1024 * 1024))),
    ];

    public static TheoryData<string> Names => [.. Wrong.Select(wrong => wrong.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_proves_nothing_is_told_again(string name)
    {
        var wrong = Wrong.Single(one => one.Name == name).Answer;
        var told = new ConcurrentQueue<string>();
        await using var hospital = await LocalServer.StartAsync(_ => { }, app => app.MapPost("/", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var (code, clear) = Opened(body.ToArray());
            if (code != "HIS00004")
            {
                await http.Response.Body.WriteAsync(Sealed(0, "0000", "{}"u8.ToArray()));
                return;
            }

            var visit = HuiminJson.Read<ClaimNoticeRequest>(clear).TreatmentSerialNo;
            told.Enqueue(visit);
            await http.Response.Body.WriteAsync(told.Count == 1 ? wrong(visit) : Sealed(0, "0000", Taken(visit)));
        }));
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        await claim.HasBeenToldAsync("letter");
        host.Services.GetRequiredService<HuiminOptions>().Partners[0].CallbackUrl = hospital.Address.ToString();
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM outbox_attempts WHERE message_id LIKE 'HIS00004%' AND outcome = 2"), retried => retried == 1, "not counted");
        (await host.NumberAsync("SELECT COUNT(*) FROM outbox WHERE topic = 'HIS00004' AND state = 1")).ShouldBe(0);
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM outbox WHERE topic = 'HIS00004' AND state = 1"), taken => taken == 1, "taken");
        told.ShouldBe([claim.VisitNo, claim.VisitNo]);
        host.Log.Errors.ShouldBeEmpty();
    }

    private static byte[] Taken(string visit) => HuiminJson.Write(new ClaimNoticeReply { TreatmentSerialNo = visit });

    private static byte[] Sealed(int partner, string rtCode, byte[] clear)
    {
        using var keys = new HuiminKeys(TestHospital.Partners[partner].Secret);
        return HuiminEnvelope.SealReply(keys, rtCode, "说明", clear);
    }

    private static (string Code, byte[] Clear) Opened(byte[] body)
    {
        using var keys = new HuiminKeys(TestHospital.Partners[0].Secret);
        HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var request).ShouldBe(HuiminFault.None);
        request!.Open(keys, Protocol.MobilePay.AnyTime.Instance, out var clear).ShouldBe(HuiminFault.None);
        return (request.Head.TransCode, clear!);
    }
}
