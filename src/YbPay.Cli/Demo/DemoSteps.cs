using System.Globalization;

namespace YbPay.Cli.Demo;

/// <summary>A step of the demonstration did not hold; the message is for the person who watches.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);

/// <summary>What every journey does: waits, demands, and shows.</summary>
internal static class DemoSteps
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until there is an answer; throws when the patience is over.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, string otherwise, TimeSpan patience, CancellationToken cancel)
        where T : class => await WaitAsync(async () => await ask() is { } found ? (true, found) : (false, null!), otherwise, patience, cancel);

    /// <inheritdoc cref="UntilAsync{T}(Func{Task{T}}, string, TimeSpan, CancellationToken)"/>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, string otherwise, TimeSpan patience, CancellationToken cancel)
        where T : struct => await WaitAsync(async () => await ask() is { } found ? (true, found) : (false, default), otherwise, patience, cancel);

    /// <summary>Asks until the answer fits.</summary>
    public static Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> fits, string otherwise, TimeSpan patience, CancellationToken cancel) => WaitAsync(
        async () =>
        {
            var answer = await ask();
            return (fits(answer), answer);
        },
        otherwise, patience, cancel);

    public static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new DemoFailedException(otherwise);
    }

    /// <summary>Names and values in the order in which they are shown.</summary>
    public static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var map = new Dictionary<string, string>();
        foreach (var (name, value) in values) map[name] = value;
        return map;
    }

    public static string Yuan(decimal? amount) => amount is { } yuan ? yuan.ToString("0.00", CultureInfo.InvariantCulture) + " 元" : "-";

    private static async Task<T> WaitAsync<T>(Func<Task<(bool Found, T Value)>> ask, string otherwise, TimeSpan patience, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Pause);
        while (!limit.IsCancellationRequested)
        {
            if (await ask() is (true, var value)) return value;
            await timer.WaitForNextTickAsync(cancel);
        }

        throw new DemoFailedException(otherwise);
    }
}
