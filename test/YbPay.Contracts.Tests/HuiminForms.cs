using System.Text;
using System.Text.Json;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Contracts.Tests;

/// <summary>What the huimin platform's document leaves open, or prints in two ways, and how it is read and written.</summary>
public sealed class HuiminForms
{
    private const string One = "CP2026031809120500000017";
    private const string Two = "CP2026031914331000000021";

    [Theory]
    [InlineData($"[\"{One}\",\"{Two}\"]")]
    [InlineData($"\"{One},{Two}\"")]
    [InlineData($"\"{One}, {Two}\"")]
    public void Numbers_of_payments_are_read_from_a_list_and_from_a_joined_text(string json)
    {
        foreach (var table in new[] { Catalogue.For<SettleDischargeRequest>(), Catalogue.For<TryDischargeRequest>() })
            Problems(table, Sample(table).Replace(Orders(table), json)).ShouldBeEmpty();
        Settlement(json).OrigPayQueryId.Numbers.ShouldBe([One, Two]);
    }

    [Theory]
    [InlineData($"[\"{One}\",\"{Two}\"]")]
    [InlineData($"\"{One},{Two}\"")]
    public void Numbers_of_payments_are_written_as_they_came(string json) =>
        Encoding.UTF8.GetString(HuiminJson.Write(Settlement(json))).ShouldContain($"\"origPayQueryId\":{json},");

    [Theory]
    [InlineData("[\"short\"]", "origPayQueryId[0]", CheckRule.TooShort)]
    [InlineData($"[\"{One}\",7]", "origPayQueryId[1]", CheckRule.WrongType)]
    [InlineData($"[\"{One}\",\"\"]", "origPayQueryId[1]", CheckRule.TooShort)]
    [InlineData($"\"{One},,{Two}\"", "origPayQueryId", CheckRule.TooShort)]
    [InlineData("[]", "origPayQueryId", CheckRule.Required)]
    [InlineData("\"\"", "origPayQueryId", CheckRule.Required)]
    [InlineData("17", "origPayQueryId", CheckRule.WrongType)]
    public void A_number_that_is_none_is_told_at_its_place(string json, string path, CheckRule rule)
    {
        var table = Catalogue.For<SettleDischargeRequest>();
        var problem = Problems(table, Sample(table).Replace(Orders(table), json)).ShouldHaveSingleItem();
        (problem.Path, problem.Rule).ShouldBe((path, rule));
    }

    [Fact]
    public void The_lines_of_a_bill_are_read_under_both_printed_names_and_written_under_one()
    {
        var table = Catalogue.For<ExpensesRequest>();
        var message = Sample(table);
        var other = message.Replace("\"detailList\"", "\"DetailList\"");

        Problems(table, other).ShouldBeEmpty();
        var bound = HuiminJson.Read<ExpensesRequest>(Encoding.UTF8.GetBytes(other));
        bound.FeeList[0].DetailList.Length.ShouldBe(2);
        JsonElement.DeepEquals(HuiminJson.ToElement(bound), JsonElement.Parse(message)).ShouldBeTrue();
    }

    [Fact]
    public void A_fault_under_the_other_name_is_found_too()
    {
        var table = Catalogue.For<ExpensesRequest>();
        Problems(table, Sample(table).Replace("\"detailList\"", "\"DetailList\"").Replace("\"650000\"", "\"6,500\""))
            .Select(problem => problem.Path).ShouldBe(["feeList[0].detailList[0].price", "feeList[0].detailList[0].total", "feeList[0].selfBAmnt"]);
    }

