using System.Text;
using System.Text.Json;
using YbPay.Contracts.MobilePay;

namespace YbPay.Contracts.Tests;

public sealed class MobileJsonForms
{
    [Fact]
    public void Money_is_written_with_two_decimals_and_counts_with_their_own()
    {
        Text(new CashierParameters { PayAuthNo = "A", Deposit = 10m }).ShouldBe("""{"payAuthNo":"A","deposit":10.00}""");
        Text(Line() with { DetItemFeeSumamt = 7.5m, Cnt = 3m, Pric = 2.500000m })
            .ShouldContain("\"detItemFeeSumamt\":7.50,\"cnt\":3,\"pric\":2.500000,");
    }

    [Fact]
    public void Money_with_a_third_decimal_is_not_rounded_away() =>
        Should.Throw<JsonException>(() => MobileJson.Write(new CashierParameters { PayAuthNo = "A", Deposit = 0.001m }));

    [Fact]
    public void Numbers_are_read_from_numbers_and_from_numeric_texts()
    {
        Read<CashierParameters>("""{"payAuthNo":"A","deposit":"123.40"}""").Deposit.ShouldBe(123.40m);
        Read<CashierParameters>("""{"payAuthNo":"A","deposit":123.4}""").Deposit.ShouldBe(123.40m);
        Read<FeeDiagnosis>(Text(Diagnosis()).Replace("\"diagSrtNo\":1", "\"diagSrtNo\":\"12\"", StringComparison.Ordinal)).DiagSrtNo.ShouldBe(12);
        Read<CashierParameters>("""{"payAuthNo":"A","deposit":""}""").Deposit.ShouldBeNull();
        Should.Throw<JsonException>(() => Read<CashierParameters>("""{"payAuthNo":"A","deposit":"1,000"}"""));
    }

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Text(new QueryOrderReply { OrdStas = "2", PayOrdId = "ORD1" }).ShouldBe("""{"ordStas":"2","payOrdId":"ORD1"}""");

    [Fact]
    public void Chinese_is_written_as_it_is() => Text(Diagnosis()).ShouldContain("急性上呼吸道感染");

    [Fact]
    public void Unknown_members_do_not_hinder() =>
        Read<RevokeReply>("""{"success":true,"region":{"x":[1]}}""").Success.ShouldBeTrue();

    [Fact]
    public void A_contract_prints_its_name_only() => Diagnosis().ToString().ShouldBe("FeeDiagnosis");

    private static string Text<T>(T message) => Encoding.UTF8.GetString(MobileJson.Write(message));

    private static T Read<T>(string json) => MobileJson.Read<T>(Encoding.UTF8.GetBytes(json));

    private static FeeDiagnosis Diagnosis() => new()
    {
        DiagType = "1", DiagSrtNo = 1, DiagCode = "J06.900", DiagName = "急性上呼吸道感染", DiagDept = "内科", DiseDorNo = "D440100000001",
        DiseDorName = "陈医生", DiagTime = "2024-05-06 09:10:11", ValiFlag = "1",
    };

    private static FeeLine Line() => new()
    {
        FeedetlSn = "1", PsnNo = "P1", ChrgBchno = "B1", RxCircFlag = "0", FeeOcurTime = "2024-05-06 09:10:11", MedListCodg = "XA01", MedinsListCodg = "1",
        DetItemFeeSumamt = 1m, Cnt = 1m, Pric = 1m, BilgDeptCodg = "D1", BilgDeptName = "内科", BilgDrCodg = "R1", BilgDrName = "陈医生", HospApprFlag = "1",
        MedType = "11", MedListName = "阿莫西林", MedListSpc = "0.25g",
    };
}
