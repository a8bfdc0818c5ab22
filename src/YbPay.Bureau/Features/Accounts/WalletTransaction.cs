using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Contracts;
using YbPay.Contracts.Wallet;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>The wallet document's messages: its tables describe <c>input.data</c>, in camelCase.</summary>
internal abstract class WalletTransaction<TRequest>(PersonCipher cipher) : Transaction<TRequest>(cipher)
    where TRequest : Contract
{
    protected sealed override JsonElement? Described(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty("data", out var data) ? data : null;

    protected sealed override TRequest Bind(JsonElement described) => WalletJson.Read<TRequest>(described);
}
