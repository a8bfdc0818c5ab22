using System.Diagnostics;

namespace YbPay.Engine;

/// <summary>
/// A value, or why there is none, where the reason is one of a closed list and has no number of its own: the role that asked decides
/// what goes over its wire. Bugs are exceptions instead.
/// </summary>
/// <typeparam name="T">What is decided.</typeparam>
/// <typeparam name="TWhy">The reasons there can be.</typeparam>
public abstract record Verdict<T, TWhy>
{
    private Verdict()
    {
    }

    public sealed record Ok(T Value) : Verdict<T, TWhy>;

    public sealed record No(TWhy Why) : Verdict<T, TWhy>;

    public static implicit operator Verdict<T, TWhy>(T value) => new Ok(value);

    public static implicit operator Verdict<T, TWhy>(TWhy why) => new No(why);

    public R Match<R>(Func<T, R> ok, Func<TWhy, R> no) => this switch
    {
        Ok o => ok(o.Value),
        No n => no(n.Why),
        _ => throw new UnreachableException(),
    };

    /// <summary>Goes on with the value, or passes the reason through.</summary>
    public Verdict<R, TWhy> Then<R>(Func<T, Verdict<R, TWhy>> next) => Match(next, why => why);
}
