using System.Text;
using System.Text.Json;
using YbPay.Protocol.Huimin;

namespace YbPay.Protocol.Tests.Huimin;

public class LongTexts
{
    private const string Member = "imageBase64";

    [Theory]
    [InlineData("""{"imageBase64":"QUJD","a":1}""", "ABC", """{"imageBase64":"diverted","a":1}""")]
    [InlineData("""{"a":"x\"y", "imageBase64" : "QUI=" }""", "AB", """{"a":"x\"y", "imageBase64" : "diverted" }""")]
    [InlineData("""{"image\u0042ase64":"QQ=="}""", "A", """{"image\u0042ase64":"diverted"}""")]
    [InlineData("""{"imageBase64":"\u0051U\r\nJD\n\t "}""", "ABC", """{"imageBase64":"diverted"}""")]
    [InlineData("""{"imageBase64":"\/\/\/\/"}""", "\u00ff\u00ff\u00ff", """{"imageBase64":"diverted"}""")]
    [InlineData("""{"imageBase64":"+\u002B\u002b+"}""", "\u00fb\u00ef\u00be", """{"imageBase64":"diverted"}""")]
    [InlineData("""{"imageBase64":"","a":"QUJD"}""", "", """{"imageBase64":"","a":"QUJD"}""")]
    public void The_long_text_is_decoded_and_the_rest_stays(string json, string latin1, string rest)
    {
        Divert(json, out var decoded, out var remaining).ShouldBe(LongTextFault.None);
        Encoding.Latin1.GetString(decoded).ShouldBe(latin1);
        remaining.ShouldBe(rest);
    }

    [Theory]
    [InlineData("""{"list":[{"imageBase64":"no!"}],"o":{"imageBase64":"no!","x":["imageBase64","no!"]},"a":"imageBase64","b":"no!"}""")]
    [InlineData("""{"imageBase64":null,"a":"no!"}""")]
    [InlineData("""{"imageBase64":12,"a":"no!"}""")]
    [InlineData("""{"imageBase64":{"imageBase64":"no!"},"a":"no!"}""")]
    [InlineData("""{"imageBase64":["no!"],"a":"no!"}""")]
    [InlineData("""{"ImageBase64":"no!"}""")]
    [InlineData("""{"imageBase64\u0000":"no!"}""")]
    [InlineData("{}")]
    public void What_is_not_the_long_text_is_left_alone(string json)
    {
        Divert(json, out var decoded, out var rest).ShouldBe(LongTextFault.None);
        decoded.ShouldBeEmpty();
        rest.ShouldBe(json);
    }

    [Theory]
    [InlineData("", LongTextFault.NotJson)]
    [InlineData("[\"imageBase64\",\"QUJD\"]", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QUJD\"", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QUJD", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QUJD\"}}", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\" \"QUJD\"}", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QUJD\" \"QUJD\"}", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QU\nJD\"}", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QUJD\",\"a\":\"\\ud800\"}", LongTextFault.NotJson)]
    [InlineData("{\"\\ud800\":\"QUJD\"}", LongTextFault.NotJson)]
    [InlineData("{\"imageBase64\":\"QUJD\",\"imageBase64\":\"QUJD\"}", LongTextFault.Twice)]
    [InlineData("{\"imageBase64\":\"\",\"imageBase6\\u0034\":\"\"}", LongTextFault.Twice)]
    [InlineData("{\"imageBase64\":\"QUJ\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"QU==QUJD\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"QU-_\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"data:image/png;base64,QUJD\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"QUJ\\u0144\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"QUJ\\u00zz\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"QUJ\\\"\"}", LongTextFault.NotBase64)]
    [InlineData("{\"imageBase64\":\"图\"}", LongTextFault.NotBase64)]
    public void What_cannot_be_read_is_named_and_never_thrown(string json, LongTextFault expected)
    {
        for (var piece = 1; piece < 8; piece++) Divert(json, out _, out _, piece: piece).ShouldBe(expected, $"in pieces of {piece}");
    }

