using System.Text.Json;
using YbPay.Sandbox.Orders;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Control;

/// <summary>Reads a lever for a system that takes orders: <c>{action: late|refuse, what, psnNo, KEY, count, after}</c>; each mistake gets a sentence.</summary>
/// <param name="kinds">The orders' kinds in lower case; the system has them in upper case.</param>
/// <param name="keyName">The member that names an agreement or a case.</param>
/// <param name="personOf">The system's index of a person by psnNo; null for nobody of the sandbox.</param>
internal sealed class OrderLeverBody(string[] kinds, string keyName, Func<string, string?> personOf)
{
    private const int LargestCount = 10_000;

    /// <summary>An hour: late is also what control ends sooner.</summary>
    private const string UsualDelay = "PT1H";

    public OrderLever? Read(JsonElement body, out string? problem)
    {
        problem = null;
        LeverAction? action = body.Text("action") switch { "late" => LeverAction.Late, "refuse" => LeverAction.Refuse, _ => null };
        var what = body.Text("what") ?? OrderLever.Any;
        var psnNo = body.Text("psnNo");
        var person = psnNo is null ? null : personOf(psnNo);
        var count = body.Count("count", 1);
        var after = IsoDuration.Parse(body.Text("after") ?? UsualDelay);
        if (action is null) problem = "action must be one of late, refuse, ok, finish (at the insurer also advance).";
        else if (what != OrderLever.Any && !kinds.Contains(what)) problem = $"what must be one of {string.Join(", ", kinds)}, *.";
        else if (psnNo is not null && person is null) problem = "No insured person has this psnNo.";
        else if (count is null or > LargestCount) problem = $"count must be a whole number from 1 to {LargestCount}.";
        else if (after is not { } delay || delay <= TimeSpan.Zero || delay > SandboxClock.Farthest) problem = "after must be an ISO 8601 duration such as PT30S, forward, and within ten years.";
        return problem is null ? new(action!.Value, what.ToUpperInvariant(), person, body.Text(keyName), count!.Value, after!.Value) : null;
    }
}
