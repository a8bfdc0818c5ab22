namespace YbPay.Contracts;

/// <summary>
/// The base of every record that goes over the wire. Its text form is the type's name alone: a contract
/// carries names and identity numbers, and whatever is written to a log is written through this method.
/// </summary>
public abstract record Contract
{
    public sealed override string ToString() => GetType().Name;
}
