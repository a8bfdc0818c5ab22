using System.Diagnostics;

namespace YbPay.Center.Tests.Hosting;

/// <summary>Waiting for what must come true: asks again and again until it does or the patience is over.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The first answer that fits; fails with the last answer when none did in time.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> fits, string wanted, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            var answer = await ask();
            if (fits(answer)) return answer;
            if (watch.Elapsed > (patience ?? Patience)) throw new ShouldAssertException($"{wanted}: not within {watch.Elapsed.TotalSeconds:0} s, last seen: {answer}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> ask, string wanted, TimeSpan? patience = null) => GetAsync(ask, answer => answer, wanted, patience);
}
