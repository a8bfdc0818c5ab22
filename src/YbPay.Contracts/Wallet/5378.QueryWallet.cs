using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Wallet;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for a person's wallet by an identity document. Document 医保钱包, table 1; stands in the envelope's input.data.</summary>
[Contract("wallet", "5378", "request", "data", "医保钱包余额信息查询")]
public sealed record QueryWalletRequest : Contract
{
    [Text(50, "证件号码"), Masked]             public required string Certno      { get; init; }
    [Code(6, "psn_cert_type", "人员证件类型")] public required string PsnCertType { get; init; }
}

/// <summary>The wallet; its balance in yuan is what can be spent. Document 医保钱包, table 210; stands in output.result.</summary>
[Contract("wallet", "5378", "response", "result", "医保钱包余额信息查询")]
public sealed record QueryWalletReply : Contract
{
    [Text(30, "人员编号"), Masked]               public required string  PsnNo        { get; init; }
    [Code(6, "psn_cert_type", "人员证件类型")]   public required string  PsnCertType  { get; init; }
    [Text(50, "证件号码"), Masked]               public required string  Certno       { get; init; }
    [Text(50, "人员姓名"), Masked]               public required string  PsnName      { get; init; }
    [Text(200, "钱包编号"), Masked]              public required string  WltNo        { get; init; }
    [Money(16, "钱包余额")]                      public required decimal WltBalc      { get; init; }
    [Text(6, "银行行别代码", Required = "")]     public          string? BankTypeCode { get; init; }
    [Text(50, "银行行号", Required = "")]        public          string? Bankcode     { get; init; }
}
