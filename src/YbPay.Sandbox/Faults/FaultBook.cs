namespace YbPay.Sandbox.Faults;

/// <summary>The faults that wait to strike, oldest first for each transaction. Thread-safe.</summary>
public sealed class FaultBook
{
    private readonly Lock _faults = new();
    private readonly List<Fault> _waiting = [];
    private int _count;

    /// <summary>True when nothing waits; costs no lock.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    public void Order(Fault fault)
    {
        lock (_faults)
        {
            _waiting.Add(fault);
            Volatile.Write(ref _count, _waiting.Count);
        }
    }

    /// <summary>Forgets all that have not struck yet.</summary>
    public void Clear()
    {
        lock (_faults)
        {
            _waiting.Clear();
            Volatile.Write(ref _count, 0);
        }
    }

    /// <summary>What still waits, each with the count that is left.</summary>
    public IReadOnlyList<Fault> Waiting()
    {
        lock (_faults) return [.. _waiting];
    }

    /// <summary>Takes the oldest fault that fits and uses up one of its count; null when the target is well.</summary>
    public Fault? Take(FaultTarget target, string transaction)
    {
        lock (_faults)
        {
            var at = _waiting.FindIndex(fault => fault.Target == target && (fault.Transaction == Fault.AnyTransaction || fault.Transaction == transaction));
            if (at < 0) return null;
            var fault = _waiting[at];
            if (fault.Count > 1) _waiting[at] = fault with { Count = fault.Count - 1 };
            else _waiting.RemoveAt(at);
            Volatile.Write(ref _count, _waiting.Count);
            return fault;
        }
    }
}
