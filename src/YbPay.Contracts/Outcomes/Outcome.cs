using System.Diagnostics;

namespace YbPay.Contracts.Outcomes;

/// <summary>A value, or the named reason why there is none. Bugs and lost databases are exceptions instead.</summary>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    public sealed record Ok(T Value) : Outcome<T>;

    public sealed record No(Refusal Why) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Ok(value);

    public static implicit operator Outcome<T>(Refusal why) => new No(why);

    public R Match<R>(Func<T, R> ok, Func<Refusal, R> no) => this switch
    {
        Ok o => ok(o.Value),
        No n => no(n.Why),
        _ => throw new UnreachableException(),
    };

    /// <summary>Goes on with the value, or passes the refusal through.</summary>
    public Outcome<R> Then<R>(Func<T, Outcome<R>> next) => Match(next, why => why);
}
