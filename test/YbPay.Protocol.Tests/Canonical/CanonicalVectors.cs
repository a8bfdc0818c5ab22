using System.Text;
using YbPay.Protocol.Canonical;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.Canonical;

public class CanonicalVectors
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Vectors.Canonical.Count)];

    [Fact]
    public void There_are_seven_published_vectors() => Vectors.Canonical.Count.ShouldBe(7);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_published_vector_is_reproduced_with_quoted_numbers(int number) =>
        Canonical.Of(Vectors.Canonical[number].Input).ShouldBe(Vectors.Canonical[number].Quoted);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_published_vector_is_reproduced_with_literal_numbers(int number) =>
        Canonical.Of(Vectors.Canonical[number].Input, NumberStyle.Literal).ShouldBe(Vectors.Canonical[number].Literal);
}

internal static class Canonical
{
    public static string Of(string json, NumberStyle numbers = NumberStyle.Quoted, EmptyObjectStyle empties = EmptyObjectStyle.Keep) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(json), new CanonicalVariant(numbers, empties)));

    public static JsonProblem ProblemOf(byte[] json, JsonLimits? limits = null)
    {
        var problem = CanonicalJson.TryWrite(json, CanonicalVariant.Default, limits, out var text);
        text.ShouldBeEmpty();
        return problem;
    }

    public static string ProblemOf(string json) => ProblemOf(Encoding.UTF8.GetBytes(json)).ToString();
}
