using System.Net;
using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox.Control;

/// <summary>Lets nobody in but this machine: whoever can move the clock and the bank can do anything.</summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLoopback(context.HttpContext.Connection.RemoteIpAddress)
            ? next(context)
            : ValueTask.FromResult<object?>(Results.Json(new { error = "The control answers on loopback only." }, statusCode: StatusCodes.Status403Forbidden));

    /// <summary>No address at all means an in-memory or Unix-socket connection, which cannot come from outside.</summary>
    internal static bool IsLoopback(IPAddress? remote) => remote is null || IPAddress.IsLoopback(remote);
}
