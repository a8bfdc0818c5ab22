using Microsoft.Extensions.Logging;
using YbPay.Huimin.Running;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Payments;

/// <summary>The one leg of a refund by HOS00004. A discharge resolves its own.</summary>
internal sealed class RefundFlow(HuiminBooks books, CreditRefunds refunds, ILogger<RefundFlow> log) : ILegOwner
{
    public IReadOnlyList<string> Kinds { get; } = [LegKinds.Refund];

    public async Task ResolveAsync(LegRow leg, CancellationToken cancel) => await StepAsync(await ReadAsync(leg.OwnerId), leg, cancel);

    /// <summary>Sends a refund that was just opened; gives it as it then stands.</summary>
    public async Task<RefundRow> RunAsync(RefundRow refund)
    {
        await StepAsync(refund, await refunds.LegOfAsync(refund), CancellationToken.None);
        return await ReadAsync(refund.QueryId);
    }

    private async Task StepAsync(RefundRow refund, LegRow leg, CancellationToken cancel)
    {
        var word = await refunds.SendAsync(refund, leg, cancel);
        var booked = await books.Database.WriteAsync(session => refunds.BookAsync(session, refund, leg, word), CancellationToken.None);
        log.LogInformation("{QueryId}: {Kind} {Booked}", refund.QueryId, leg.Kind, booked);
    }

    private async Task<RefundRow> ReadAsync(string queryId) =>
        await books.Database.ReadAsync(session => RefundStore.FindAsync(session, queryId)) ?? throw new InvalidDataException($"Refund {queryId} is gone.");
}
