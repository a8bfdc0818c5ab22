using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client.Tests;

public sealed class HospitalAsksTheCenter : IAsyncLifetime
{
    private FakeCenter _center = null!;
    private ServiceProvider _hospital = null!;

    private IYbPayClient Client => _hospital.GetRequiredService<IYbPayClient>();

    public async ValueTask InitializeAsync()
    {
        _center = await FakeCenter.StartAsync();
        _hospital = _center.Hospital();
    }

    public async ValueTask DisposeAsync()
    {
        await _hospital.DisposeAsync();
        await _center.DisposeAsync();
    }

    [Fact]
    public async Task A_payment_goes_out_sealed_and_comes_back_bound()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("""{"payOrdId":"ORD1","ordStas":"4","feeSumamt":100.00,"ownPayAmt":"10.50","psnAcctPay":9.5,"fundPay":80,"othFeeAmt":0.00,"unheardOf":1}"""));

        var reply = await Client.PlacePaymentAsync(Requests.Pay);

        (reply.OrdStas, reply.FeeSumamt, reply.OwnPayAmt, reply.PsnAcctPay, reply.FundPay).ShouldBe(("4", 100m, 10.50m, 9.5m, 80m));
        var (path, body) = _center.Received.ShouldHaveSingleItem();
        path.ShouldBe("/org/local/api/hos/pay_order");
        Encoding.UTF8.GetString(body).ShouldNotContain("orgBizSer");
        var sent = JsonElement.Parse(_center.Clear(body));
        sent.GetProperty("orgBizSer").GetString().ShouldBe("S1");
        sent.GetProperty("deposit").GetRawText().ShouldBe("10.50");
    }

    [Fact]
    public async Task Each_interface_goes_to_its_printed_path()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("{}", code: 3101, message: "订单不存在"));
        var upload = new UploadFeesRequest
        {
            OrgCodg = "H", PsnNo = "P", Insutype = "310", MedOrgOrd = "M", Begntime = "2026-03-01 08:00:00", IdNo = "I", UserName = "U", IdType = "01", IptOtpNo = "N", DeptName = "内科",
            Caty = "A03", MedType = "11", FeeType = "01", MedfeeSumamt = 1m, AcctUsedFlag = "1", DiseCodg = "J00", PsnSetlway = "01", ChrgBchno = "B", PubHospRfomFlag = "0", DiseinfoList = [], FeedetailList = [],
        };
        var decode = new DecodeQrCodeRequest { OrgId = "O", BusinessType = "01101", OperatorId = "1", OperatorName = "甲", OfficeId = "1", OfficeName = "内科" };
        var card = new PayByBankCardRequest { PayAuthNo = "A", PayOrdId = "ORD1", PayToken = "T", OrgCodg = "H", OrgBizSer = "S" };

        Func<Task>[] calls = [() => Client.DecodeQrCodeAsync(decode), () => Client.UploadFeesAsync(upload), () => Client.PlacePaymentAsync(Requests.Pay), () => Client.RefundAsync(Requests.Refund),
            () => Client.PayByBankCardAsync(card), () => Client.QueryOrderAsync(Requests.Query), () => Client.RevokeAsync(Requests.Revoke)];
        foreach (var call in calls) (await Should.ThrowAsync<YbPayException>(call)).RefusalCode.ShouldBe(3101);

        _center.Received.Select(request => request.Path.Split('/')[^1]).ShouldBe(["ec_query", "uldFeeInfo", "pay_order", "refund_Order", "medBankPay", "query_order_info", "revoke_order"]);
    }

    [Fact]
    public async Task A_refusal_tells_code_name_words_and_trace_and_is_not_repeated()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("", Refusals.RefundTooBig.Code, "退费金额超过可退金额：还可退0.50元"));

        var refused = await Should.ThrowAsync<YbPayException>(() => Client.RefundAsync(Requests.Refund));

        (refused.RefusalCode, refused.RefusalName, refused.Message, refused.TraceId, refused.MayRetry, refused.OutcomeUnknown)
            .ShouldBe((Refusals.RefundTooBig.Code, "RefundTooBig", "退费金额超过可退金额：还可退0.50元", "trace-1", false, false));
        _center.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_that_may_be_repeated_is_left_to_the_caller()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("", Refusals.TooManyRequests.Code));

        (await Should.ThrowAsync<YbPayException>(() => Client.QueryOrderAsync(Requests.Query))).MayRetry.ShouldBeTrue();
        _center.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_silent_core_leaves_the_outcome_unknown()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("", Refusals.CoreSilent.Code));

        (await Should.ThrowAsync<YbPayException>(() => Client.PlacePaymentAsync(Requests.Pay))).OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_that_this_version_does_not_know_is_still_told()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("", 777001, "本地新增"));

        var refused = await Should.ThrowAsync<YbPayException>(() => Client.QueryOrderAsync(Requests.Query));
        (refused.RefusalCode, refused.RefusalName, refused.Message, refused.MayRetry).ShouldBe((777001, null, "本地新增", false));
    }

    [Fact]
    public async Task An_answer_signed_by_somebody_else_is_not_believed()
    {
        using var stranger = Sm2PrivateKey.Generate();
        using var forged = new MobileKeys(FakeCenter.AppId, FakeCenter.AppSecret, stranger, null);
        _center.Answer = (_, _) => Task.FromResult((200, MobileEnvelope.SealReply(forged, 0, "成功", true, """{"payOrdId":"ORD1","ordStas":"6"}"""u8, DateTimeOffset.UtcNow)));

        var untrusted = await Should.ThrowAsync<YbPayException>(() => Client.QueryOrderAsync(Requests.Query));

        (untrusted.RefusalCode, untrusted.OutcomeUnknown, untrusted.MayRetry).ShouldBe((null, true, false));
        untrusted.Message.ShouldContain("SignatureWrong");
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task What_is_no_envelope_is_not_believed(string body)
    {
        _center.Answer = (_, _) => Task.FromResult((200, Encoding.UTF8.GetBytes(body)));

        (await Should.ThrowAsync<YbPayException>(() => Client.QueryOrderAsync(Requests.Query))).OutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"payOrdId":"ORD1"}""", "ordStas")]
    [InlineData("""{"payOrdId":"ORD1","ordStas":"6","feeSumamt":"ten"}""", "feeSumamt")]
    [InlineData("""{"payOrdId":"ORD2","ordStas":"6"}""", "另一订单")]
    public async Task An_answer_that_breaks_the_table_or_is_about_another_order_is_not_believed(string data, string why)
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed(data));

        var untrusted = await Should.ThrowAsync<YbPayException>(() => Client.QueryOrderAsync(Requests.Query));
        untrusted.OutcomeUnknown.ShouldBeTrue();
        untrusted.Message.ShouldContain(why);
    }

    [Fact]
    public async Task An_old_answer_is_not_believed_unless_the_clock_check_is_off()
    {
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("""{"payOrdId":"ORD1","ordStas":"6"}""", at: DateTimeOffset.UtcNow.AddHours(-1)));

        await Should.ThrowAsync<YbPayException>(() => Client.QueryOrderAsync(Requests.Query));
        await using var patient = _center.Hospital(options => options.ClockTolerance = Timeout.InfiniteTimeSpan);
        (await patient.GetRequiredService<IYbPayClient>().QueryOrderAsync(Requests.Query)).OrdStas.ShouldBe("6");
    }

    [Fact]
    public async Task Numbers_can_be_signed_literally_where_the_region_wants_it()
    {
        await using var hospital = _center.Hospital(options => options.Numbers = NumberStyle.Literal);
        _center.Answer = (_, _) => Task.FromResult(_center.Sealed("", 3101));
        await Should.ThrowAsync<YbPayException>(() => hospital.GetRequiredService<IYbPayClient>().PlacePaymentAsync(Requests.Pay));

        var (_, body) = _center.Received.Single();
        MobileEnvelope.Open(_center.Keys, body, AnyTime.Instance, new CanonicalVariant(NumberStyle.Literal, EmptyObjectStyle.Keep), out _).ShouldBe(EnvelopeFault.None);
        MobileEnvelope.Open(_center.Keys, body, AnyTime.Instance, CanonicalVariant.Default, out _).ShouldBe(EnvelopeFault.SignatureWrong);
    }

    [Theory]
    [InlineData("BaseUrl", "http://center.example")]
    [InlineData("AppId", "short")]
    [InlineData("AppSecret", "")]
    [InlineData("PrivateKey", "no key")]
    [InlineData("CenterPublicKey", "AAAA")]
    public async Task A_wrong_option_is_named_at_the_start_and_its_value_is_not_shown(string option, string value)
    {
        await using var hospital = _center.Hospital(options =>
        {
            var property = typeof(YbPayOptions).GetProperty(option)!;
            property.SetValue(options, option == "BaseUrl" ? new Uri(value) : value);
        });

        var refused = Should.Throw<OptionsValidationException>(() => hospital.GetRequiredService<IYbPayClient>());
        refused.Message.ShouldContain(option);
        if (option is "PrivateKey" or "AppSecret" && value.Length > 0) refused.Message.ShouldNotContain(value);
    }

    [Fact]
    public void Options_and_exceptions_print_no_secret()
    {
        var options = new YbPayOptions { BaseUrl = new("https://c.example"), AppSecret = "hush", PrivateKey = "hush" };
        options.ToString().ShouldBe("YbPayOptions https://c.example/");
    }
}