    [Fact]
    public void Where_both_names_stand_the_one_that_is_checked_is_the_one_that_is_bound()
    {
        var table = Catalogue.For<ExpensesRequest>();
        var message = Sample(table).Replace("\"payId\": \"FY20260325001\"", "\"DetailList\": [7], \"payId\": \"FY20260325001\"");
        Problems(table, message).ShouldBeEmpty();
        HuiminJson.Read<ExpensesRequest>(Encoding.UTF8.GetBytes(message)).FeeList[0].DetailList.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("300000", null)]
    [InlineData("\"300000\"", null)]
    [InlineData("0", null)]
    [InlineData("3000.00", CheckRule.TooManyDecimals)]
    [InlineData("\"3000.00\"", CheckRule.TooManyDecimals)]
    [InlineData("-1", CheckRule.Negative)]
    [InlineData("\"-1\"", CheckRule.Negative)]
    [InlineData("123456789012", CheckRule.TooManyDigits)]
    [InlineData("3e5", CheckRule.NotANumber)]
    public void An_amount_is_whole_fen_as_a_number_or_a_numeric_text(string amount, CheckRule? rule)
    {
        var table = Catalogue.For<CreditPaymentRequest>();
        var message = Sample(table).Replace("\"amt\": 300000", $"\"amt\": {amount}");
        Problems(table, message).Select(problem => (CheckRule?)problem.Rule).ShouldBe(rule is null ? [] : [rule]);
        if (rule is null) Encoding.UTF8.GetString(HuiminJson.Write(HuiminJson.Read<CreditPaymentRequest>(Encoding.UTF8.GetBytes(message)))).ShouldContain($"\"amt\":{amount.Trim('"')},");
    }

    [Fact]
    public void An_amount_that_is_printed_as_a_text_stays_one()
    {
        var table = Catalogue.For<PatientRecordRequest>();
        Problems(table, Sample(table).Replace("\"total\": \"1500000\"", "\"total\": 1500000")).ShouldHaveSingleItem().Rule.ShouldBe(CheckRule.WrongType);
        HuiminJson.Read<PatientRecordRequest>(Encoding.UTF8.GetBytes(Sample(table))).Total.ShouldBe("1500000");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"accType\": \"\",")]
    [InlineData("\"accType\": null,")]
    public void A_payment_that_no_account_pays_names_none(string accType)
    {
        var table = Catalogue.For<CreditPaymentReply>();
        var message = Sample(table).Replace("\"accType\": \"02\",", accType).Replace("300000", "0");
        Problems(table, message).ShouldBeEmpty();
        var bound = HuiminJson.Read<CreditPaymentReply>(Encoding.UTF8.GetBytes(message));
        bound.AccType.ShouldBeNull();
        Encoding.UTF8.GetString(HuiminJson.Write(bound)).ShouldNotContain("accType");
    }

    [Fact]
    public void Of_no_case_nothing_is_said()
    {
        var none = HuiminJson.ToElement(new QueryCaseReply { TreatmentSerialNo = "ZY1", ClaimNode = "0" });
        none.GetRawText().ShouldBe("""{"treatmentSerialNo":"ZY1","claimNode":"0"}""");
        CatalogueCheck.Check(Catalogue.For<QueryCaseReply>(), none).ShouldBeEmpty();
    }

    [Fact]
    public void A_bill_that_is_taken_back_needs_its_number_only()
    {
        var table = Catalogue.For<ElectronicBillsRequest>();
        var bill = HuiminJson.Read<ElectronicBillsRequest>(Encoding.UTF8.GetBytes(Sample(table)));
        var withdrawn = bill with { BillList = [new ElectronicBill { RcptType = "D", ElecSetlCertNo = "0012345678" }] };
        CatalogueCheck.Check(table, HuiminJson.ToElement(withdrawn)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    public void An_answer_code_without_a_printed_type_is_read_from_a_text_and_a_number(string status)
    {
        var table = Catalogue.For<ReceiveAuthorisationReply>();
        var message = $$"""{"status":{{status}},"msg":null}""";
        Problems(table, message).ShouldBeEmpty();
        HuiminJson.Read<ReceiveAuthorisationReply>(Encoding.UTF8.GetBytes(message)).Status.ShouldBe("0");
    }

    private static SettleDischargeRequest Settlement(string orders)
    {
        var table = Catalogue.For<SettleDischargeRequest>();
        return HuiminJson.Read<SettleDischargeRequest>(Encoding.UTF8.GetBytes(Sample(table).Replace(Orders(table), orders)));
    }

    private static string Orders(ContractTable table) => JsonElement.Parse(Sample(table)).GetProperty("origPayQueryId").GetRawText();

    private static IReadOnlyList<CheckProblem> Problems(ContractTable table, string message) => CatalogueCheck.Check(table, JsonElement.Parse(message));

    private static string Sample(ContractTable table) => File.ReadAllText(Repository.At(MessageTables.Sample(table)));
}
