using System.Text.Json.Serialization;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Hands a file to the core.</summary>
[Contract("fsi", "9101", "request", "input", "文件上传")]
public sealed record UploadFileRequest : Contract
{
    [Group("文件信息"), JsonPropertyName("fsUploadIn")] public required UploadFileData FsUploadIn { get; init; }
}

/// <summary>The file is a ZIP, in Base64.</summary>
[Contract("fsi", "9101", "request", "fsUploadIn", "文件上传")]
public sealed record UploadFileData : Contract
{
    [Text("文件数据")]             public required string In            { get; init; }
    [Text(200, "文件名称")]        public required string Filename      { get; init; }
    [Text(12, "定点医药机构编号")] public required string FixmedinsCode { get; init; }
}

/// <summary>The file as the core keeps it.</summary>
[Contract("fsi", "9101", "response", "output", "文件上传")]
public sealed record UploadFileReply : Contract
{
    [Text(30, "文件查询号")]       public required string FileQuryNo    { get; init; }
    [Text(200, "文件名称")]        public required string Filename      { get; init; }
    [Text(12, "定点医药机构编号")] public required string FixmedinsCode { get; init; }
}
