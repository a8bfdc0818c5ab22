using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Contracts.MobilePay;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client.Tests;

public sealed class CenterNotifiesTheHospital : IAsyncLifetime
{
    private const string Notice = """
        {"payOrdId":"ORD1","callType":"02","medOrgOrd":"MO1","traceTime":"20260301120000","feeSumamt":100.00,"ownpayAmt":10.50,"psnAcctPay":9.50,"fundPay":80.00,
         "hiChrgTime":"120000","hiDocSn":"D1","hiRgstSn":"G1","orgName":"示例市第一人民医院","setlType":"ALL","revsToken":"V1","orgCodg":"H44010000001"}
        """;

    private FakeCenter _center = null!;

    public async ValueTask InitializeAsync() => _center = await FakeCenter.StartAsync();

    public ValueTask DisposeAsync() => _center.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sealed_notice_is_opened_and_its_answer_sealed(bool taken)
    {
        await using var hospital = _center.Hospital();

        var callback = ReaderOf(hospital).ReadSettlement(Sealed(Notice));
        var answer = taken ? callback.Accepted() : callback.Failed("院内入账失败");

        callback.WasSealed.ShouldBeTrue();
        (callback.Message.PayOrdId, callback.Message.OwnpayAmt, callback.Message.RevsToken).ShouldBe(("ORD1", 10.50m, "V1"));
        MobileEnvelope.Open(_center.Keys, answer, AnyTime.Instance, null, out var opened).ShouldBe(EnvelopeFault.None);
        opened!.Code.ShouldBe("0");
        var reply = JsonElement.Parse(opened.Data);
        (reply.GetProperty("success").GetBoolean(), reply.GetProperty("message").GetString()).ShouldBe((taken, taken ? "院内处理回调成功" : "院内入账失败"));
    }

    [Theory]
    [InlineData("{\"data\":{0}}")]
    [InlineData("{0}")]
    public async Task A_clear_notice_is_taken_only_where_the_hospital_asked_for_it(string form)
    {
        var body = Encoding.UTF8.GetBytes(form.Replace("{0}", Notice, StringComparison.Ordinal));
        await using var strict = _center.Hospital();
        Should.Throw<YbPayException>(() => ReaderOf(strict).ReadSettlement(body)).Message.ShouldContain("AllowClearCallbacks");

        await using var hospital = _center.Hospital(options => options.AllowClearCallbacks = true);
        var callback = ReaderOf(hospital).ReadSettlement(body);

        callback.WasSealed.ShouldBeFalse();
        callback.Message.PayOrdId.ShouldBe("ORD1");
        Encoding.UTF8.GetString(callback.Accepted()).ShouldContain("\"code\":\"0\"");
        JsonElement.Parse(callback.Accepted()).GetProperty("data").GetProperty("success").GetBoolean().ShouldBeTrue();
        JsonElement.Parse(callback.Accepted()).GetProperty("msg").GetString().ShouldBe("接口调用成功");
    }

    [Fact]
    public async Task A_notice_from_a_stranger_a_reply_or_an_old_one_is_refused()
    {
        await using var hospital = _center.Hospital();
        using var stranger = Sm2PrivateKey.Generate();
        using var forged = new MobileKeys(FakeCenter.AppId, FakeCenter.AppSecret, stranger, null);
        byte[][] bad =
        [
            MobileEnvelope.SealRequest(forged, Encoding.UTF8.GetBytes(Notice), DateTimeOffset.UtcNow),
            _center.Sealed(Notice).Body,
            MobileEnvelope.SealRequest(_center.Keys, Encoding.UTF8.GetBytes(Notice), DateTimeOffset.UtcNow.AddMinutes(-10)),
            "no json"u8.ToArray(),
            "[]"u8.ToArray(),
            [],
        ];

        foreach (var body in bad) Should.Throw<YbPayException>(() => ReaderOf(hospital).ReadSettlement(body));
    }

    [Fact]
    public async Task A_notice_that_breaks_the_table_is_refused_with_every_problem_and_no_value()
    {
        await using var hospital = _center.Hospital();
        var broken = Notice.Replace("\"payOrdId\":\"ORD1\",", "", StringComparison.Ordinal).Replace("100.00", "\"a lot\"", StringComparison.Ordinal);

        var refused = Should.Throw<YbPayException>(() => ReaderOf(hospital).ReadSettlement(Sealed(broken)));

        refused.Message.ShouldContain("payOrdId");
        refused.Message.ShouldContain("feeSumamt");
        refused.Message.ShouldNotContain("a lot");
    }

    [Fact]
    public async Task An_order_sync_is_opened_too()
    {
        await using var hospital = _center.Hospital();
        var callback = ReaderOf(hospital).ReadOrder(Sealed("""{"payOrdId":"ORD1","medOrgOrd":"MO1","feeSumamt":1,"ownPayAmt":0,"psnAcctPay":0,"fundPay":1,"othFeeAmt":0}"""));

        callback.Message.ShouldBeOfType<SyncOrderRequest>().MedOrgOrd.ShouldBe("MO1");
    }

    private byte[] Sealed(string data) => MobileEnvelope.SealRequest(_center.Keys, Encoding.UTF8.GetBytes(data), DateTimeOffset.UtcNow);

    private static SettlementNoticeReader ReaderOf(ServiceProvider hospital) => hospital.GetRequiredService<SettlementNoticeReader>();
}
