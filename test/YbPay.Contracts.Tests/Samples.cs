using System.Text.Json;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Contracts.Tests;

/// <summary>Every message has an invented sample that its table and its record accept.</summary>
public sealed class Samples
{
    public static TheoryData<ContractTable> Tables { get; } = [.. MessageTables.All];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_message_has_a_sample_that_passes_the_catalogue_check(ContractTable table) =>
        CatalogueCheck.Check(table, Sample(table)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_sample_has_no_member_that_the_table_does_not_name(ContractTable table) => Unknown(table, Sample(table)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_sample_is_written_back_as_it_stands(ContractTable table)
    {
        var options = DocumentJson.Of(table);
        var bound = Sample(table).Deserialize(options.GetTypeInfo(table.Record));
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(bound, options.GetTypeInfo(table.Record)), Sample(table)).ShouldBeTrue();
    }

    [Fact]
    public void No_sample_is_left_over()
    {
        var expected = MessageTables.All.Select(table => Repository.At(MessageTables.Sample(table)));
        Directory.GetFiles(Repository.At("samples", "messages"), "*.json", SearchOption.AllDirectories).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_samples_keep_the_rules_between_fields()
    {
        UploadFeesRules.Check(MobileJson.Read<UploadFeesRequest>(Sample(Catalogue.For<UploadFeesRequest>()))).ShouldBeEmpty();
        RefundRules.Check(MobileJson.Read<RefundRequest>(Sample(Catalogue.For<RefundRequest>()))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2206")]
    [InlineData("2207")]
    [InlineData("2303")]
    [InlineData("2304")]
    public void The_settlements_keep_the_equations_of_the_national_envelope(string code)
    {
        var reply = FsiJson.Read<SettleOutpatientReply>(Sample(Catalogue.Message("fsi", code, "response")!));
        var s = reply.Setlinfo;
        (s.FulamtOwnpayAmt + s.OverlmtSelfpay + s.PreselfpayAmt + s.InscpScpAmt).ShouldBe(s.MedfeeSumamt);
        (s.HifpPay + s.CvlservPay + s.HifesPay + s.HifmiPay + s.HifobPay + (s.HifdmPay ?? 0) + s.MafPay + s.OthPay).ShouldBe(s.FundPaySumamt);
        (s.AcctPay + s.PsnCashPay).ShouldBe(s.PsnPartAmt);
        (s.FundPaySumamt + s.PsnPartAmt + (s.HospPartAmt ?? 0)).ShouldBe(s.MedfeeSumamt);
        reply.Setldetail.Sum(detail => detail.FundPayamt).ShouldBe(s.FundPaySumamt);
    }

    private static IEnumerable<string> Unknown(ContractTable table, JsonElement message)
    {
        foreach (var member in message.EnumerateObject())
        {
            if (table.Row(member.Name) is not { } row) yield return member.Name;
            else if (row.Members is { } record)
                foreach (var element in row.Kind == FieldKind.List ? [.. member.Value.EnumerateArray()] : new[] { member.Value })
                foreach (var name in Unknown(Catalogue.For(record), element)) yield return $"{member.Name}.{name}";
        }
    }

    private static JsonElement Sample(ContractTable table)
    {
        var path = Repository.At(MessageTables.Sample(table));
        File.Exists(path).ShouldBeTrue($"{path} is missing");
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }
}
