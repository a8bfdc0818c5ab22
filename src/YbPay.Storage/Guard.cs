namespace YbPay.Storage;

/// <summary>What a write has to change; the work ends with <paramref name="Otherwise"/> when it changes more or less, and nothing of it happened.</summary>
public sealed record Guard(int Rows, Func<Exception> Otherwise);
