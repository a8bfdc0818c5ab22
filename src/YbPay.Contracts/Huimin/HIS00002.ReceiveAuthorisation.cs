using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Hands the hospital the letter by which a patient authorises it to give documents to the insurer; file is Base64. Document 清远医保惠民平台 2.74, 授权书接收接口.</summary>
[Contract("huimin", "HIS00002", "request", "", "授权书接收")]
public sealed record ReceiveAuthorisationRequest : Contract
{
    [Text("授权图片（以base64形式）", Type = "String"), Masked] public required string File              { get; init; }
    [Text(32, "证件号码"), Masked]                              public required string IdNo              { get; init; }
    [Text(8, "保险公司id")]                                     public required string InsuranceId       { get; init; }
    [Text(64, "保险公司名称", Length = "8")]                    public required string InsuranceName     { get; init; }
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")] public required string TreatmentSerialNo { get; init; }
    [Code(1, "claimType", "理赔类型（1-直赔、2-快赔）")]        public required string ClaimType         { get; init; }
}

/// <summary>What the hospital says to it; the document gives neither types nor values. Document 清远医保惠民平台 2.74, 授权书接收接口.</summary>
[Contract("huimin", "HIS00002", "response", "", "授权书接收")]
public sealed record ReceiveAuthorisationReply : Contract
{
    [Text("返回码", AcceptsNumber = true, Type = "")]   public          string? Status { get; init; }
    [Text("返回消息", AcceptsNumber = true, Type = "")] public          string? Msg    { get; init; }
}
