using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks for the address of the enrolment page for one patient. Document 清远医保惠民平台 2.74, 申请签约H5地址.</summary>
[Contract("huimin", "HOS00025", "request", "", "申请签约H5地址")]
public sealed record EnrolmentAddressRequest : Contract
{
    [Text(32, "身份证件号码"), Masked]                       public required string  IdNo              { get; init; }
    [Text(32, "姓名"), Masked]                               public required string  UserName          { get; init; }
    [Text(11, "手机号码"), Masked]                           public required string  Mobile            { get; init; }
    [Text(6, "城市编码")]                                    public required string  CityCode          { get; init; }
    [Text(8, 40, "医院编号（由银联分配）", Length = "8-40")] public required string  HospitalId        { get; init; }
    [Text(32, "就诊流水号")]                                 public          string? TreatmentSerialNo { get; init; }
}

/// <summary>The address; who has it can enrol, so that it is shown to the patient only. Document 清远医保惠民平台 2.74, 申请签约H5地址.</summary>
[Contract("huimin", "HOS00025", "response", "", "申请签约H5地址")]
public sealed record EnrolmentAddressReply : Contract
{
    [Text(1024, "签约地址"), Masked] public required string ForwardUrl { get; init; }
}
