using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.WeChat;

/// <summary>What WeChat Pay's error codes mean for us. Pure.</summary>
internal static class WeChatCodes
{
    /// <summary>Refusals that only say how the order stands: it is asked for. 268512536: it exists; 268560650: the password is entered; 268554200: its state forbids it.</summary>
    public static bool IsQuestion(string code) => code is "ORDERPAID" or "ORDER_PAID" or "ORDER_CLOSED" or "ORDERCLOSED" or "268512536" or "268560650" or "268554200";

    public static Answer<WeChatReply> Judge(WeChatReply reply) => reply.Code switch
    {
        null => new Answer<WeChatReply>.Given(reply),
        "ORDER_NOT_EXIST" or "ORDERNOTEXIST" or "RESOURCE_NOT_EXISTS" => new Answer<WeChatReply>.Refused("NOT_FOUND", "渠道无此交易"),
        "FREQUENCY_LIMITED" or "FREQUENCY_LIMIT_EXCEED" or "RATELIMIT_EXCEEDED" => new Answer<WeChatReply>.NotSent("too many requests"),
        "SYSTEM_ERROR" or "SYSTEMERROR" or "BANK_ERROR" => new Answer<WeChatReply>.Unknown(reply.Code),
        "268547120" => new Answer<WeChatReply>.Refused(reply.Code, "医保授权号无效"),
        "268529476" or "268529477" or "268529481" => new Answer<WeChatReply>.Refused(reply.Code, "金额等式不成立"),
        "268529474" or "268529475" => new Answer<WeChatReply>.Refused(reply.Code, "字段与混合类型不符"),
        var code => new Answer<WeChatReply>.Refused(code, "渠道拒绝"),
    };
}
