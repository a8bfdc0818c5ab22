namespace YbPay.Cryptography;

/// <summary>
/// Contexts that are dear to make and unfit for two threads at once: rented for one call, then put back.
/// Grows with the number of callers at work, keeps a bounded number, and lets none outlive <see cref="Dispose"/>.
/// </summary>
internal sealed class ContextPool<T>(Func<T> create) : IDisposable
    where T : class, IDisposable
{
    private readonly T?[] slots = new T?[Math.Max(4, Environment.ProcessorCount * 2)];
    private volatile bool disposed;

    public T Rent()
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(T));
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is not null && Interlocked.Exchange(ref slots[i], null) is { } context)
                return context;
        }

        return create();
    }

    public void Return(T context)
    {
        for (var i = 0; i < slots.Length && !disposed; i++)
        {
            if (Interlocked.CompareExchange(ref slots[i], context, null) is null)
            {
                // Dispose may have swept this slot just before it was filled.
                if (disposed)
                    Drain();
                return;
            }
        }

        context.Dispose();
    }

    public void Dispose()
    {
        disposed = true;
        Drain();
    }

    private void Drain()
    {
        for (var i = 0; i < slots.Length; i++)
            Interlocked.Exchange(ref slots[i], null)?.Dispose();
    }
}
