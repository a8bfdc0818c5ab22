using System.Text.Json.Serialization;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Fetches a file from the core.</summary>
[Contract("fsi", "9102", "request", "input", "文件下载")]
public sealed record DownloadFileRequest : Contract
{
    [Group("文件信息"), JsonPropertyName("fsDownloadIn")] public required DownloadFileData FsDownloadIn { get; init; }
}

/// <summary>The file to fetch.</summary>
[Contract("fsi", "9102", "request", "fsDownloadIn", "文件下载")]
public sealed record DownloadFileData : Contract
{
    [Text(30, "文件查询号")]       public required string FileQuryNo    { get; init; }
    [Text(200, "文件名称")]        public required string Filename      { get; init; }
    [Text(12, "定点医药机构编号")] public required string FixmedinsCode { get; init; }
}

/// <summary>The file: a ZIP, in Base64.</summary>
[Contract("fsi", "9102", "response", "output", "文件下载")]
public sealed record DownloadFileReply : Contract
{
    [Text("文件数据")]      public required string  Out      { get; init; }
    [Text(200, "文件名称")] public          string? Filename { get; init; }
}
