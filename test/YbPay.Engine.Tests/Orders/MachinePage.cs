using System.Globalization;
using System.Text;

namespace YbPay.Engine.Tests.Orders;

/// <summary>A machine as tables for its reference page.</summary>
internal static class MachinePage
{
    public static void AppendEvents<TEvent>(StringBuilder page)
        where TEvent : struct, Enum
    {
        page.Append("\n## Events\n\n| Event | What happened |\n|---|---|\n");
        foreach (var (on, meaning) in DocComments.Of<TEvent>()) page.Append(CultureInfo.InvariantCulture, $"| {on} | {meaning} |\n");
    }

    /// <param name="states">In the order of the page.</param>
    /// <param name="named">The leading cells of a state's rows.</param>
    public static void AppendTransitions<TState, TEvent>(
        StringBuilder page, IEnumerable<TState> states, Func<TState, TEvent, TState?> next, Func<TState, string> named)
        where TState : struct, Enum
        where TEvent : struct, Enum
    {
        var events = Enum.GetValues<TEvent>();
        foreach (var state in states)
        {
            foreach (var on in events)
                if (next(state, on) is { } to)
                    page.Append(CultureInfo.InvariantCulture, $"| {named(state)} | {on} | {named(to)} |\n");
            var refused = events.Count(on => next(state, on) is null);
            if (refused == 0) continue;
            var rest = refused == events.Length ? "every event" : $"each of the other {refused}";
            page.Append(CultureInfo.InvariantCulture, $"| {named(state)} | {rest} | — | — |\n");
        }
    }

    /// <summary>The starting states and every state that some sequence of events leads to.</summary>
    public static HashSet<TState> Reachable<TState, TEvent>(IEnumerable<TState> starts, Func<TState, TEvent, TState?> next)
        where TState : struct, Enum
        where TEvent : struct, Enum
    {
        var reached = starts.ToHashSet();
        var open = new Queue<TState>(reached);
        while (open.TryDequeue(out var state))
            foreach (var on in Enum.GetValues<TEvent>())
                if (next(state, on) is { } to && reached.Add(to)) open.Enqueue(to);
        return reached;
    }
}
