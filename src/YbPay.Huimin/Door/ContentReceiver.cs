namespace YbPay.Huimin.Door;

/// <summary>Takes a message's clear content piece by piece, before it is known to be genuine; what is not taken over is thrown away.</summary>
internal abstract class ContentReceiver : IDisposable
{
    /// <summary>Where the clear text is written. What it throws for a content that cannot be, is <see cref="InvalidDataException"/>.</summary>
    public abstract Stream Clear { get; }

    /// <summary>The message as JSON, once all of it has come; large parts that went elsewhere are replaced.</summary>
    public abstract ReadOnlyMemory<byte> Message { get; }

    public abstract void Dispose();
}

/// <summary>For messages that fit into memory.</summary>
internal sealed class MemoryReceiver : ContentReceiver
{
    private readonly MemoryStream clear = new();

    public override Stream Clear => clear;

    public override ReadOnlyMemory<byte> Message => clear.GetBuffer().AsMemory(0, (int)clear.Length);

    public override void Dispose() => clear.Dispose();
}
