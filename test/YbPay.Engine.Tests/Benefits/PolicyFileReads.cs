using System.Text;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

public sealed class PolicyFileReads
{
    private const string Rule =
        """{"insutype":"310","medTypes":["11"],"deductiblePer":"year","deductible":100.5,"ratio":0.8525,"yearlyCap":7500,"group":"普通门诊","clearingType":"11","fundPayType":"310100","fundName":"基金","account":true}""";

    private static BenefitPolicy Read(string rule) =>
        PolicyFile.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"admdvs":"990000","name":"x","rules":[{{rule}}]}""")));

    [Fact]
    public void Amounts_become_fen_and_ratios_ten_thousandths()
    {
        var rule = Read(Rule).Rules.ShouldHaveSingleItem();
        rule.Grant.Deductible.ShouldBe(new Fen(10050));
        rule.Grant.Bands.ShouldHaveSingleItem().ShouldBe(new RatioBand(null, 8525));
        rule.Grant.Span.ShouldBe(DeductibleSpan.Year);
    }

    [Theory]
    [InlineData("0.8525", "1.01")]
    [InlineData("0.8525", "0.85255")]
    [InlineData("100.5", "-1")]
    [InlineData("100.5", "0.001")]
    [InlineData("\"year\"", "\"week\"")]
    [InlineData("\"account\":true", "\"account\":true,\"typo\":1")]
    [InlineData("\"account\":true", "\"account\":\"yes\"")]
    public void A_value_that_makes_no_sense_is_refused(string from, string to) =>
        Should.Throw<InvalidDataException>(() => Read(Rule.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"ratio\":0.8525", "\"bands\":[{\"upTo\":100,\"ratio\":0.5}]", "rules[0] (普通门诊): the last band has no upTo")]
    [InlineData("\"ratio\":0.8525", "\"bands\":[{\"upTo\":100,\"ratio\":0.5},{\"upTo\":90,\"ratio\":0.6},{\"ratio\":1}]", "bands rise, 90 does not after 100")]
    [InlineData("\"ratio\":0.8525", "\"bands\":[{\"ratio\":0.5},{\"ratio\":1}]", "band 0 has no upTo and is not the last")]
    [InlineData("\"ratio\":0.8525,", "", "wants either a ratio or bands")]
    [InlineData("\"ratio\":0.8525", "\"ratio\":0.8,\"bands\":[{\"ratio\":1}]", "wants either a ratio or bands")]
    [InlineData("\"ratio\":0.8525", "\"ratio\":0.8,\"stayCap\":10", "a stayCap needs a deductible per stay")]
    [InlineData("\"yearlyCap\":7500", "\"yearlyCap\":-1", "yearlyCap -1 is no amount")]
    [InlineData("\"fundName\":\"基金\"", "\"fundName\":\" \"", "fundName is empty")]
    public void What_cannot_be_meant_is_named_with_its_place(string from, string to, string said) =>
        Should.Throw<InvalidDataException>(() => Read(Rule.Replace(from, to, StringComparison.Ordinal))).Message.ShouldContain(said);

    [Fact]
    public void A_rule_that_an_earlier_one_covers_is_named() =>
        Should.Throw<InvalidDataException>(() => Read(Rule + "," + Rule.Replace("\"310\",", "\"310\",\"levels\":[3],", StringComparison.Ordinal)))
            .Message.ShouldContain("rules[1] (普通门诊) can never hold: rules[0] holds wherever it would");

    [Fact]
    public void All_problems_are_named_at_once()
    {
        const string supplement =
            """{"kind":"luck","insutypes":["999"],"from":"all","deductiblePer":"stay","deductible":0,"ratio":2,"yearlyCap":1,"group":"普通门诊","fundPayType":"1","fundName":"x"}""";
        var file = $$"""{"admdvs":"99","name":"x","rules":[{{Rule}}],"supplements":[{{supplement}}]}""";
        var message = Should.Throw<InvalidDataException>(() => PolicyFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)))).Message;
        foreach (var problem in new[] { "admdvs wants six digits", "kind luck is none of", "from all is none of", "no rule is for insutype 999", "has the group of a rule", "2 is no ratio" })
            message.ShouldContain(problem);
    }

    [Fact]
    public void A_policy_with_an_empty_file_says_so() => Should.Throw<InvalidDataException>(() => Read("")).Message.ShouldContain("there are no rules");

    [Fact]
    public void Of_a_supplements_group_the_first_that_holds_decides()
    {
        var policy = BenefitPolicy.Shipped("519900");
        var poor = new InsuredFacts("390", "1501", Fen.Zero) { Insurances = ["390", "392"], Identities = ["6102"] };
        var stay = new VisitFacts("21", 3, UseAccount: false);
        policy.Plan(poor, stay)!.Supplements.Select(s => (s.Grant.Group, s.Grant.Deductible.Value)).ShouldBe([("大病保险", 7_500_00), ("医疗救助", 0)]);
        policy.Plan(poor with { Identities = [] }, stay)!.Supplements.Select(s => s.Grant.Deductible.Value).ShouldBe([15_000_00]);
        policy.Plan(poor with { Insurances = ["390"], Identities = [] }, stay)!.Supplements.ShouldBeEmpty();
        policy.Plan(poor with { Identities = [] }, stay with { MedType = "11" }).ShouldBeNull(); // residents: level 1 and 2 only
    }

    [Fact]
    public void An_unknown_region_ships_no_policy() => Should.Throw<ArgumentException>(() => BenefitPolicy.Shipped("000000"));

    [Theory]
    [InlineData("310", "1201", "11", 3, 6000)] // retired before at work
    [InlineData("310", "1101", "11", 3, 5500)]
    [InlineData("390", "1501", "21", 1, 8500)]
    public void The_first_rule_that_holds_decides(string insutype, string psnType, string medType, int level, int ratio) =>
        BenefitPolicy.Shipped("440100").Find(insutype, psnType, medType, level)!.Grant.Bands[0].Ratio.ShouldBe(ratio);

    [Theory]
    [InlineData("340", "1300", "11", 3)]
    [InlineData("310", "1101", "99", 3)]
    [InlineData("310", "1101", "11", 9)]
    public void Where_no_rule_holds_there_is_none(string insutype, string psnType, string medType, int level) =>
        BenefitPolicy.Shipped("440100").Find(insutype, psnType, medType, level).ShouldBeNull();
}
