using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Door;

/// <summary>What stands in <c>output</c>.</summary>
internal static class Output
{
    /// <summary>Of transactions that answer nothing but success.</summary>
    public static Outcome<JsonElement> None { get; } = JsonDocument.Parse("{}").RootElement.Clone();

    public static Outcome<JsonElement> Of<T>(T reply)
        where T : Contract => FsiJson.ToElement(reply);
}
