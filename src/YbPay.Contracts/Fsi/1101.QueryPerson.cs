using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks who a credential belongs to, and how the person is insured.</summary>
[Contract("fsi", "1101", "request", "input", "人员信息获取")]
public sealed record QueryPersonRequest : Contract
{
    [Group("查询条件")] public required QueryPersonData Data { get; init; }
}

/// <summary>mdtrt_cert_no is the ecToken for type 01, the identity number for 02, the card number for 03 (then with card_sn).</summary>
[Contract("fsi", "1101", "request", "data", "人员信息获取")]
public sealed record QueryPersonData : Contract
{
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")]                              public required string  MdtrtCertType { get; init; }
    [Text(50, "就诊凭证编号"), Masked]                                        public required string  MdtrtCertNo   { get; init; }
    [Text(32, "卡识别码"), RequiredWhen(nameof(MdtrtCertType), "03"), Masked] public          string? CardSn        { get; init; }
    [Stamp("开始时间")]                                                       public          string? Begntime      { get; init; }
    [Code(6, "psn_cert_type", "人员证件类型")]                                public          string? PsnCertType   { get; init; }
    [Text(50, "证件号码"), Masked]                                            public          string? Certno        { get; init; }
    [Text(50, "人员姓名"), Masked]                                            public          string? PsnName       { get; init; }
}

/// <summary>The person, one entry for each insurance, one for each special identity.</summary>
[Contract("fsi", "1101", "response", "output", "人员信息获取")]
public sealed record QueryPersonReply : Contract
{
    [Group("基本信息")]    public required PersonInfo      Baseinfo { get; init; }
    [List("参保信息列表")] public          InsuranceInfo[] Insuinfo { get => field ?? []; init; }
    [List("身份信息列表")] public          IdentityInfo[]  Idetinfo { get => field ?? []; init; }
}

/// <summary>Identity and age of the one who was asked for.</summary>
[Contract("fsi", "1101", "response", "baseinfo", "人员信息获取")]
public sealed record PersonInfo : Contract
{
    [Text(30, "人员编号"), Masked]             public required string  PsnNo       { get; init; }
    [Code(6, "psn_cert_type", "人员证件类型")] public required string  PsnCertType { get; init; }
    [Text(50, "证件号码"), Masked]             public required string  Certno      { get; init; }
    [Text(50, "人员姓名"), Masked]             public required string  PsnName     { get; init; }
    [Code(6, "gend", "性别")]                  public required string  Gend        { get; init; }
    [Text(3, "民族")]                          public          string? Naty        { get; init; }
    [Date("出生日期"), Masked]                 public required string  Brdy        { get; init; }
    [Count(4, 1, "年龄")]                      public required decimal Age         { get; init; }
    [Text(4000, "字段扩展")]                   public          string? ExpContent  { get; init; }
}

/// <summary>One insurance of the person; balc is the personal account in yuan.</summary>
[Contract("fsi", "1101", "response", "insuinfo", "人员信息获取")]
public sealed record InsuranceInfo : Contract
{
    [Money(16, "余额")]                        public required decimal Balc          { get; init; }
    [Code(6, "insutype", "险种类型")]          public required string  Insutype      { get; init; }
    [Code(6, "psn_type", "人员类别")]          public required string  PsnType       { get; init; }
    [Code(6, "psn_insu_stas", "人员参保状态")] public required string  PsnInsuStas   { get; init; }
    [Date("个人参保日期")]                     public          string? PsnInsuDate   { get; init; }
    [Date("暂停参保日期")]                     public          string? PausInsuDate  { get; init; }
    [Code(3, "cvlserv_flag", "公务员标志")]    public required string  CvlservFlag   { get; init; }
    [Text(6, "参保地医保区划")]                public required string  InsuplcAdmdvs { get; init; }
    [Text(200, "单位名称"), Masked]            public          string? EmpName       { get; init; }
}

/// <summary>A special identity, such as a recipient of medical aid.</summary>
[Contract("fsi", "1101", "response", "idetinfo", "人员信息获取")]
public sealed record IdentityInfo : Contract
{
    [Text(6, "人员身份类别")] public required string  PsnIdetType { get; init; }
    [Text(3, "人员类别等级")] public          string? PsnTypeLv   { get; init; }
    [Text(500, "备注")]       public          string? Memo        { get; init; }
    [Stamp("开始时间")]       public required string  Begntime    { get; init; }
    [Stamp("结束时间")]       public          string? Endtime     { get; init; }
}
