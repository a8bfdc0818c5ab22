using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for the statement of one day. Document 清远医保惠民平台 2.74, 对账单查询; ruling D9.</summary>
[Contract("huimin", "HOS00013", "request", "", "对账单查询")]
public sealed record QueryStatementRequest : Contract
{
    [Date("对账日期YYYYMMDD，如：20240101", Form = "yyyyMMdd")] public required string SettleDate { get; init; }
    [Text(8, 40, "医院编号（由银联分配）")]                     public required string HospitalId { get; init; }
    [Text(6, "接入城市编号")]                                   public required string CityCode   { get; init; }
}

/// <summary>Where the statement's zip is; the address is signed, expires, and lets in whoever has it. Document 清远医保惠民平台 2.74, 对账单查询.</summary>
[Contract("huimin", "HOS00013", "response", "", "对账单查询")]
public sealed record QueryStatementReply : Contract
{
    [Date("对账日期YYYYMMDD", Form = "yyyyMMdd")] public required string SettleDate    { get; init; }
    [Text(1024, "对账单文件下载地址"), Masked]    public required string SettleFileUrl { get; init; }
}
