using System.Text.Json;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Door;

/// <summary>One transaction of the envelope, chosen by infno.</summary>
internal interface ITransaction
{
    string Infno { get; }

    /// <summary>The output object, or why there is none; after a refusal nothing is stored.</summary>
    Task<Outcome<JsonElement>> RunAsync(Call call, CancellationToken cancel);
}
