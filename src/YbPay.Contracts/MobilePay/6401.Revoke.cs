using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Withdraws a bill that is not settled. Spec: table 21.</summary>
[Contract("mobile", "6401", "request", "data", "费用明细上传撤销")]
public sealed record RevokeRequest : Contract
{
    [Text(40, "支付订单号")]                                    public required string           PayOrdId   { get; init; }
    [Text(40, "机构编号")]                                      public required string           OrgCodg    { get; init; }
    [Text(40, "支付 token"), Masked]                            public required string           PayToken   { get; init; }
    [Text(40, "证件号码"), Masked]                              public required string           IdNo       { get; init; }
    [Text(40, "用户姓名"), Masked]                              public required string           UserName   { get; init; }
    [Code(3, "psn_cert_type", "证件类别")]                      public required string           IdType     { get; init; }
    [Text(4000, "扩展数据", Content = typeof(MerchantContent))] public          ExpandedContent? ExpContent { get; init; }
}

/// <summary>Whether the bill is withdrawn. Spec: table 279.</summary>
[Contract("mobile", "6401", "response", "data", "费用明细上传撤销")]
public sealed record RevokeReply : Contract
{
    [Flag("回调通知结果")] public required bool Success { get; init; }
}
