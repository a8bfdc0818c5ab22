using System.Text.Json;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>The huimin platform's conditions between fields.</summary>
public sealed class HuiminRules
{
    [Fact]
    public void The_samples_keep_the_rules()
    {
        CreditPaymentRules.Check(Sample<CreditPaymentRequest>()).ShouldBeEmpty();
        TryDischargeRules.Check(Sample<TryDischargeRequest>()).ShouldBeEmpty();
        SettleDischargeRules.Check(Sample<SettleDischargeRequest>()).ShouldBeEmpty();
        ListVisitsRules.Check(Sample<ListVisitsRequest>()).ShouldBeEmpty();
        PatientRecordRules.Check(Sample<PatientRecordRequest>()).ShouldBeEmpty();
        ExpensesRules.Check(Sample<ExpensesRequest>()).ShouldBeEmpty();
    }

    [Fact]
    public void The_samples_of_a_discharge_keep_the_printed_equations()
    {
        var settlement = Sample<SettleDischargeRequest>();
        var reply = Sample<SettleDischargeReply>();
        var credit = reply.PsnAmt - reply.RefundAmt + reply.SupplementAmt;
        (settlement.NonCreditPayAmt + credit + reply.InsureSettleAmt).ShouldBe(settlement.SettleAmt);
        reply.OrderList.Sum(deposit => deposit.Amt).ShouldBe(reply.PsnAmt);
        settlement.OrigPayQueryId.Numbers.ShouldBe(reply.OrderList.Select(deposit => deposit.QueryId));
        var trial = Sample<TryDischargeReply>();
        (trial.RefundAmt, trial.SupplementAmt, trial.BudgetAmt).ShouldBe((reply.RefundAmt, reply.SupplementAmt, reply.InsureSettleAmt));
    }

    [Theory]
    [InlineData("""{"treatmentSerialNo":"ZY1"}""")]
    [InlineData("""{"treatmentSerialNo":"ZY1","setlId":""}""")]
    [InlineData("""{"treatmentSerialNo":"ZY1","setlId":"S1","socialInsuranceTotal":12.5}""")]
    [InlineData("""{"treatmentSerialNo":"ZY1","setlId":"S1","thirdpartyPayTotal":-1}""")]
    [InlineData("""{"treatmentSerialNo":"ZY1","setlId":"S1","thirdpartyPayTotal":"many"}""")]
    public void An_extension_that_is_understood_in_part_is_refused(string json)
    {
        foreach (var content in new[] { ExpandedContent.OfText(json), ExpandedContent.OfObject(JsonElement.Parse(json)) })
        {
            CreditPaymentRules.Check(Sample<CreditPaymentRequest>() with { ExtParams = content }).ShouldHaveSingleItem().Path.ShouldBe("extParams");
            TryDischargeRules.Check(Sample<TryDischargeRequest>() with { ExtParams = content }).ShouldHaveSingleItem().Rule.ShouldBe("ExtensionWhole");
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("free text")]
    [InlineData("""{"treatmentSerialNo":""}""")]
    public void An_extension_that_names_no_visit_means_no_insurance(string text)
    {
        CreditExtension.Of(ExpandedContent.OfText(text)).ShouldBeNull();
        CreditPaymentRules.Check(Sample<CreditPaymentRequest>() with { ExtParams = ExpandedContent.OfText(text) }).ShouldBeEmpty();
        CreditExtension.Of(null).ShouldBeNull();
    }

    [Fact]
    public void An_extension_is_read_as_it_was_written()
    {
        var extension = new CreditExtension { TreatmentSerialNo = "ZY1", SetlId = "S1", SocialInsuranceTotal = 812000, ThirdpartyPayTotal = 0 };
        extension.ToContent().IsText.ShouldBeTrue();
        CreditExtension.Of(extension.ToContent()).ShouldBe(extension);
        CreditExtension.Of(ExpandedContent.OfText("""{"treatmentSerialNo":"ZY1","setlId":"S1","socialInsuranceTotal":"812000","thirdpartyPayTotal":"0"}""")).ShouldBe(extension);
    }

    [Fact]
    public void A_deposit_is_named_once_and_a_hundred_are_enough()
    {
        var settlement = Sample<SettleDischargeRequest>();
        Broken(OrderNumbers.Of("CP000001", "CP000001")).ShouldBe(["NumbersOnce"]);
        Broken(OrderNumbers.OfText("CP000001, CP000001")).ShouldBe(["NumbersOnce"]);
        Broken(OrderNumbers.Of(Enumerable.Range(0, 101).Select(n => $"CP{n:000000}"))).ShouldBe(["NumbersOnce"]);
        Broken(OrderNumbers.Of(Enumerable.Range(0, 100).Select(n => $"CP{n:000000}"))).ShouldBeEmpty();

        IEnumerable<string> Broken(OrderNumbers orders)
        {
            var rules = SettleDischargeRules.Check(settlement with { OrigPayQueryId = orders }).Select(problem => problem.Rule).ToList();
            TryDischargeRules.Check(Sample<TryDischargeRequest>() with { OrigPayQueryId = orders }).Select(problem => problem.Rule).ShouldBe(rules);
            return rules;
        }
    }

    [Fact]
    public void Visits_are_asked_for_from_a_day_to_a_later_one()
    {
        var question = Sample<ListVisitsRequest>();
        ListVisitsRules.Check(question with { MedStartDate = "20260401", MedEndDate = "20260331" }).ShouldHaveSingleItem().Path.ShouldBe("medEndDate");
        ListVisitsRules.Check(question with { MedStartDate = "20260331", MedEndDate = "20260331" }).ShouldBeEmpty();
    }

    [Fact]
    public void An_inpatient_has_left_at_a_time_or_is_still_there()
    {
        var patient = Sample<PatientRecordRequest>();
        Broken(patient with { DischargeState = null, DischargeTime = null }).ShouldBe(["StayStateGiven", "DischargeTimeGiven"]);
        Broken(patient with { DischargeTime = null }).ShouldBe(["DischargeTimeGiven"]);
        Broken(patient with { DischargeTime = null, DischargeState = StayState.Staying }).ShouldBeEmpty();
        Broken(patient with { DischargeTime = null, DischargeState = null, TreatmentType = TreatmentType.Outpatient }).ShouldBeEmpty();

        static IEnumerable<string> Broken(PatientRecordRequest patient) => PatientRecordRules.Check(patient).Select(problem => problem.Rule);
    }

    [Fact]
    public void A_bill_stands_once_among_the_expenses()
    {
        var expenses = Sample<ExpensesRequest>();
        ExpensesRules.Check(expenses with { FeeList = [expenses.FeeList[0], expenses.FeeList[0]] }).ShouldHaveSingleItem().Rule.ShouldBe("BillsOnce");
        ExpensesRules.Check(expenses with { FeeList = [expenses.FeeList[0], expenses.FeeList[0] with { PayId = "FY2" }] }).ShouldBeEmpty();
    }

    private static T Sample<T>() => HuiminJson.Read<T>(File.ReadAllBytes(Repository.At(MessageTables.Sample(Catalogue.For<T>()))));
}
