namespace YbPay.Contracts.Outcomes;

/// <summary>What a refusal means to the caller; decides nothing but its place in the table.</summary>
public enum RefusalKind
{
    /// <summary>The envelope was not accepted; nothing more is said outside.</summary>
    Envelope,

    /// <summary>The message breaks the catalogue or its own sums.</summary>
    Invalid,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    NotFound,

    /// <summary>The state or an earlier request forbids it.</summary>
    Conflict,

    /// <summary>Another system refused.</summary>
    Upstream,

    /// <summary>Not now: load, time-out or an outcome still unknown.</summary>
    Unavailable,
}

/// <summary>
/// A named, numbered reason for saying no. <paramref name="Code"/> is what the reply carries in <c>code</c> and is never
/// used again for another reason; <paramref name="Message"/> is Chinese, for the clerk who reads it.
/// </summary>
/// <param name="Code">The number on the wire, never 0.</param>
/// <param name="Name">The name in logs, docs and SDK, such as <c>OrderMissing</c>.</param>
/// <param name="Kind">The family.</param>
/// <param name="Message">Chinese, complete, with nothing personal in it.</param>
/// <param name="MayRetry">True when the same request may be sent again unchanged and can then succeed.</param>
public sealed record Refusal(int Code, string Name, RefusalKind Kind, string Message, bool MayRetry = false)
{
    /// <summary>The same refusal with particulars after its message.</summary>
    public Refusal With(string particulars) => this with { Message = $"{Message}：{particulars}" };

    public override string ToString() => $"{Name} ({Code})";
}
