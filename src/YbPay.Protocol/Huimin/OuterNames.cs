namespace YbPay.Protocol.Huimin;

/// <summary>The names of an envelope's top-level members, and what may not stand under any of them.</summary>
internal static class OuterNames
{
    public static bool IsKnown(string name) => name is "encData" or "encType" or "extendParmas" or "platformId" or "platformSeqId" or "platformTransDate"
        or "platformTransTime" or "signData" or "signType" or "transCode" or "version" or "data" || IsOfReply(name);

    public static bool IsOfReply(string name) => name is "rtCode" or "rtMsg";

    /// <summary>
    /// No name that could be read as two pieces of the signed text, no data in clear beside encData, and texts where the document prints texts.
    /// </summary>
    public static bool MayStand(OuterMember member, string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAny('=', '&')
        && (name != "data" || member is { IsText: true, Value.Length: 0 })
        && (member.IsText || !IsKnown(name));
}
