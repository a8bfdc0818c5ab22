using System.Text.Json;

namespace YbPay.Sandbox.Faults;

/// <summary>Reads the body of <c>POST /faults</c>: a fault, or what is wrong with it in words.</summary>
public static class FaultOrder
{
    public const int LargestCount = 10_000;

    /// <summary>Ten minutes: no caller waits longer.</summary>
    public const int LongestDelayMs = 600_000;

    private static readonly Dictionary<string, FaultTarget> Targets = new(StringComparer.Ordinal)
    {
        ["core"] = FaultTarget.Core, ["bank"] = FaultTarget.Bank, ["hospital"] = FaultTarget.Hospital, ["accountBank"] = FaultTarget.AccountBank,
        ["creditBank"] = FaultTarget.CreditBank, ["insurer"] = FaultTarget.Insurer,
    };

    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["timeout"] = FaultKind.Timeout, ["lostAnswer"] = FaultKind.LostAnswer, ["duplicate"] = FaultKind.Duplicate,
        ["refuse"] = FaultKind.Refuse, ["delay"] = FaultKind.Delay,
    };

    /// <summary>What each target does by name; <c>*</c> is always allowed. The core's names are numbers of four digits.</summary>
    private static readonly Dictionary<FaultTarget, string[]> Named = new()
    {
        [FaultTarget.Bank] = ["create", "query", "close", "refund", "queryRefund", "statement"],
        [FaultTarget.AccountBank] = ["deduct", "credit", "query"],
        [FaultTarget.CreditBank] = ["accounts", "agree", "pay", "refund", "query", "statement"],
        [FaultTarget.Insurer] = ["quote", "settle", "cancel", "case", "withdraw", "queryCase", "query"],
        [FaultTarget.Hospital] = ["6302", "6204", "query", "close", "refund"],
    };

    /// <summary>Null when the body is no fault; <paramref name="problem"/> then says why.</summary>
    public static Fault? Read(JsonElement body, out string? problem)
    {
        if (Choice(body, "target", Targets, out problem) is not { } target) return null;
        if (Choice(body, "kind", Kinds, out problem) is not { } kind) return null;
        var transaction = body.TryGetProperty("transaction", out var named) && named.ValueKind != JsonValueKind.Null ? named.ToString() : Fault.AnyTransaction;
        problem = TransactionProblem(target, transaction);
        if (problem is not null) return null;
        if (Number(body, "count", 1, 1, LargestCount, out problem) is not { } count) return null;
        if (Number(body, "delayMs", 0, 0, LongestDelayMs, out problem) is not { } delay) return null;
        if (kind == FaultKind.Delay && delay == 0)
        {
            problem = "kind 'delay' needs delayMs.";
            return null;
        }

        return new(target, transaction, kind, count, delay);
    }

    private static string? TransactionProblem(FaultTarget target, string transaction)
    {
        if (transaction == Fault.AnyTransaction) return null;
        if (!Named.TryGetValue(target, out var names))
            return transaction.Length == 4 && transaction.All(char.IsAsciiDigit) ? null : $"transaction '{transaction}' is not an infno of four digits or '*'.";
        return names.Contains(transaction) ? null : $"transaction '{transaction}' is none of {string.Join(", ", names)}, *.";
    }

    private static T? Choice<T>(JsonElement body, string name, Dictionary<string, T> choices, out string? problem)
        where T : struct
    {
        problem = null;
        var text = body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value.ToString() : "";
        if (choices.TryGetValue(text, out var choice)) return choice;
        problem = $"{name} '{text}' is none of {string.Join(", ", choices.Keys)}.";
        return null;
    }

    private static int? Number(JsonElement body, string name, int unnamed, int least, int most, out string? problem)
    {
        problem = null;
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return unnamed;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most) return number;
        problem = $"{name} must be a whole number from {least} to {most}.";
        return null;
    }

    /// <summary>The name on the wire.</summary>
    public static string NameOf(FaultTarget target) => Targets.First(pair => pair.Value == target).Key;

    /// <summary>The name on the wire.</summary>
    public static string NameOf(FaultKind kind) => Kinds.First(pair => pair.Value == kind).Key;
}
