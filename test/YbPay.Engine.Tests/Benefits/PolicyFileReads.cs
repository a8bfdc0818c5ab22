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
        rule.Deductible.ShouldBe(new Fen(10050));
        rule.Ratio.ShouldBe(8525);
        rule.Span.ShouldBe(DeductibleSpan.Year);
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

    [Fact]
    public void An_unknown_region_ships_no_policy() => Should.Throw<ArgumentException>(() => BenefitPolicy.Shipped("000000"));

    [Theory]
    [InlineData("310", "1201", "11", 3, 6000)] // retired before at work
    [InlineData("310", "1101", "11", 3, 5500)]
    [InlineData("390", "1501", "21", 1, 8500)]
    public void The_first_rule_that_holds_decides(string insutype, string psnType, string medType, int level, int ratio) =>
        BenefitPolicy.Shipped("440100").Find(insutype, psnType, medType, level)!.Ratio.ShouldBe(ratio);

    [Theory]
    [InlineData("340", "1300", "11", 3)]
    [InlineData("310", "1101", "99", 3)]
    [InlineData("310", "1101", "11", 9)]
    public void Where_no_rule_holds_there_is_none(string insutype, string psnType, string medType, int level) =>
        BenefitPolicy.Shipped("440100").Find(insutype, psnType, medType, level).ShouldBeNull();
}
