using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>One line as the catalogue sees it, in yuan: fully own-paid + over the limit + first own-paid share + in scope = the line's amount.</summary>
[Contract("fsi", "2204", "response", "result", "门诊费用明细信息上传")]
[Contract("fsi", "2301", "response", "result", "住院费用明细上传")]
public sealed record FeeLineResult : Contract
{
    [Text(30, "费用明细流水号")]                      public required string   FeedetlSn        { get; init; }
    [Money(16, "明细项目费用总额")]                   public required decimal  DetItemFeeSumamt { get; init; }
    [Count(16, 4, "数量")]                            public required decimal  Cnt              { get; init; }
    [Count(16, 6, "单价")]                            public required decimal  Pric             { get; init; }
    [Count(16, 6, "定价上限金额")]                    public          decimal? PricUplmtAmt     { get; init; }
    [Count(5, 4, "自付比例")]                         public          decimal? SelfpayProp      { get; init; }
    [Money(16, "全自费金额")]                         public required decimal  FulamtOwnpayAmt  { get; init; }
    [Money(16, "超限价金额")]                         public required decimal  OverlmtAmt       { get; init; }
    [Money(16, "先行自付金额")]                       public required decimal  PreselfpayAmt    { get; init; }
    [Money(16, "符合政策范围金额")]                   public required decimal  InscpScpAmt      { get; init; }
    [Code(3, "chrgitm_lv", "收费项目等级")]           public required string   ChrgitmLv        { get; init; }
    [Code(6, "med_chrgitm_type", "医疗收费项目类别")] public required string   MedChrgitmType   { get; init; }
    [Text(3, "基本药物标志")]                         public          string?  BasMednFlag      { get; init; }
    [Text(3, "医保谈判药品标志")]                     public          string?  HiNegoDrugFlag   { get; init; }
    [Text(3, "儿童用药标志")]                         public          string?  ChldMedcFlag     { get; init; }
    [Text(3, "目录特项标志")]                         public          string?  ListSpItemFlag   { get; init; }
    [Text(3, "限制使用标志")]                         public          string?  LmtUsedFlag      { get; init; }
    [Text(3, "直报标志")]                             public          string?  DrtReimFlag      { get; init; }
    [Text(500, "备注")]                               public          string?  Memo             { get; init; }
}
