using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Reversal;

/// <summary>
/// 2601: undoes a message by its msgid, once; asked again it answers success without effect. A msgid that never came is
/// fenced off: if it still arrives, it is refused with [REVERSED].
/// </summary>
internal sealed class ReverseTransaction(BureauDatabase database, PersonCipher cipher) : Transaction<ReverseRequest>(cipher)
{
    public override string Infno => Infnos.Reversal;

    protected override string? PsnNo(ReverseRequest request) => request.Data.PsnNo;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, ReverseRequest request, string personKey, CancellationToken cancel)
    {
        var data = request.Data;
        if (!HeadCheck.HasForm(data.Omsgid) || !data.Omsgid.StartsWith(call.Sender.Code, StringComparison.Ordinal)) return Refusals.ReversalMismatch;
        return await database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, data.Omsgid);
                return await ReverseAsync(session, call, data, personKey) is { } why ? why : Output.None;
            },
            cancel);
    }

    private static async Task<Refusal?> ReverseAsync(DbSession session, Call call, ReverseData data, string personKey)
    {
        // The insert waits for a message of that id which is still under way, and then finds it.
        if (await MessageStore.FenceAsync(session, data.Omsgid, call.Sender.Code, data.Oinfno, personKey, call.Now)) return null;
        var message = await MessageStore.FindAsync(session, data.Omsgid) ?? throw new InvalidOperationException("A msgid is taken and yet not there.");
        if (message.Institution != call.Sender.Code || message.Infno != data.Oinfno || (message.PersonKey is { } owner && owner != personKey)) return Refusals.ReversalMismatch;
        if (message.State is not MessageState.Done) return null;
        if (await MessageUndoing.UndoAsync(session, call, message) is { } why) return why;
        return await MessageStore.ReverseAsync(session, data.Omsgid) ? null : throw new InvalidOperationException("A message was reversed under its own lock.");
    }
}
