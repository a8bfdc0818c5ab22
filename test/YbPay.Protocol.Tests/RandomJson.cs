using System.Globalization;
using System.Text;

namespace YbPay.Protocol.Tests;

/// <summary>Random JSON objects that can be signed, and the same value written in another way. The seed decides everything.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Texts = ["张三", "𠮷", "", "\u00A0\u3000", "\\\"\b\f\n\r\t/", "\u0001\u001F\u007F\u0085\u2028", "<a href='x'>&=+", "\uE000\uFFFD", "10.00", "true", "医保移动支付，住院结算"];
    private static readonly string[] Names = ["a", "B", "_", "orgCodg", "medType", "medOrgOrd", "medfeeSumamt", "feedetailList", "feedetailListX", "𠮷", "\uE000", "\"", "a&b=c", "名称", "longname1", "longname2", "é"];
    private readonly Random random = new(seed);

    public string Object(int depth = 0)
    {
        var names = Enumerable.Range(0, random.Next(depth == 0 ? 1 : 0, 9)).Select(_ => Names[random.Next(Names.Length)]).Distinct().ToArray();
        return "{" + string.Join(',', names.Select(name => Quote(name) + Blank() + ":" + Blank() + Value(depth + 1, inArray: false))) + "}";
    }

    /// <summary>The same value with members shuffled, empties added or removed, other white space and other escapes.</summary>
    public string Rewrite(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().Where(m => !IsNothing(m.Value) || random.Next(2) == 0)
            .OrderBy(_ => random.Next()).Select(m => Quote(m.Name) + Blank() + ":" + Rewrite(m.Value))
            .Concat(random.Next(2) == 0 ? ["\"nothing\":null"] : [])) + Blank() + "}",
        System.Text.Json.JsonValueKind.Array => "[" + Blank() + string.Join(',', value.EnumerateArray().Select(Rewrite)) + "]",
        System.Text.Json.JsonValueKind.String => Quote(value.GetString()!),
        _ => Blank() + value.GetRawText(),
    };

    private static bool IsNothing(System.Text.Json.JsonElement value) =>
        value.ValueKind == System.Text.Json.JsonValueKind.Null || (value.ValueKind == System.Text.Json.JsonValueKind.String && value.GetString() == "")
        || (value.ValueKind == System.Text.Json.JsonValueKind.Array && value.GetArrayLength() == 0);

    private string Value(int depth, bool inArray) => random.Next(depth > 4 ? 5 : 8) switch
    {
        0 => Number(),
        1 => random.Next(2) == 0 ? "true" : "false",
        2 when !inArray => "null",
        5 => Object(depth),
        6 or 7 => "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1, inArray: true))) + "]",
        _ => Quote(inArray ? Texts[random.Next(Texts.Length)] + "x" : Texts[random.Next(Texts.Length)]),
    };

    private string Number()
    {
        var number = random.NextInt64(-1_000_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        return random.Next(2) == 0 ? number : number + "." + random.Next(1000).ToString("D3", CultureInfo.InvariantCulture);
    }

    private string Blank() => random.Next(4) == 0 ? " \n" : "";

    private string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\' or < ' ' || random.Next(6) == 0)
                foreach (var unit in rune.ToString()) json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else json.Append(rune);
        }

        return json.Replace("\\u0022", "\\\"").Append('"').ToString();
    }
}
