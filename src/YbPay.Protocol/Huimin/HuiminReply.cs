using System.Text;

namespace YbPay.Protocol.Huimin;

/// <summary>A platform's (or, for HIS transactions, a hospital's) answer.</summary>
/// <param name="RtCode">0000 when the message was accepted and the transaction is done; what it means else is in the document's appendix.</param>
/// <param name="RtMsg">Chinese, for people.</param>
/// <param name="Clear">The exact clear content; null when the reply has none.</param>
public sealed record HuiminReply(string RtCode, string RtMsg, byte[]? Clear)
{
    public override string ToString() => $"HuiminReply {RtCode} {RtMsg} {Clear?.Length ?? 0} bytes";

    internal static HuiminFault Open(HuiminKeys keys, ReadOnlyMemory<byte> body, HuiminLimits limits, out HuiminReply? reply)
    {
        reply = null;
        using var stream = ReadOnlyBytes.Stream(body);
        var fault = OuterScanner.Scan(stream, limits, out var envelope);
        if (envelope is null) return fault;
        if (!IsHead(envelope, out var rtCode, out var rtMsg)) return HuiminFault.HeadInvalid;
        if (envelope.EncDataLength == 0 && envelope.Text("signData"u8) is null or "")
        {
            // An unsigned reply cannot bring good news.
            if (rtCode == "0000") return HuiminFault.WrongSignature;
            reply = new HuiminReply(rtCode, rtMsg, null);
            return HuiminFault.NotSigned;
        }

        using var clear = new MemoryStream((int)(envelope.EncDataLength / 2));
        fault = ContentOpening.Open(keys, envelope, stream, 0, clear);
        if (fault == HuiminFault.None) reply = new HuiminReply(rtCode, rtMsg, envelope.EncDataLength > 0 ? clear.ToArray() : null);
        return fault;
    }

    private static bool IsHead(OuterMembers envelope, out string rtCode, out string rtMsg)
    {
        rtCode = envelope.Text("rtCode"u8) ?? "";
        rtMsg = envelope.Text("rtMsg"u8) ?? "";
        return IsCode(rtCode) && envelope.Text("encType"u8) == "SM4" && envelope.Text("signType"u8) == "SM3"
            && envelope.Members.All(member => OuterNames.MayStand(member, Encoding.UTF8.GetString(member.Name)));
    }

    internal static bool IsCode(string rtCode) => rtCode.Length == 4 && rtCode.All(char.IsAsciiLetterOrDigit);
}
