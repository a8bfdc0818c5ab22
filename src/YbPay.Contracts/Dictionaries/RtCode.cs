namespace YbPay.Contracts.Dictionaries;

/// <summary>The huimin platform's answer codes.</summary>
public static class RtCode
{
    public const string Success = "0000";
    public const string NotFound = "0001";
    public const string Frozen = "0002";
    public const string Refused = "1000";
    public const string BadMessage = "4000";
    public const string Repeated = "4008";
    public const string UnknownPlatform = "4104";
    public const string Unknown = "9999";
    public const string DepositsTooSmall = "5501";
    public const string RefundFailed = "5502";

    public static CodeTable Table { get; } = new("rtCode", "系统响应码",
    [
        new(Success, "成功"),
        new(NotFound, "无此用户信息，需通过认证后再次获取"),
        new(Frozen, "用户签约状态冻结，需解除黑名单后再次请求"),
        new(Refused, "业务失败"),
        new(BadMessage, "报文错误：报文结构/签名/加密/时间差大于5分钟等"),
        new(Repeated, "域已存在：请求流水号重复了"),
        new(UnknownPlatform, "无效平台方"),
        new(Unknown, "未知错误"),
        new(DepositsTooSmall, "出院结算失败，消费金额大于支付金额"),
        new(RefundFailed, "出院结算失败，银行退费失败"),
    ]);
}
