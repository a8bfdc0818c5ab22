using System.Text.Json.Serialization;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Opens a session of an operator; sign_no goes into every later envelope.</summary>
[Contract("fsi", "9001", "request", "input", "签到")]
public sealed record SignInRequest : Contract
{
    [Group("签到信息"), JsonPropertyName("signIn")] public required SignInData SignIn { get; init; }
}

/// <summary>Who signs in, and from where.</summary>
[Contract("fsi", "9001", "request", "signIn", "签到")]
public sealed record SignInData : Contract
{
    [Text(30, "操作员编号")]  public required string OpterNo { get; init; }
    [Text(20, "签到MAC地址")] public required string Mac     { get; init; }
    [Text(20, "签到IP地址")]  public required string Ip      { get; init; }
}

/// <summary>The session.</summary>
[Contract("fsi", "9001", "response", "output", "签到")]
public sealed record SignInReply : Contract
{
    [Group("签到结果")] public required SignInResult Signinoutb { get; init; }
}

/// <summary>When the operator signed in, and the number that proves it.</summary>
[Contract("fsi", "9001", "response", "signinoutb", "签到")]
public sealed record SignInResult : Contract
{
    [Stamp("签到时间")]          public required string SignTime { get; init; }
    [Text(30, "交易签到流水号")] public required string SignNo   { get; init; }
}
