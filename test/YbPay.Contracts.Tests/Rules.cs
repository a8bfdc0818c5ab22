using YbPay.Contracts.MobilePay;

namespace YbPay.Contracts.Tests;

public sealed class Rules
{
    private static readonly UploadFeesRequest Bill = MobileJson.Read<UploadFeesRequest>(File.ReadAllBytes(Repository.At("samples", "messages", "6201.request.json")));
    private static readonly RefundRequest Refund = MobileJson.Read<RefundRequest>(File.ReadAllBytes(Repository.At("samples", "messages", "6203.request.json")));

    [Fact]
    public void A_bill_needs_ecToken_or_payAuthNo()
    {
        Broken(Bill with { EcToken = null }).ShouldBe(["CredentialGiven"]);
        Broken(Bill with { EcToken = null, PayAuthNo = "AUTH1" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_bill_without_ecToken_names_its_visit()
    {
        Broken(Bill with { EcToken = null, PayAuthNo = "AUTH1", MdtrtId = null }).ShouldBe(["VisitGivenWithoutToken"]);
        Broken(Bill with { MdtrtId = null }).ShouldBeEmpty();
    }

    [Fact]
    public void The_lines_of_a_bill_add_up_to_the_fen() => Broken(Bill with { MedfeeSumamt = Bill.MedfeeSumamt + 0.01m }).ShouldBe(["LinesAddUp"]);

    [Fact]
    public void Every_problem_of_a_bill_is_told_at_once() =>
        Broken(Bill with { EcToken = "", MdtrtId = "", MedfeeSumamt = 0m }).ShouldBe(["CredentialGiven", "VisitGivenWithoutToken", "LinesAddUp"]);

    [Fact]
    public void A_refund_needs_a_credential_or_the_revsToken()
    {
        RefundRules.Check(Refund with { EcToken = null }).ShouldHaveSingleItem().Path.ShouldBe("ecToken");
        RefundRules.Check(Refund with { EcToken = null, PayAuthNo = "AUTH1" }).ShouldBeEmpty();
        RefundRules.Check(Refund with { EcToken = null, ExpContent = ExpandedContent.OfRevsToken("R1") }).ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(UploadFeesRequest bill) => UploadFeesRules.Check(bill).Select(problem => problem.Rule);
}
