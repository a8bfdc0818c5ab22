using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Protocol;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Cash;

/// <summary>
/// The one door for what channels send by themselves: size, then whose it is over the bytes as they came. A notice is a hint, not the
/// truth: the channel is asked before anything is booked, so that one caught and sent again, or made up by someone who knows
/// the key, moves no money. What cannot be asked now stays on the resolver's list.
/// </summary>
internal sealed class ChannelNotices(CenterBooks books, CashChannels channels, CashCollection cash, ILogger<ChannelNotices> log)
{
    private const string Address = "/callbacks/{channel}";
    private const int Largest = 64 * 1024;

    private readonly Lazy<IReadOnlyDictionary<string, IChannelNotices>> _readers = new(channels.Notices);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, (HttpContext http, string channel) => HandleAsync(http, channel));

    private async Task HandleAsync(HttpContext http, string channel)
    {
        var body = await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, Largest, http.RequestAborted);
        var reader = _readers.Value.GetValueOrDefault(channel);
        var number = body is null ? null : reader?.NumberIn(name => http.Request.Headers.TryGetValue(name, out var values) && values is [{ } one] ? one : null, body);
        if (number is null)
        {
            log.LogWarning("A notice at {Channel} was not taken", reader?.Name ?? "no channel");
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await http.Response.WriteAsync("""{"code":"FAIL","message":"失败"}""", http.RequestAborted);
            return;
        }

        await LookAsync(number);
        if (reader!.Thanks is { } thanks) await http.Response.WriteAsync(thanks, http.RequestAborted);
    }

    private async Task LookAsync(string number)
    {
        var leg = await books.Database.ReadAsync(session => LegStore.FindAsync(session, number));
        // What is booked already needs no question: a notice sent again costs the channel nothing.
        if (leg is not { Kind: LegKinds.CashPayment } || leg.State == LegState.Succeeded || await books.FindOrderAsync(leg.OwnerId) is not { } order) return;
        if (await channels.QueryAsync(number, CancellationToken.None) is Answer<ChannelPayment>.Given { Value: var payment }) await cash.RecordAsync(order, payment);
    }
}
