using YbPay.Bureau.Door;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Messages;

internal enum MessageState
{
    Done = 1,
    Reversed = 2,

    /// <summary>Reversed before it arrived: whatever comes with this msgid has no effect any more.</summary>
    Fenced = 3,
}

internal sealed record MessageRow(string Msgid, string Institution, string Infno, string? PersonKey, string? Target, MessageState State);

/// <summary>
/// Every msgid, once. A transaction claims its msgid in the database transaction that has its effect, so a msgid has no
/// effect twice, and after a refusal it is free again.
/// </summary>
internal static class MessageStore
{
    /// <summary>Null: the msgid is ours. Otherwise why not.</summary>
    /// <param name="target">What the message acts on: the visit, or the settlement that is cancelled.</param>
    public static async Task<Refusal?> ClaimAsync(DbSession session, Call call, string? personKey, string? target)
    {
        if (await InsertAsync(session, call.Msgid, call.Sender.Code, call.Infno, personKey, target, MessageState.Done, call.Now)) return null;
        var known = await FindAsync(session, call.Msgid);
        return known?.State is MessageState.Done ? Refusals.MsgidRepeated : Refusals.Reversed;
    }

    public static async Task<bool> InsertAsync(
        DbSession session, string msgid, string institution, string infno, string? personKey, string? target, MessageState state, long now) =>
        await session.ExecuteAsync(
            """
            INSERT INTO message (msgid, institution, infno, person_key, target, state, received_at)
            VALUES (@msgid, @institution, @infno, @personKey, @target, @state, @now)
            ON CONFLICT (msgid) DO NOTHING
            """,
            new { msgid, institution, infno, personKey, target, state, now }) == 1;

    public static Task<MessageRow?> FindAsync(DbSession session, string msgid) => session.FirstOrDefaultAsync<MessageRow>(
        "SELECT msgid, institution, infno, person_key, target, state FROM message WHERE msgid = @msgid" + session.Dialect.ForUpdate(), new { msgid });

    /// <summary>False when it was not Done.</summary>
    public static async Task<bool> ReverseAsync(DbSession session, string msgid) => await session.ExecuteAsync(
        "UPDATE message SET state = @to WHERE msgid = @msgid AND state = @from",
        new { msgid, to = MessageState.Reversed, from = MessageState.Done }) == 1;
}
