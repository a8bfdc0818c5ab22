using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Protocol.Huimin;

namespace YbPay.Client.Tests;

public sealed class HospitalAsksThePlatform : IAsyncLifetime
{
    private static readonly CreditPaymentRequest Pay = Request<CreditPaymentRequest>("HOS00003");

    private static readonly Dictionary<string, Func<IHuiminClient, Task<Contract?>>> Transactions = new()
    {
        ["HOS00025"] = async client => await client.GetEnrolmentAddressAsync(Request<EnrolmentAddressRequest>("HOS00025")),
        ["HOS00001"] = async client => await client.QueryEnrolmentAsync(Request<QueryEnrolmentRequest>("HOS00001")),
        ["HOS00003"] = async client => await client.PayAsync(Pay),
        ["HOS00004"] = async client => await client.RefundAsync(Request<CreditRefundRequest>("HOS00004")),
        ["HOS00012"] = async client => await client.QueryTradeAsync(Request<QueryTradeRequest>("HOS00012")),
        ["HOST0014"] = async client => await client.TryDischargeAsync(Request<TryDischargeRequest>("HOST0014")),
        ["HOS00014"] = async client => await client.SettleDischargeAsync(Request<SettleDischargeRequest>("HOS00014")),
        ["HOS00015"] = async client => await client.CancelDischargeAsync(Request<CancelDischargeRequest>("HOS00015")),
        ["HOS00016"] = async client => await client.QueryDischargeAsync(Request<QueryDischargeRequest>("HOS00016")),
        ["HOS00013"] = async client => await client.QueryStatementAsync(Request<QueryStatementRequest>("HOS00013")),
        ["HOS00020"] = client => Told(client.SendPatientRecordAsync(Request<PatientRecordRequest>("HOS00020"))),
        ["HOS00021"] = client => Told(client.SendMedicalRecordAsync(Request<MedicalRecordRequest>("HOS00021"))),
        ["HOS00022"] = client => Told(client.SendExpensesAsync(Request<ExpensesRequest>("HOS00022"))),
        ["HOS00023"] = client => Told(client.SendElectronicBillsAsync(Request<ElectronicBillsRequest>("HOS00023"))),
        ["HOS00024"] = client => Told(client.SendExaminationReportAsync(Request<ExaminationReportRequest>("HOS00024"))),
        ["HOS00026"] = client => Told(client.WithdrawCaseAsync(Request<WithdrawCaseRequest>("HOS00026"))),
        ["HOS00027"] = client => Told(client.ReportClaimAsync(Request<ReportClaimRequest>("HOS00027"))),
        ["HOS00028"] = client => Told(client.UploadImageAsync(Request<UploadImageRequest>("HOS00028"))),
        ["HOS00029"] = async client => await client.QueryCaseAsync(Request<QueryCaseRequest>("HOS00029")),
    };

    private FakePlatform _platform = null!;

    public static TheoryData<string> Codes => [.. Transactions.Keys];

    public async ValueTask InitializeAsync() => _platform = await FakePlatform.StartAsync();

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_transaction_goes_under_its_code_and_brings_its_answer(string transCode)
    {
        await using var hospital = _platform.Hospital();
        var reply = await Transactions[transCode](Client(hospital));

        var call = _platform.Received.ShouldHaveSingleItem();
        call.TransCode.ShouldBe(transCode);
        JsonElement.DeepEquals(call.Content, JsonElement.Parse(File.ReadAllBytes(Sample(transCode, "request")))).ShouldBeTrue(call.Content.ToString());
        (reply is null).ShouldBe(FakePlatform.Sample(call) is null);
    }

    [Fact]
    public async Task What_the_answer_says_is_bound()
    {
        await using var hospital = _platform.Hospital();
        var reply = await Client(hospital).PayAsync(Pay);
        var sample = JsonElement.Parse(FakePlatform.Sample(_platform.Received.Single())!);
        (reply.OrderId, reply.QueryId, reply.Amt, reply.OrderStatus).ShouldBe(
            (Pay.OrderId, sample.GetProperty("queryId").GetString(), sample.GetProperty("amt").GetInt64(), sample.GetProperty("orderStatus").GetString()));
    }

    [Theory]
    [InlineData("5501", false, false)]
    [InlineData("5502", true, false)]
    [InlineData("1000", false, false)]
    [InlineData("9999", true, true)]
    public async Task A_refusal_is_an_exception_with_its_rtCode(string rtCode, bool mayRetry, bool outcomeUnknown)
    {
        _platform.Answer = (_, _) => Task.FromResult((200, _platform.Refused(rtCode, "出院结算失败")));
        await using var hospital = _platform.Hospital();
        var refused = await Should.ThrowAsync<YbPayException>(() => Transactions["HOS00014"](Client(hospital)));
        (refused.RtCode, refused.Message, refused.MayRetry, refused.OutcomeUnknown).ShouldBe((rtCode, "出院结算失败", mayRetry, outcomeUnknown));
    }

