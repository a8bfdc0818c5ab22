namespace YbPay.Sandbox.Orders;

/// <summary>What a simulated system was told to do with orders to come.</summary>
public enum LeverAction
{
    /// <summary>Accepted, WAITING, and carried out later.</summary>
    Late,

    Refuse,
}

/// <summary>A lever that was pulled.</summary>
/// <param name="What">The kind of order in the system's own word; <c>*</c> any.</param>
/// <param name="Person">Only orders of this person, by the system's index; null for all.</param>
/// <param name="Key">Only orders under this agreement or case; null for all.</param>
/// <param name="Count">How many orders it still holds for.</param>
/// <param name="After">How late.</param>
public sealed record OrderLever(LeverAction Action, string What, string? Person, string? Key, int Count, TimeSpan After)
{
    public const string Any = "*";

    internal bool Fits(string what, string? person, string? key) =>
        (What == Any || What == what) && (Person is null || Person == person) && (Key is null || Key == key);
}

/// <summary>The levers that were pulled, oldest first; orders find them by kind, person and key. Thread-safe.</summary>
public sealed class OrderLevers
{
    private readonly Lock _gate = new();
    private readonly List<OrderLever> _pulled = [];

    public void Pull(OrderLever lever)
    {
        lock (_gate) _pulled.Add(lever);
    }

    public void Clear()
    {
        lock (_gate) _pulled.Clear();
    }

    /// <summary>The oldest lever that fits, with one of its count used up; null when the order goes its usual way.</summary>
    public OrderLever? Take(string what, string? person, string? key)
    {
        lock (_gate)
        {
            var at = _pulled.FindIndex(lever => lever.Fits(what, person, key));
            if (at < 0) return null;
            var lever = _pulled[at];
            if (lever.Count > 1) _pulled[at] = lever with { Count = lever.Count - 1 };
            else _pulled.RemoveAt(at);
            return lever;
        }
    }
}
