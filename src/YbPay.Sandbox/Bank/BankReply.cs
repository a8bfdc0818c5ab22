using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox.Bank;

/// <summary>An HTTP status and what goes with it as JSON.</summary>
public sealed record BankReply(int Status, object Body)
{
    public static BankReply Ok(object body) => new(StatusCodes.Status200OK, body);

    public static BankReply Refuse(int status, string code, string message) => new(status, new BankRefusal(code, message));

    public static BankReply Unknown(string what) => Refuse(StatusCodes.Status404NotFound, "UNKNOWN", $"没有这笔{what}");

    public static BankReply Invalid(string message) => Refuse(StatusCodes.Status400BadRequest, "INVALID", message);
}