    [Fact]
    public async Task A_question_is_asked_again_each_time_under_a_new_number()
    {
        var left = 2;
        _platform.Answer = (_, call) => Task.FromResult(left-- > 0 ? (503, "<html>"u8.ToArray()) : (200, _platform.Done(FakePlatform.Sample(call))));
        await using var hospital = _platform.Hospital();
        await Transactions["HOS00001"](Client(hospital));
        _platform.Received.Select(call => call.PlatformSeqId).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task What_has_an_effect_is_never_sent_twice()
    {
        _platform.Answer = (_, _) => Task.FromResult((503, "<html>"u8.ToArray()));
        await using var hospital = _platform.Hospital();
        foreach (var transCode in (string[])["HOS00004", "HOS00014", "HOS00015", "HOS00026", "HOS00028"])
            (await Should.ThrowAsync<YbPayException>(() => Transactions[transCode](Client(hospital)))).OutcomeUnknown.ShouldBeTrue();
        _platform.Received.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_payment_that_nobody_answered_is_looked_up()
    {
        await using var hospital = _platform.Hospital(options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        _platform.Answer = async (context, call) =>
        {
            if (call.TransCode == "HOS00003") await SilenceAsync(context);
            return (200, _platform.Done($$"""
                {"orderId":"{{Pay.OrderId}}","queryId":"CP2026030109000000000001","tradeNo":"CP2026030109000000000001","orderType":"01","orderTime":"20260301090000","accType":"02","amt":{{Pay.Amt}},"psnAmt":{{Pay.Amt}},"orderStatus":"02","msg":"交易成功"}
                """));
        };
        var reply = await Client(hospital).PayAsync(Pay);
        (reply.QueryId, reply.OrderStatus, reply.PsnAmt, reply.AccType).ShouldBe(("CP2026030109000000000001", "02", Pay.Amt, "02"));
        _platform.Received.Select(call => call.TransCode).ShouldBe(["HOS00003", "HOS00012"]);
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("9999")]
    public async Task A_payment_that_nobody_knows_of_has_an_unknown_outcome(string rtCode)
    {
        _platform.Answer = (_, call) => Task.FromResult(call.TransCode == "HOS00003" ? (502, "<html>"u8.ToArray()) : (200, _platform.Refused(rtCode, "无此订单")));
        await using var hospital = _platform.Hospital();
        var unknown = await Should.ThrowAsync<YbPayException>(() => Client(hospital).PayAsync(Pay));
        (unknown.OutcomeUnknown, unknown.MayRetry, unknown.RtCode).ShouldBe((true, true, null));
    }

    [Fact]
    public async Task A_payment_that_never_left_is_known_not_to_have_happened()
    {
        await using var hospital = _platform.Hospital(options => options.BaseUrl = new("http://127.0.0.1:1"));
        var failure = await Should.ThrowAsync<YbPayException>(() => Client(hospital).PayAsync(Pay));
        (failure.OutcomeUnknown, failure.MayRetry).ShouldBe((false, true));
    }

    [Fact]
    public async Task An_answer_that_proves_nothing_leaves_the_outcome_unknown()
    {
        using var other = new HuiminKeys("4117E877F5FA0A01xxxxxxxxxxxxxxxx");
        byte[][] answers =
        [
            HuiminEnvelope.SealReply(other, "1000", "伪造", []), HuiminEnvelope.SealUnsigned("4104", "无效平台方"), "<html>"u8.ToArray(), _platform.Done(null), _platform.Done("[1]"), _platform.Done("no"),
            _platform.Done(FakePlatform.Sample(new("HOS00004", "", JsonElement.Parse("""{"orderId":"ANOTHER0001"}""")))),
        ];
        await using var hospital = _platform.Hospital();
        foreach (var answer in answers)
        {
            _platform.Answer = (_, _) => Task.FromResult((200, answer));
            var doubt = await Should.ThrowAsync<YbPayException>(() => Transactions["HOS00004"](Client(hospital)));
            (doubt.OutcomeUnknown, doubt.RtCode).ShouldBe((true, null));
        }
    }

    [Fact]
    public void Wrong_options_are_all_named_and_no_secret_is()
    {
        var services = new ServiceCollection();
        services.AddYbPayHuimin(options => (options.BaseUrl, options.PlatformId, options.Secret, options.Retries) = (new("http://example.org"), "no id", "tooshort", 9));
        using var provider = services.BuildServiceProvider();
        var problems = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IOptions<YbPayHuiminOptions>>().Value);
        foreach (var name in (string[])["BaseUrl", "PlatformId", "Secret", "Retries"]) problems.Message.ShouldContain(name);
        problems.Message.ShouldNotContain("tooshort");
        new YbPayHuiminOptions { Secret = "tooshort" }.ToString().ShouldNotContain("tooshort");
    }

    private static async Task SilenceAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var watch = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static IHuiminClient Client(ServiceProvider hospital) => hospital.GetRequiredService<IHuiminClient>();

    private static T Request<T>(string transCode) => HuiminJson.Read<T>(File.ReadAllBytes(Sample(transCode, "request")));

    private static string Sample(string transCode, string direction) => Repository.At("samples", "messages", "huimin", $"{transCode}.{direction}.json");

    private static async Task<Contract?> Told(Task told)
    {
        await told;
        return null;
    }
}
