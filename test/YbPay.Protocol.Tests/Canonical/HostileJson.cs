using System.Diagnostics;
using System.Text;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.Tests.Canonical;

public class HostileJson
{
    [Theory]
    [InlineData("""{"a":[1,null]}""", JsonFault.EmptyInArray, "a[1]")]
    [InlineData("""{"a":[{"b":["x",""]}]}""", JsonFault.EmptyInArray, "a[0].b[1]")]
    [InlineData("""{"a":{"b":1e2}}""", JsonFault.Exponent, "a.b")]
    [InlineData("""[1.5,{"x":-2E-7}]""", JsonFault.Exponent, "[1].x")]
    [InlineData("""{"a":1,"b":2,"a":3}""", JsonFault.DuplicateName, "a")]
    [InlineData("""{"l":[{"x":1,"\u0078":2}]}""", JsonFault.DuplicateName, "l[0].x")]
    [InlineData("""{"longername1":1,"longername1":null}""", JsonFault.DuplicateName, "longername1")]
    [InlineData("""{"a":"\ud800"}""", JsonFault.LoneSurrogate, "a")]
    [InlineData("""{"a":"\udc00x"}""", JsonFault.LoneSurrogate, "a")]
    [InlineData("""{"o":{"\ud83d":1}}""", JsonFault.LoneSurrogate, "o")]
    [InlineData("", JsonFault.NotJson, "(root)")]
    [InlineData("{", JsonFault.NotJson, "(root)")]
    [InlineData("{} {}", JsonFault.NotJson, "(root)")]
    [InlineData("""{"a":01}""", JsonFault.NotJson, "(root)")]
    [InlineData("""{"a":NaN}""", JsonFault.NotJson, "(root)")]
    [InlineData("""{"a":1,}""", JsonFault.NotJson, "a")]
    [InlineData("{\"a\":\"\u0001\"}", JsonFault.NotJson, "(root)")]
    public void Is_refused_with_its_place(string json, JsonFault fault, string path) =>
        Canonical.ProblemOf(Encoding.UTF8.GetBytes(json)).ShouldBe(new JsonProblem(fault, path));

    [Fact]
    public void The_exception_tells_the_same_and_never_a_value()
    {
        var thrown = Should.Throw<NotSignableException>(() => CanonicalJson.Write("""{"idNo":[""],"certno":1e99}"""u8));
        thrown.Problem.Fault.ShouldBe(JsonFault.Exponent);
        thrown.Message.ShouldContain("certno");
        thrown.Message.ShouldNotContain("1e99");
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xFF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xC0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xE4, 0xB8, 0x22 })]
    public void Invalid_UTF8_is_refused(byte[] json) => Canonical.ProblemOf(json).Fault.ShouldBe(JsonFault.NotJson);

    [Fact]
    public void Depth_is_bounded_and_the_bound_itself_passes()
    {
        Canonical.Of(Nested(32)).ShouldBe(Nested(32));
        Canonical.ProblemOf(Encoding.UTF8.GetBytes(Nested(33))).Fault.ShouldBe(JsonFault.TooDeep);
        Canonical.ProblemOf(Encoding.UTF8.GetBytes(Nested(1_000_000))).Fault.ShouldBe(JsonFault.TooDeep);
        Canonical.ProblemOf(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)))).Fault.ShouldBe(JsonFault.TooDeep);
    }

    [Fact]
    public void Numbers_of_a_million_digits_are_refused()
    {
        var json = Encoding.UTF8.GetBytes($$"""{"amt":{{new string('9', 1_000_000)}}}""");
        Canonical.ProblemOf(json).ShouldBe(new JsonProblem(JsonFault.NumberTooLong, "amt"));
    }

    [Fact]
    public void Fifty_megabytes_are_refused_unread()
    {
        var json = new byte[50_000_000];
        Array.Fill(json, (byte)'[');
        var watch = Stopwatch.StartNew();
        Canonical.ProblemOf(json).Fault.ShouldBe(JsonFault.TooLarge);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Too_many_values_are_refused() =>
        Canonical.ProblemOf(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("1", 1001)) + "]"), new JsonLimits { Values = 1000 }).Fault.ShouldBe(JsonFault.TooLarge);

    [Fact]
    public void Names_made_to_collide_do_not_slow_the_sorting_down()
    {
        var json = new StringBuilder("{");
        for (var i = 0; i < 100_000; i++) json.Append(i == 0 ? "" : ",").Append("\"collision").Append((i * 48271L) % 2147483647).Append("\":1");
        json.Append('}');
        var watch = Stopwatch.StartNew();
        CanonicalJson.TryWrite(Encoding.UTF8.GetBytes(json.ToString()), default, null, out _).IsNone.ShouldBeTrue();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
