using System.Runtime.InteropServices;
using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Protocol.Checking;

/// <summary>
/// A number by its digits, whatever its size: a JSON number or a numeric text, written out, within the printed digits and
/// decimals. <c>10.000</c> has three decimals, as a core that stores 16,2 would see it.
/// </summary>
internal static class NumberCheck
{
    // What a decimal holds in any case, for rows that print no length.
    private static readonly (int Digits, int Decimals) Widest = (28, 10);

    /// <summary>The broken rule and its words, or null.</summary>
    public static (CheckRule Rule, string What)? Check(FieldRow row, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return (CheckRule.WrongType, "应为数值");
        var text = JsonMarshal.GetRawUtf8Value(value);
        if (value.ValueKind == JsonValueKind.String) text = text[1..^1];
        if (!Measure(text, out var whole, out var decimals)) return (CheckRule.NotANumber, "不是数值，请勿使用指数或千分位写法");
        if (row.Kind == FieldKind.Fen && text[0] == '-') return (CheckRule.Negative, "不能为负数");
        var scale = row.Scale ?? Widest;
        if (decimals > scale.Decimals) return (CheckRule.TooManyDecimals, scale.Decimals == 0 ? "应为整数" : $"小数位超过{scale.Decimals}位");
        if (whole > scale.Digits - scale.Decimals) return (CheckRule.TooManyDigits, $"整数位超过{scale.Digits - scale.Decimals}位");
        return null;
    }

    /// <summary>Digits before (leading zeros apart) and behind the point; false unless it is sign, digits, point, digits.</summary>
    private static bool Measure(ReadOnlySpan<byte> text, out int whole, out int decimals)
    {
        (whole, decimals) = (0, 0);
        if (text.Length > 0 && text[0] == '-') text = text[1..];
        var point = text.IndexOf((byte)'.');
        var before = point < 0 ? text : text[..point];
        var behind = point < 0 ? default : text[(point + 1)..];
        if (before.IsEmpty || (point >= 0 && behind.IsEmpty)) return false;
        if (before.ContainsAnyExceptInRange((byte)'0', (byte)'9') || behind.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        whole = before.TrimStart((byte)'0').Length;
        decimals = behind.Length;
        return true;
    }
}