    [Fact]
    public void Both_parts_are_limited()
    {
        var json = $$"""{"imageBase64":"{{Convert.ToBase64String(new byte[1000])}}","a":"b"}""";
        var rest = """{"imageBase64":"diverted","a":"b"}""".Length;
        Divert(json, out _, out _, rest, 1000).ShouldBe(LongTextFault.None);
        Divert(json, out _, out _, rest, 999).ShouldBe(LongTextFault.DecodedTooLong);
        Divert(json, out _, out _, rest - 1, 1000).ShouldBe(LongTextFault.RestTooLong);
        var bomb = $$"""{"imageBase64":"{{Convert.ToBase64String(new byte[1_000_000])}}"}""";
        Divert(bomb, out var decoded, out _, rest, 50_000).ShouldBe(LongTextFault.DecodedTooLong);
        decoded.Length.ShouldBeLessThanOrEqualTo(50_000);
    }

    /// <summary>Random objects, random writing of the Base64, random cuts: what a JSON reader of the whole finds is what comes out.</summary>
    [Fact]
    public void Any_cut_into_pieces_gives_what_a_reader_of_the_whole_finds()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var image = new byte[random.Next(seed % 10 == 0 ? 100_000 : 60)];
            random.NextBytes(image);
            var members = Enumerable.Range(0, random.Next(4)).Select(i => $"\"m{i}\":{new RandomJson(seed + i).Object()}").ToList();
            members.Insert(random.Next(members.Count + 1), $"\"{Member}\":\"{Written(Convert.ToBase64String(image), random)}\"");
            var json = "{" + string.Join(random.Next(2) == 0 ? "," : " ,\n", members) + "}";

            Divert(json, out var decoded, out var rest, 1_000_000, random: random).ShouldBe(LongTextFault.None, $"seed {seed}");
            decoded.ShouldBe(image, $"seed {seed}");
            var whole = JsonDocument.Parse(json).RootElement.EnumerateObject().ToList();
            var left = JsonDocument.Parse(rest).RootElement.EnumerateObject().ToList();
            left.Count.ShouldBe(whole.Count);
            foreach (var (kept, was) in left.Zip(whole))
                (kept.Name, kept.Value.GetRawText()).ShouldBe((was.Name, was.Name == Member ? image.Length == 0 ? "\"\"" : "\"diverted\"" : was.Value.GetRawText()), $"seed {seed}");
        }
    }

    [Fact]
    public void Garbage_never_throws_and_never_passes_as_JSON()
    {
        var random = new Random(28);
        var good = Encoding.UTF8.GetBytes("""{"a":[1,{"b":"c\u0041"}],"imageBase64":"QUJDREVGR0g=","z":"\\"}""");
        for (var i = 0; i < 20_000; i++)
        {
            var changed = good.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            using var decoded = new MemoryStream();
            using var stream = new LongTextStream(Member, decoded, 1000, 1000);
            stream.Write(changed);
            if (stream.Finish() != LongTextFault.None) continue;
            Should.NotThrow(() => JsonDocument.Parse(changed), Encoding.Latin1.GetString(changed));
        }
    }

    private static LongTextFault Divert(string json, out byte[] decoded, out string rest, int largestRest = 10_000, long largestDecoded = 10_000_000, int piece = 1_000_000, Random? random = null)
    {
        using var output = new MemoryStream();
        using var stream = new LongTextStream(Member, output, largestRest, largestDecoded);
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var at = 0; at < bytes.Length;)
        {
            var count = Math.Min(random?.Next(random.Next(2) == 0 ? 5 : 40_000) ?? piece, bytes.Length - at);
            stream.Write(bytes, at, count);
            at += count;
        }

        var fault = stream.Finish();
        decoded = output.ToArray();
        rest = Encoding.UTF8.GetString(stream.Rest);
        return fault;
    }

    private static string Written(string base64, Random random)
    {
        var style = random.Next(4);
        return string.Concat(base64.Select((c, at) =>
            (style, c) switch
            {
                (1, '/') => "\\/",
                (2, '+') => "\\u002B",
                (3, _) when at % 76 == 75 => c + "\\r\\n",
                (3, _) when random.Next(50) == 0 => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            }));
    }
}
