namespace YbPay.Protocol.Outgoing;

/// <summary>What came of asking another system. There is no exception for the network: not knowing is an answer.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>It did what was asked.</summary>
    public sealed record Given(T Value) : Answer<T>;

    /// <summary>It refused, and nothing happened there. <paramref name="Code"/> is the stable part of its message, if it has one.</summary>
    public sealed record Refused(string Code, string Text) : Answer<T>;

    /// <summary>The request never left: nothing can have happened there.</summary>
    public sealed record NotSent(string Why) : Answer<T>;

    /// <summary>Sent, and no answer that can be trusted: it may have happened.</summary>
    public sealed record Unknown(string Why) : Answer<T>;

    /// <summary>The same outcome with another value.</summary>
    public Answer<R> Select<R>(Func<T, R> map) => this switch
    {
        Given given => new Answer<R>.Given(map(given.Value)),
        Refused refused => new Answer<R>.Refused(refused.Code, refused.Text),
        NotSent notSent => new Answer<R>.NotSent(notSent.Why),
        Unknown unknown => new Answer<R>.Unknown(unknown.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>For a log or a leg's note; nothing personal.</summary>
    public string Note => this switch
    {
        Given => "answered",
        Refused refused => $"refused {refused.Code}",
        NotSent notSent => $"not sent: {notSent.Why}",
        Unknown unknown => $"unknown: {unknown.Why}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
