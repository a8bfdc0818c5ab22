namespace YbPay.Storage.Legs;

/// <summary>A leg's number is another leg's already: nothing of the work was written, and nothing may be sent under it.</summary>
public sealed class LegTakenException(string legId) : InvalidOperationException($"Leg {legId} exists already.")
{
    public string LegId { get; } = legId;
}
