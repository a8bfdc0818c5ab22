using System.Text.Json;
using YbPay.Bureau.Institutions;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Door;

/// <summary>One request that passed the head's checks: who sends, what, and when it came.</summary>
internal sealed record Call(FsiHead Head, Institution Sender, JsonElement Input, DateTimeOffset ReceivedAt)
{
    public string Infno => Head.Infno;

    public string Msgid => Head.Msgid;

    public long Now => ReceivedAt.ToUnixTimeMilliseconds();
}
