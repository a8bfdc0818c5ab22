namespace YbPay.Cli.Days.Plan;

/// <summary>Draws by weight.</summary>
internal static class Draws
{
    public static T Of<T>(Random random, params ReadOnlySpan<(T Value, int Weight)> choices)
    {
        var sum = 0;
        foreach (var (_, weight) in choices) sum += weight;
        var drawn = random.Next(sum);
        foreach (var (value, weight) in choices)
        {
            if (drawn < weight) return value;
            drawn -= weight;
        }

        throw new System.Diagnostics.UnreachableException();
    }

    public static bool IsLikely(Random random, int percent) => random.Next(100) < percent;
}
