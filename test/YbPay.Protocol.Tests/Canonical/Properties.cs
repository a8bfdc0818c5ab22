using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.Canonical;

public class Properties
{
    [Fact]
    public void However_a_value_is_written_its_canonical_text_is_the_same() => ForRandomJson((json, seed) =>
    {
        var other = new RandomJson(seed + 1).Rewrite(JsonDocument.Parse(json).RootElement);
        foreach (var variant in CanonicalVariant.Known)
            Of(other, variant).ShouldBe(Of(json, variant), $"seed {seed}: {json}");
    });

    [Fact]
    public void A_canonical_text_is_its_own_canonical_text() => ForRandomJson((json, seed) =>
    {
        foreach (var variant in CanonicalVariant.Known)
            Of(Of(json, variant), variant).ShouldBe(Of(json, variant), $"seed {seed}: {json}");
    });

    [Fact]
    public void With_literal_numbers_no_value_is_lost() => ForRandomJson((json, seed) =>
    {
        var literal = Of(json, new CanonicalVariant(NumberStyle.Literal, EmptyObjectStyle.Keep));
        JsonNode.DeepEquals(Bare(JsonNode.Parse(literal)), Bare(JsonNode.Parse(json))).ShouldBeTrue($"seed {seed}: {json}");
    });

    [Fact]
    public void Names_are_in_the_order_of_NETs_ordinal_strings() => ForRandomJson((json, seed) =>
    {
        var names = JsonDocument.Parse(Of(json, default)).RootElement.EnumerateObject().Select(m => m.Name).ToArray();
        names.ShouldBe(names.Order(StringComparer.Ordinal));
    });

    private static string Of(string json, CanonicalVariant variant) => Canonical.Of(json, variant.Numbers, variant.EmptyObjects);

    private static void ForRandomJson(Action<string, int> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => holds(new RandomJson(seed).Object(), seed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static JsonNode? Bare(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                return new JsonObject(o.Where(m => m.Value is not (null or JsonArray { Count: 0 }) && !(m.Value is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>() == ""))
                    .Select(m => KeyValuePair.Create(m.Key, Bare(m.Value!.DeepClone()))));
            case JsonArray a:
                return new JsonArray([.. a.Select(e => Bare(e?.DeepClone()))]);
            default:
                return node?.DeepClone();
        }
    }
}
