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

/// <summary>A message of that id had its effect, or was reversed before it came. Becomes a refusal in <see cref="RefusedWrite"/>.</summary>
internal sealed class MsgidTakenException(string msgid) : Exception
{
    public string Msgid { get; } = msgid;
}

internal sealed record MessageRow(string Msgid, string Institution, string Infno, string? PersonKey, string? Target, MessageState State);

/// <summary>
/// Every msgid, once. A transaction claims its msgid in the database transaction that has its effect, so a msgid has no
/// effect twice, and after a refusal it is free again.
/// </summary>
internal static class MessageStore
{
    private const string Insert =
        """
        INSERT INTO message (msgid, institution, infno, person_key, target, state, received_at)
        VALUES (@msgid, @institution, @infno, @personKey, @target, @state, @now)
        ON CONFLICT (msgid) DO NOTHING
        """;

    /// <summary>Makes the msgid ours, or ends the work with a <see cref="MsgidTakenException"/> at its next statement, at the latest at its commit.</summary>
    /// <param name="target">What the message acts on: the visit, or the settlement that is cancelled.</param>
    public static Task ClaimAsync(DbSession session, Call call, string? personKey, string? target) =>
        session.LaterAsync(Insert, Claim(call, personKey, target), new Guard(1, () => new MsgidTakenException(call.Msgid)));

    /// <summary>Makes the msgid of a message that has no effect ours; gives why it cannot be, or null.</summary>
    public static async Task<Refusal?> ClaimAsync(IDatabase database, Call call, string? personKey, string? target, CancellationToken cancel) =>
        await database.InsertAsync(Insert, Claim(call, personKey, target), cancel) == 1
            ? null
            : await database.ReadAsync(session => WhyTakenAsync(session, call.Msgid), cancel);

    private static object Claim(Call call, string? personKey, string? target) =>
        new { msgid = call.Msgid, institution = call.Sender.Code, infno = call.Infno, personKey, target, state = MessageState.Done, now = call.Now };

    /// <summary>Takes the msgid of a message that never came, so that it has no effect when it does. False when it came before.</summary>
    public static async Task<bool> FenceAsync(DbSession session, string msgid, string institution, string infno, string personKey, long now) =>
        await session.ExecuteAsync(Insert, new { msgid, institution, infno, personKey, target = (string?)null, state = MessageState.Fenced, now }) == 1;

    /// <summary>Why a taken msgid cannot be used.</summary>
    public static async Task<Refusal> WhyTakenAsync(DbSession session, string msgid) =>
        (await FindAsync(session, msgid))?.State is MessageState.Done ? Refusals.MsgidRepeated : Refusals.Reversed;

    public static Task<MessageRow?> FindAsync(DbSession session, string msgid) => session.FirstOrDefaultAsync<MessageRow>(
        "SELECT msgid, institution, infno, person_key, target, state FROM message WHERE msgid = @msgid" + session.Dialect.ForUpdate(), new { msgid });

    /// <summary>Frees the msgid of a message that had no effect in the end; what was reversed meanwhile stays reversed.</summary>
    public static Task ForgetAsync(DbSession session, string msgid) => session.LaterAsync(
        "DELETE FROM message WHERE msgid = @msgid AND state = @state", new { msgid, state = MessageState.Done });

    /// <summary>False when it was not Done.</summary>
    public static async Task<bool> ReverseAsync(DbSession session, string msgid) => await session.ExecuteAsync(
        "UPDATE message SET state = @to WHERE msgid = @msgid AND state = @from",
        new { msgid, to = MessageState.Reversed, from = MessageState.Done }) == 1;
}
