using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox.Control;

/// <summary>How the control answers: JSON, Chinese readable as it stands; a mistake of the caller is <c>{error}</c> in words.</summary>
internal static class ControlReply
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static IResult Ok(object body) => Results.Json(body, Options);

    public static IResult Bad(string error) => Results.Json(new { error }, Options, statusCode: StatusCodes.Status400BadRequest);

    public static IResult Missing(string error) => Results.Json(new { error }, Options, statusCode: StatusCodes.Status404NotFound);

    public static IResult Conflict(string error) => Results.Json(new { error }, Options, statusCode: StatusCodes.Status409Conflict);

    /// <summary>A refusal of the system that was asked, with its status and in its words.</summary>
    public static IResult Refused(int status, string? error) => Results.Json(new { error = error ?? $"HTTP {status}" }, Options, statusCode: status);

    public static IResult Upstream(string error) => Results.Json(new { error }, Options, statusCode: StatusCodes.Status502BadGateway);
}
