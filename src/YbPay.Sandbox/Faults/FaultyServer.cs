using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox.Faults;

/// <summary>What faults need to know of a server: how its transactions are called, and how it says no.</summary>
/// <param name="Target">Whose faults strike here.</param>
/// <param name="TransactionOf">The transaction's name from the request and its body; empty when it is none.</param>
/// <param name="Refuse">Answers with a business refusal, without effect; the delegate is the server's own handler.</param>
public sealed record FaultyServer(
    FaultTarget Target,
    Func<HttpRequest, ReadOnlyMemory<byte>, string> TransactionOf,
    Func<HttpContext, RequestDelegate, Task> Refuse);
