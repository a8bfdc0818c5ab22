using System.Text.Json;
using YbPay.Sandbox.Faults;

namespace YbPay.Sandbox.Tests.Faults;

public sealed class FaultOrderTests
{
    [Fact]
    public void A_fault_is_read_with_its_defaults()
    {
        FaultOrder.Read(Json("""{"target":"core","transaction":"2207","kind":"timeout"}"""), out var problem)
            .ShouldBe(new Fault(FaultTarget.Core, "2207", FaultKind.Timeout, 1, 0));
        problem.ShouldBeNull();
        FaultOrder.Read(Json("""{"target":"bank","kind":"delay","count":3,"delayMs":50}"""), out _)
            .ShouldBe(new Fault(FaultTarget.Bank, "*", FaultKind.Delay, 3, 50));
        FaultOrder.Read(Json("""{"target":"accountBank","transaction":"credit","kind":"lostAnswer"}"""), out _)
            .ShouldBe(new Fault(FaultTarget.AccountBank, "credit", FaultKind.LostAnswer, 1, 0));
        FaultOrder.Read(Json("""{"target":"creditBank","transaction":"refund","kind":"refuse"}"""), out _)
            .ShouldBe(new Fault(FaultTarget.CreditBank, "refund", FaultKind.Refuse, 1, 0));
        FaultOrder.Read(Json("""{"target":"insurer","transaction":"settle","kind":"timeout"}"""), out _)
            .ShouldBe(new Fault(FaultTarget.Insurer, "settle", FaultKind.Timeout, 1, 0));
    }

    [Theory]
    [InlineData("{}", "target")]
    [InlineData("[]", "target")]
    [InlineData("""{"target":"moon","kind":"timeout"}""", "target 'moon'")]
    [InlineData("""{"target":"Core","kind":"timeout"}""", "target 'Core'")]
    [InlineData("""{"target":"core","kind":"explode"}""", "kind 'explode'")]
    [InlineData("""{"target":"core","kind":"timeout","count":-1}""", "count")]
    [InlineData("""{"target":"core","kind":"timeout","count":0}""", "count")]
    [InlineData("""{"target":"core","kind":"timeout","count":1.5}""", "count")]
    [InlineData("""{"target":"core","kind":"timeout","count":"2"}""", "count")]
    [InlineData("""{"target":"core","kind":"timeout","delayMs":-1}""", "delayMs")]
    [InlineData("""{"target":"core","kind":"delay"}""", "delayMs")]
    [InlineData("""{"target":"core","transaction":"settle","kind":"timeout"}""", "infno")]
    [InlineData("""{"target":"bank","transaction":"2207","kind":"timeout"}""", "create")]
    [InlineData("""{"target":"accountBank","transaction":"create","kind":"timeout"}""", "deduct")]
    [InlineData("""{"target":"creditBank","transaction":"settle","kind":"timeout"}""", "agree")]
    [InlineData("""{"target":"insurer","transaction":"pay","kind":"timeout"}""", "quote")]
    [InlineData("""{"target":"hospital","transaction":"create","kind":"timeout"}""", "6302")]
    public void A_wrong_fault_is_refused_in_words(string body, string why)
    {
        FaultOrder.Read(Json(body), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void A_fault_strikes_as_often_as_its_count_and_only_its_transaction()
    {
        var book = new FaultBook();
        book.IsEmpty.ShouldBeTrue();
        book.Order(new(FaultTarget.Core, "2207", FaultKind.Timeout, 2, 0));

        book.Take(FaultTarget.Core, "2206").ShouldBeNull();
        book.Take(FaultTarget.Bank, "2207").ShouldBeNull();
        book.Take(FaultTarget.Core, "2207").ShouldNotBeNull();
        book.Waiting().ShouldHaveSingleItem().Count.ShouldBe(1);
        book.Take(FaultTarget.Core, "2207").ShouldNotBeNull();
        book.Take(FaultTarget.Core, "2207").ShouldBeNull();
        book.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_oldest_fault_strikes_first_and_a_star_fits_all()
    {
        var book = new FaultBook();
        book.Order(new(FaultTarget.Bank, Fault.AnyTransaction, FaultKind.Refuse, 1, 0));
        book.Order(new(FaultTarget.Bank, "create", FaultKind.LostAnswer, 1, 0));

        book.Take(FaultTarget.Bank, "create")!.Kind.ShouldBe(FaultKind.Refuse);
        book.Take(FaultTarget.Bank, "create")!.Kind.ShouldBe(FaultKind.LostAnswer);
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
