using YbPay.Protocol.Outgoing;

namespace YbPay.Huimin.Outside;

/// <summary>What another system says of an order of ours. Not knowing is an answer.</summary>
internal abstract record Word<T>
{
    private Word()
    {
    }

    /// <summary>It is done, for good.</summary>
    public sealed record Done(T Value) : Word<T>;

    /// <summary>It did nothing, and never will under this number.</summary>
    /// <param name="Text">Its words, at most 100 characters.</param>
    public sealed record Refused(string Text) : Word<T>;

    /// <summary>Accepted, and not done yet: it is asked again.</summary>
    public sealed record Waiting : Word<T>;

    /// <summary>It knows no such number: not yet, or never.</summary>
    public sealed record NeverHeard : Word<T>;

    /// <summary>The request never left, or was turned away at the door. What was sent before under the number may have had an effect.</summary>
    public sealed record NotSent(string Why) : Word<T>;

    /// <summary>Sent, and no answer that can be trusted.</summary>
    public sealed record Unknown(string Why) : Word<T>;

    /// <summary>For a hospital or a patient, in Chinese: why nothing was done.</summary>
    public string Reason => this is Refused refused ? refused.Text : "对方系统暂时无法受理";

    /// <summary>For a log or a leg's note; nothing personal.</summary>
    public string Note => this switch
    {
        Done => "done",
        Refused refused => refused.Text,
        Waiting => "accepted, not done yet",
        NeverHeard => "never heard of",
        NotSent notSent => $"not sent: {notSent.Why}",
        Unknown unknown => $"unknown: {unknown.Why}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Reads the word of an answer that names a status.</summary>
internal static class Words
{
    private const int LongestText = 100;

    /// <param name="status">DONE, REFUSED or WAITING; anything else is Unknown.</param>
    /// <param name="fits">False for an answer about another order: it proves nothing.</param>
    /// <param name="value">Null when a done order lacks what it must have.</param>
    public static Word<T> Of<TReply, T>(Answer<TReply> answer, Func<TReply, (string? Status, string? Message)> status, Func<TReply, bool> fits, Func<TReply, T?> value)
        where T : class =>
        answer switch
        {
            Answer<TReply>.Given { Value: var reply } when !fits(reply) => new Word<T>.Unknown("an answer about another order"),
            Answer<TReply>.Given { Value: var reply } => status(reply) switch
            {
                ("DONE", _) when value(reply) is { } done => new Word<T>.Done(done),
                ("REFUSED", var text) => new Word<T>.Refused(string.IsNullOrEmpty(text) ? "对方拒绝" : text[..Math.Min(LongestText, text.Length)]),
                ("WAITING", _) => new Word<T>.Waiting(),
                _ => new Word<T>.Unknown("an answer that is none"),
            },
            Answer<TReply>.Refused { Code: "NOT_FOUND" } => new Word<T>.NeverHeard(),
            Answer<TReply>.NotSent { Why: var why } => new Word<T>.NotSent(why),
            _ => new Word<T>.Unknown(answer.Note),
        };
}
