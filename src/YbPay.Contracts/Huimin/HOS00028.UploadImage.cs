using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>A document image of a case, at most 3 MiB before Base64. Answered without encData. Document 清远医保惠民平台 2.74, 影像上传; ruling D4.</summary>
[Contract("huimin", "HOS00028", "request", "", "影像上传")]
public sealed record UploadImageRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")]                                   public required string  TreatmentSerialNo { get; init; }
    [Text(18, "身份证"), Masked]                                                                  public required string  IdNo              { get; init; }
    [Text(3, "影像类型 Jpg，png，pdf")]                                                           public required string  FileType          { get; init; }
    [Text(4194304, "图片（图片大小3M以下）", Type = "String（Base64）", Length = "2000"), Masked] public required string  ImageBase64       { get; init; }
    [Code(4, "imageType", "影像类型")]                                                            public required string  ImageType         { get; init; }
    [Code(1, "verifyStatus", "审核标记0：待审核1：审核不通过2：审核通过3：无需审核")]             public required string  VerifyStatus      { get; init; }
    [Text(1, "机构号")]                                                                           public          string? BranchNo          { get; init; }
    [Text(1, "工号")]                                                                             public          string? ClerkNo           { get; init; }
    [Text(1, "文件来源")]                                                                         public          string? SysSource         { get; init; }
    [Text(1, "渠道")]                                                                             public          string? AcceptChannel     { get; init; }
}
