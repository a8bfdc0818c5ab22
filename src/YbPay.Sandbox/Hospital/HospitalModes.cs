namespace YbPay.Sandbox.Hospital;

/// <summary>How a hospital answers a callback.</summary>
public enum HospitalAnswer
{
    Ok,

    /// <summary>Received, but the hospital's own books did not take it: success is false.</summary>
    Fail,

    /// <summary>HTTP 500 without a word; the fault lostAnswer cuts the connection instead.</summary>
    Down,
}

/// <summary>What hospitals were told to answer; otherwise they answer ok. Thread-safe.</summary>
public sealed class HospitalModes
{
    private readonly Lock _modes = new();
    private readonly Dictionary<string, (HospitalAnswer Answer, int Left)> _ordered = new(StringComparer.Ordinal);

    /// <param name="count">For how many callbacks; then ok again.</param>
    public void Order(string orgCodg, HospitalAnswer answer, int count)
    {
        lock (_modes)
        {
            if (answer == HospitalAnswer.Ok) _ordered.Remove(orgCodg);
            else _ordered[orgCodg] = (answer, count);
        }
    }

    /// <summary>The answer to the callback that just came in; uses up one of the count.</summary>
    public HospitalAnswer Take(string orgCodg)
    {
        lock (_modes)
        {
            if (!_ordered.TryGetValue(orgCodg, out var mode)) return HospitalAnswer.Ok;
            if (mode.Left > 1) _ordered[orgCodg] = mode with { Left = mode.Left - 1 };
            else _ordered.Remove(orgCodg);
            return mode.Answer;
        }
    }
}
