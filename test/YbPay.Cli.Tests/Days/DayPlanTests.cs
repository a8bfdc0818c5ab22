using System.Text.Json;
using YbPay.Cli.Days;
using YbPay.Cli.Days.Plan;
using YbPay.Cli.Days.Walk;
using YbPay.Cli.Demo;
using YbPay.Engine.Money;

namespace YbPay.Cli.Tests.Days;

public sealed class DayPlanTests
{
    [Fact]
    public void The_same_seed_draws_the_same_days_in_whatever_order()
    {
        var (one, other) = (new DayPlanner(7, 6, 4), new DayPlanner(7, 6, 4));
        var backwards = Enumerable.Range(0, 60).Reverse().ToDictionary(day => day, day => Text(other.Draw(day)));

        for (var day = 0; day < 60; day++) Text(one.Draw(day)).ShouldBe(backwards[day]);
    }

    [Fact]
    public void Another_seed_draws_other_days() =>
        Enumerable.Range(0, 30).Select(day => Text(new DayPlanner(8, 6, 4).Draw(day))).ShouldNotBe(Enumerable.Range(0, 30).Select(day => Text(new DayPlanner(7, 6, 4).Draw(day))));

    [Fact]
    public void A_thousand_days_bring_every_kind_of_care_course_refund_and_fault()
    {
        var patients = Enumerable.Range(0, 1000).SelectMany(day => new DayPlanner(1, 6, 4).Draw(day).Patients).ToList();

        patients.Count.ShouldBeInRange(1800, 2200);
        patients.Select(patient => patient.Care).Distinct().Count().ShouldBe(Enum.GetValues<Care>().Length);
        patients.Select(patient => (patient.Course, patient.Till)).Distinct().Count().ShouldBe(2 * Enum.GetValues<Course>().Length);
        patients.Select(patient => patient.GivesBack).Distinct().Count().ShouldBe(Enum.GetValues<GivesBack>().Length);
        patients.Select(patient => patient.Person).Distinct().Count().ShouldBe(6);
        patients.SelectMany(patient => patient.Items).Select(item => item.Item.Class).Distinct().Count().ShouldBe(3);
        patients.SelectMany(patient => patient.Faults).Select(fault => (fault.Moment, fault.Kind)).Distinct().Count().ShouldBe(20);
        patients.SelectMany(patient => patient.PaysDown).Distinct().Count().ShouldBe(Enum.GetValues<PaysDown>().Length);
        patients.ShouldAllBe(patient => patient.GivesBack == GivesBack.Nothing || patient.Course == Course.Pays || patient.Course == Course.PaysAfterDeclining);
    }

    [Theory]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.Nothing), 50, 30, 20, "6")]
    [InlineData(nameof(Course.NeverPays), nameof(GivesBack.Nothing), 50, 30, 20, "13")]
    [InlineData(nameof(Course.NeverPays), nameof(GivesBack.Nothing), 50, 0, 0, "6")] // nothing was left to pay
    [InlineData(nameof(Course.NeverConfirms), nameof(GivesBack.Nothing), 0, 0, 0, "12")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.Whole), 50, 30, 20, "7")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.Insurance), 50, 30, 20, "8")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.Cash), 50, 30, 20, "9")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.CashInPart), 50, 30, 20, "10")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.CashInPart), 50, 1, 0, "9")] // a part of one fen is all of it
    [InlineData(nameof(Course.Pays), nameof(GivesBack.CashInPartThenInsurance), 50, 30, 20, "11")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.InsuranceThenCash), 50, 30, 20, "7")]
    [InlineData(nameof(Course.Pays), nameof(GivesBack.InsuranceThenCash), 0, 30, 20, "9")] // insurance had paid nothing
    public void Where_an_order_must_end_follows_from_its_plan(string course, string back, long fund, long cash, long deposit, string ordStas)
    {
        var plan = new PatientPlan(0, 0, Care.Outpatient, Till.Counter, Enum.Parse<Course>(course), Enum.Parse<GivesBack>(back), UsesAccount: false, deposit, Minutes: 1, CashShare: 50) { Items = [], Faults = [] };
        var settled = ordStas == "12" ? null : new SettledAmounts(new Fen(fund + cash + deposit), new Fen(fund), Fen.Zero, new Fen(cash + deposit), new Fen(deposit));
        OrderEnd End(string stands) => new("H1", "ORD1", stands) { Insutype = "310", ClearingType = "11", Settled = settled };

        Expected.Breach(plan, End(ordStas)).ShouldBeNull();
        Expected.Breach(plan, End("14")).ShouldNotBeNull();
        Expected.Breach(plan, End(ordStas == "6" ? "7" : "6")).ShouldNotBeNull();
    }

    private static string Text(DayPlan plan) => JsonSerializer.Serialize(plan);
}
