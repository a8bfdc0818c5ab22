using System.Text.Json.Nodes;

namespace YbPay.Testing.Messages;

/// <summary>A message with one fault: where it is (feedetailList[0].pric) and the name of the rule that it breaks.</summary>
public sealed record BrokenMessage(string Path, string Rule, JsonObject Message)
{
    public override string ToString() => $"{Path} {Rule}";
}
