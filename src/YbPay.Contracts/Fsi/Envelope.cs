using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>What stands around the input of every transaction. The spelling mdtrtarea_admvs is the standard's.</summary>
[Contract("fsi", "envelope", "request", "envelope", "交易报文")]
public sealed record FsiRequestEnvelope : Contract
{
    [Text(4, "交易编号")]                 public required string      Infno          { get; init; }
    [Text(30, "发送方报文ID")]            public required string      Msgid          { get; init; }
    [Text(6, "就医地医保区划")]           public required string      MdtrtareaAdmvs { get; init; }
    [Text(6, "参保地医保区划")]           public          string?     InsuplcAdmdvs  { get; init; }
    [Text(10, "接收方系统代码")]          public required string      RecerSysCode   { get; init; }
    [Text(100, "设备编号")]               public          string?     DevNo          { get; init; }
    [Text(2000, "设备安全信息")]          public          string?     DevSafeInfo    { get; init; }
    [Text(1024, "数字签名信息")]          public          string?     Cainfo         { get; init; }
    [Text(10, "签名类型")]                public          string?     Signtype       { get; init; }
    [Text(6, "接口版本号")]               public required string      Infver         { get; init; }
    [Code(3, "opter_type", "经办人类别")] public required string      OpterType      { get; init; }
    [Text(30, "经办人")]                  public required string      Opter          { get; init; }
    [Text(50, "经办人姓名")]              public required string      OpterName      { get; init; }
    [Stamp("交易时间")]                   public required string      InfTime        { get; init; }
    [Text(12, "定点医药机构编号")]        public required string      FixmedinsCode  { get; init; }
    [Text(20, "定点医药机构名称")]        public required string      FixmedinsName  { get; init; }
    [Text(30, "交易签到流水号")]          public          string?     SignNo         { get; init; }
    [Text(10, "加密方式")]                public          string?     EncType        { get; init; }
    [Group("交易输入")]                   public required JsonElement Input          { get; init; }
}

/// <summary>What stands around the output: infcode 0 is success, -1 failure with err_msg.</summary>
[Contract("fsi", "envelope", "response", "envelope", "交易报文")]
public sealed record FsiReplyEnvelope : Contract
{
    [Count(4, "交易状态码")]     public required int          Infcode     { get; init; }
    [Text(30, "接收方报文ID")]   public          string?      InfRefmsgid { get; init; }
    [Text(17, "接收报文时间")]   public          string?      RefmsgTime  { get; init; }
    [Text(17, "响应报文时间")]   public          string?      RespondTime { get; init; }
    [Text(200, "错误信息")]      public          string?      ErrMsg      { get; init; }
    [Text(200, "提示信息")]      public          string?      WarnMsg     { get; init; }
    [Group("交易输出")]          public          JsonElement? Output      { get; init; }
    [Text(10, "加密方式")]       public          string?      Enctype     { get; init; }
    [Text(10, "签名类型")]       public          string?      Signtype    { get; init; }
    [Text(1024, "数字签名信息")] public          string?      Cainfo      { get; init; }
}
