using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.Canonical;

public class TheCanonicalText
{
    [Theory]
    [InlineData("""{"t":"\u0000\u0001\u000B\u001f"}""", """{"t":"\u0000\u0001\u000B\u001F"}""")]
    [InlineData("""{"t":"\b\t\n\f\r\"\\\/"}""", """{"t":"\b\t\n\f\r\"\\/"}""")]
    [InlineData("""{"t":"\u007f\u0080\u009f\u00a0"}""", "{\"t\":\"\\u007F\\u0080\\u009F\u00A0\"}")]
    [InlineData("{\"t\":\"\u007F\u0080\u009F\u00A0\"}", "{\"t\":\"\\u007F\\u0080\\u009F\u00A0\"}")]
    [InlineData("""{"t":"\u2027\u2028\u2029\u202a"}""", "{\"t\":\"\u2027\\u2028\\u2029\u202A\"}")]
    [InlineData("{\"t\":\"\u2027\u2028\u2029\u202A\"}", "{\"t\":\"\u2027\\u2028\\u2029\u202A\"}")]
    [InlineData("""{"t":"</a>&'+=\u003c\u3000\ufeff\ue000"}""", "{\"t\":\"</a>&'+=<\u3000\uFEFF\uE000\"}")]
    [InlineData("""{"t":"\ud842\udfb7\uD83D\uDE00"}""", """{"t":"𠮷😀"}""")]
    [InlineData("""{"\u0061\n":"\u0041"}""", """{"a\n":"A"}""")]
    [InlineData("""{"t":"“双引号”…—\u00e9"}""", """{"t":"“双引号”…—é"}""")]
    public void Escapes_only_what_ruling_A2_names(string json, string canonical) => Canonical.Of(json).ShouldBe(canonical);

    [Theory]
    [InlineData("""{"b":1,"a":2,"B":3,"A":4,"_":5,"0":6}""", """{"0":"6","A":"4","B":"3","_":"5","a":"2","b":"1"}""")]
    [InlineData("""{"ab":1,"a":2,"abc":3,"":4}""", """{"":"4","a":"2","ab":"1","abc":"3"}""")]
    [InlineData("""{"feedetailListB":1,"feedetailListA":2,"feedetailList":3,"feedetail":4}""", """{"feedetail":"4","feedetailList":"3","feedetailListA":"2","feedetailListB":"1"}""")]
    [InlineData("""{"中":1,"é":2,"z":3}""", """{"z":"3","é":"2","中":"1"}""")]
    [InlineData("""{"\ue000":1,"𠮷":2,"\uffee":3,"\ud7ff":4}""", "{\"\uD7FF\":\"4\",\"𠮷\":\"2\",\"\uE000\":\"1\",\"\uFFEE\":\"3\"}")]
    [InlineData("""{"prefix12\ue000":1,"prefix12𠮷":2}""", "{\"prefix12𠮷\":\"2\",\"prefix12\uE000\":\"1\"}")]
    [InlineData("""{"a\u0000":1,"a":2}""", """{"a":"2","a\u0000":"1"}""")]
    [InlineData("""{"l":[{"b":1,"a":2},{"d":{"f":1,"e":2},"c":3}]}""", """{"l":[{"a":"2","b":"1"},{"c":"3","d":{"e":"2","f":"1"}}]}""")]
    public void Names_are_in_ordinal_order_at_every_depth(string json, string canonical) => Canonical.Of(json).ShouldBe(canonical);

    [Theory]
    [InlineData("10.00", "10.00")]
    [InlineData("-0", "-0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("0.0000001", "0.0000001")]
    [InlineData("123456789012345678901234567890.123456789012345678901234567890", "123456789012345678901234567890.123456789012345678901234567890")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public void Literals_keep_every_digit(string number, string kept)
    {
        Canonical.Of($$"""{"n": {{number}} }""").ShouldBe($$"""{"n":"{{kept}}"}""");
        Canonical.Of($$"""{"n": {{number}} }""", NumberStyle.Literal).ShouldBe($$"""{"n":{{kept}}}""");
        Canonical.Of($"[ {number} , {number} ]").ShouldBe($"""["{kept}","{kept}"]""");
    }

    [Theory]
    [InlineData("""{"a":null,"b":"","c":[],"d":{}}""", """{"d":{}}""", "{}")]
    [InlineData("""{"a":{"x":[]},"b":{"y":{"z":""}}}""", """{"a":{},"b":{"y":{}}}""", "{}")]
    [InlineData("""{"l":[{},{"a":""},[]],"k":1}""", """{"k":"1","l":[{},{},[]]}""", """{"k":"1"}""")]
    [InlineData("""{"l":[[],[{}],["x"]]}""", """{"l":[[],[{}],["x"]]}""", """{"l":[["x"]]}""")]
    [InlineData("""{"l":[[[]]]}""", """{"l":[[[]]]}""", "{}")]
    [InlineData("""{"a":{"b":null},"c":{"d":1,"e":{}}}""", """{"a":{},"c":{"d":"1","e":{}}}""", """{"c":{"d":"1"}}""")]
    [InlineData("[]", "[]", "[]")]
    [InlineData("{}", "{}", "{}")]
    [InlineData("[{}]", "[{}]", "[]")]
    public void Empties_are_kept_or_dropped_as_chosen(string json, string kept, string dropped)
    {
        Canonical.Of(json).ShouldBe(kept);
        Canonical.Of(json, empties: EmptyObjectStyle.Drop).ShouldBe(dropped);
    }

    [Theory]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData("1.0", "\"1.0\"")]
    [InlineData(" [ \"a\" , \"b\" ] \r\n", "[\"a\",\"b\"]")]
    public void Any_JSON_value_has_one(string json, string canonical) => Canonical.Of(json).ShouldBe(canonical);

    [Fact]
    public void Many_members_are_sorted_too()
    {
        var names = Enumerable.Range(0, 500).Select(i => $"sameprefix{(i * 7919) % 1000:D4}").ToArray();
        var json = "{" + string.Join(',', names.Select(n => $"\"{n}\":\"{n}\"")) + "}";
        Canonical.Of(json).ShouldBe("{" + string.Join(',', names.Order(StringComparer.Ordinal).Select(n => $"\"{n}\":\"{n}\"")) + "}");
    }
}
