namespace YbPay.Contracts.Dictionaries;

/// <summary>Whether the hospital has sent every document of a case.</summary>
public static class UploadStatus
{
    public const string Complete = "1";
    public const string Incomplete = "2";

    public static CodeTable Table { get; } = new("uploadStatus", "接口调用完毕状态",
    [
        new(Complete, "已调用完接口"),
        new(Incomplete, "未调用完成"),
    ]);
}
