using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for the order's true state. Spec: table 18.</summary>
[Contract("mobile", "6301", "request", "data", "医保订单结算结果查询")]
public sealed record QueryOrderRequest : Contract
{
    [Text(40, "支付订单号")]                                    public required string           PayOrdId   { get; init; }
    [Text(40, "定点机构编码")]                                  public required string           OrgCodg    { get; init; }
    [Text(40, "支付 token"), Masked]                            public required string           PayToken   { get; init; }
    [Text(40, "证件号码"), Masked]                              public required string           IdNo       { get; init; }
    [Text(40, "用户姓名"), Masked]                              public required string           UserName   { get; init; }
    [Code(3, "psn_cert_type", "证件类别")]                      public required string           IdType     { get; init; }
    [Text(4000, "扩展数据", Content = typeof(MerchantContent))] public          ExpandedContent? ExpContent { get; init; }
}

/// <summary>The order as it stands, in yuan. While it is not settled only ordStas and payOrdId are there. Spec: table 275; ruling C8.</summary>
[Contract("mobile", "6301", "response", "data", "医保订单结算结果查询")]
public sealed record QueryOrderReply : Contract
{
    [Code(40, "ordStas", "订单状态")]                                      public required string       OrdStas    { get; init; }
    [Text(40, "支付订单号")]                                               public required string       PayOrdId   { get; init; }
    [Code(40, "callType", "回调类型", Required = "Y")]                     public          string?      CallType   { get; init; }
    [Text(40, "医院订单号", Required = "Y")]                               public          string?      MedOrgOrd  { get; init; }
    [Text(40, "交易时间", Required = "Y")]                                 public          string?      TraceTime  { get; init; }
    [Text(40, "两定机构编号", Required = "Y")]                             public          string?      OrgCodg    { get; init; }
    [Text(40, "两定机构名称", Required = "Y")]                             public          string?      OrgName    { get; init; }
    [Code(40, "setlType", "结算类型", Required = "Y")]                     public          string?      SetlType   { get; init; }
    [Money(12, "费用总金额", Required = "Y")]                              public          decimal?     FeeSumamt  { get; init; }
    [Money(12, "现金支付", Required = "Y")]                                public          decimal?     OwnPayAmt  { get; init; }
    [Money(12, "个人账户支付", Required = "Y")]                            public          decimal?     PsnAcctPay { get; init; }
    [Money(12, "医保基金支付", Required = "Y")]                            public          decimal?     FundPay    { get; init; }
    [Text(40, "用于院内结算失败对医保的冲正授权", Required = "Y"), Masked] public          string?      RevsToken  { get; init; }
    [Group("医保扩展数据", Content = typeof(SettlementExtension))]         public          JsonElement? ExtData    { get; init; }
    [Money(16, "住院押金", Type = "数据型")]                               public          decimal?     Deposit    { get; init; }
    [Text(6, "医保收费时间", Required = "Y")]                              public          string?      HiChrgTime { get; init; }
    [Text(40, "医保交易流水号", Required = "Y")]                           public          string?      HiDocSn    { get; init; }
    [Text(40, "医保挂号流水号", Required = "Y")]                           public          string?      HiRgstSn   { get; init; }
    [Text(200, "电子凭证码值"), Masked]                                    public          string?      EcCode     { get; init; }
}
