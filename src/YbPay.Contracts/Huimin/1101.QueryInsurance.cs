using System.Text.Json.Serialization;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks the hospital how a person is insured. Document 清远医保惠民平台 2.74, 参保查询; retired in 2.7, ruling D8.</summary>
[Contract("huimin", "1101", "request", "", "参保查询", Deprecated = true)]
public sealed record QueryInsuranceRequest : Contract
{
    [Text(50, "姓名"), Masked]       public required string Name     { get; init; }
    [Code(32, "idType", "证件类型")] public required string IdType   { get; init; }
    [Text(32, "证件号码"), Masked]   public required string IdNo     { get; init; }
    [Text(6, "城市编码")]            public required string CityCode { get; init; }
}

/// <summary>The answer of the national 1101 as the hospital got it; infcode 0 is success. Document 清远医保惠民平台 2.74, 参保查询.</summary>
[Contract("huimin", "1101", "response", "", "参保查询", Deprecated = true)]
public sealed record QueryInsuranceReply : Contract
{
    [Count(11, "返回码", Type = "", Length = "")]                           public          long?                Infcode     { get; init; }
    [Text("返回消息", Type = ""), JsonPropertyName("warn_msg")]             public          string?              WarnMsg     { get; init; }
    [Text("", Type = "", Required = "O")]                                   public          string?              Cainfo      { get; init; }
    [Text("", Type = "", Required = "O"), JsonPropertyName("err_msg")]      public          string?              ErrMsg      { get; init; }
    [Text("", Type = "", Required = "O"), JsonPropertyName("refmsg_time")]  public          string?              RefmsgTime  { get; init; }
    [Text("", Type = "", Required = "O")]                                   public          string?              Signtype    { get; init; }
    [Text("", Type = "", Required = "O"), JsonPropertyName("respond_time")] public          string?              RespondTime { get; init; }
    [Text("", Type = "", Required = "O"), JsonPropertyName("inf_refmsgid")] public          string?              InfRefmsgid { get; init; }
    [Group("", Required = "Y")]                                             public required QueryInsuranceOutput Output      { get; init; }
}

/// <summary>What output holds. The document prints its three parts and no table of itself. Document 清远医保惠民平台 2.74, 参保查询.</summary>
[Contract("huimin", "1101", "response", "output", "参保查询", Deprecated = true, Printed = false)]
public sealed record QueryInsuranceOutput : Contract
{
    [Group("身份信息")] public required QueryInsurancePerson Baseinfo { get; init; }
    [List("参保信息")]  public          HuiminInsurance[]    Insuinfo { get => field ?? []; init; }
    [List("身份类别")]  public          HuiminIdentity[]     Idetinfo { get => field ?? []; init; }
}

/// <summary>Who the person is. Document 清远医保惠民平台 2.74, baseinfo.</summary>
[Contract("huimin", "1101", "response", "baseinfo", "参保查询", Deprecated = true)]
public sealed record QueryInsurancePerson : Contract
{
    [Text(30, "人员编号"), JsonPropertyName("psn_no"), Masked]             public required string  PsnNo       { get; init; }
    [Code(6, "idType", "人员证件类型"), JsonPropertyName("psn_cert_type")] public required string  PsnCertType { get; init; }
    [Text(50, "证件号码"), Masked]                                         public required string  Certno      { get; init; }
    [Text(50, "人员姓名"), JsonPropertyName("psn_name"), Masked]           public required string  PsnName     { get; init; }
    [Code(6, "gend", "性别")]                                              public required string  Gend        { get; init; }
    [Text(3, "民族")]                                                      public required string  Naty        { get; init; }
    [Date("出生日期", Type = "date", Length = ""), Masked]                 public required string  Brdy        { get; init; }
    [Count(4, 1, "年龄")]                                                  public required decimal Age         { get; init; }
    [Text("医保卡号"), JsonPropertyName("miacc_no"), Masked]               public required string  MiaccNo     { get; init; }
}

/// <summary>One insurance; balc is the personal account in yuan. Document 清远医保惠民平台 2.74, insuinfo.</summary>
[Contract("huimin", "1101", "response", "insuinfo", "参保查询", Deprecated = true)]
public sealed record HuiminInsurance : Contract
{
    [Money(16, "余额")]                                                       public required decimal Balc          { get; init; }
    [Code(6, "insutype", "险种类型")]                                         public required string  Insutype      { get; init; }
    [Code(6, "psn_type", "人员类别"), JsonPropertyName("psn_type")]           public required string  PsnType       { get; init; }
    [Code(3, "cvlserv_flag", "公务员标志"), JsonPropertyName("cvlserv_flag")] public required string  CvlservFlag   { get; init; }
    [Text(6, "参保地医保区划"), JsonPropertyName("insuplc_admdvs")]           public required string  InsuplcAdmdvs { get; init; }
    [Text(200, "单位名称"), JsonPropertyName("emp_name"), Masked]             public          string? EmpName       { get; init; }
}

/// <summary>One special identity. Document 清远医保惠民平台 2.74, idetinfo.</summary>
[Contract("huimin", "1101", "response", "idetinfo", "参保查询", Deprecated = true)]
public sealed record HuiminIdentity : Contract
{
    [Text(3, "人员身份类别"), JsonPropertyName("psn_idet_type")]               public required string  PsnIdetType { get; init; }
    [Text(3, "人员类别等级", Required = "O"), JsonPropertyName("psn_type_lv")] public          string? PsnTypeLv   { get; init; }
    [Text(500, "备注", Required = "O")]                                        public          string? Memo        { get; init; }
    [Stamp("开始时间", Type = "datetime", Length = "")]                        public required string  Begntime    { get; init; }
    [Stamp("结束时间", Type = "datetime", Length = "", Required = "O")]        public          string? Endtime     { get; init; }
}
