using YbPay.Bureau.Messages;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Door;

/// <summary>Database work that may refuse: a refusal undoes whatever the work wrote before it, and so does a msgid that was taken.</summary>
internal static class RefusedWrite
{
    public static async Task<Outcome<T>> WriteOutcomeAsync<T>(this IDatabase database, Func<DbSession, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(
                async session => await work(session) switch
                {
                    Outcome<T>.No no => throw new Undo(no.Why),
                    var done => done,
                },
                cancel);
        }
        catch (Undo undo)
        {
            return undo.Why;
        }
        catch (MsgidTakenException taken)
        {
            return await database.ReadAsync(session => MessageStore.WhyTakenAsync(session, taken.Msgid), cancel);
        }
    }

    /// <summary>What a guarded write throws to end the work with a refusal.</summary>
    public static Func<Exception> Because(Refusal why) => () => new Undo(why);

    /// <summary>Crosses nothing but the database, which knows no other way to be told "undo".</summary>
    private sealed class Undo(Refusal why) : Exception
    {
        public Refusal Why { get; } = why;
    }
}
