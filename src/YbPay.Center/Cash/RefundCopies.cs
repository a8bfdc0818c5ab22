using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash;

/// <summary>The same refund sent again, because the first answer was lost.</summary>
internal static class RefundCopies
{
    /// <summary>What is refused may be the copy of a refund that was carried out: the channel's own record, asked by our number, decides.</summary>
    /// <param name="record">Refused with code NOT_FOUND when the channel has no such refund.</param>
    public static async Task<Answer<ChannelRefund>> UnlessRecordedAsync(this Answer<ChannelRefund> answer, Func<Task<Answer<ChannelRefund>>> record)
    {
        if (answer is not Answer<ChannelRefund>.Refused) return answer;
        var known = await record();
        return known is Answer<ChannelRefund>.Refused { Code: "NOT_FOUND" } ? answer : known;
    }
}
