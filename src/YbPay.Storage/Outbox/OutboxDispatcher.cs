using Microsoft.Extensions.Logging;
using YbPay.Storage.Workers;

namespace YbPay.Storage.Outbox;

/// <summary>Rung after a commit that queued a message, so that it leaves at once.</summary>
public sealed class OutboxSignal : WakeSignal;

/// <summary>What came of sending a message.</summary>
/// <param name="Note">For the operators (status, refusal code); holds nothing personal.</param>
/// <param name="Booking">What follows from it, written in the transaction that records the attempt; may run again when the database asks for it.</param>
public sealed record Sending(Delivery Outcome, string Note, Func<DbSession, Task>? Booking = null);

/// <summary>Sends one message. What it throws counts as Retry.</summary>
public interface IOutboxSender
{
    Task<Sending> SendAsync(OutboxRow row, CancellationToken cancel);
}

/// <summary>
/// Delivers the outbox. A crash between sending and recording means that the message is sent a second time under the
/// same message id: receivers are told at least once, and once in effect.
/// </summary>
public sealed class OutboxDispatcher(IDatabase database, IOutboxSender sender, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> logger, WorkerOptions? options = null)
    : ClaimingWorker<OutboxRow>(database, signal, clock, logger, options)
{
    protected override string IdOf(OutboxRow row) => row.MessageId;

    protected override Task<bool> AnyDueAsync(DbSession session, long now) => OutboxStore.AnyDueAsync(session, now);

    protected override Task<IReadOnlyList<OutboxRow>> ClaimAsync(DbSession session, int count, long now, long lease) => OutboxStore.ClaimDueAsync(session, count, now, lease);

    protected override async Task HandleAsync(OutboxRow row, CancellationToken cancel)
    {
        var sending = await SendAsync(row, cancel).ConfigureAwait(false);
        await Database.WriteAsync(
            async session =>
            {
                if (sending.Booking is { } booking) await booking(session).ConfigureAwait(false);
                await OutboxStore.RecordAsync(session, row.MessageId, sending.Outcome, sending.Note, Now).ConfigureAwait(false);
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<Sending> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            return await sender.SendAsync(row, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Log.LogWarning(error, "Message {MessageId} ({Topic} to {Receiver}) could not be sent", row.MessageId, row.Topic, row.Receiver);
            // The exception's text may repeat what was to be sent, so the attempt's note names its kind only.
            return new(Delivery.Retry, error.GetType().Name);
        }
    }
}
