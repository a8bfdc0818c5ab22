using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YbPay.Contracts.Json;

namespace YbPay.Contracts.Wallet;

/// <summary>
/// The JSON of the wallet's messages inside the national envelope: camelCase names, otherwise as the payment centre's. A Request is
/// what stands in <c>input.data</c>, a Reply what stands in <c>output.result</c>.
/// </summary>
public static class WalletJson
{
    public static JsonSerializerOptions Options { get; } = ContractJson.Options(WalletJsonContext.Default, new OptionalNodeConverter<DeductedAccount[]>());

    /// <summary>Binds a message; a message that passed the catalogue check always binds, any other may throw <see cref="JsonException"/>.</summary>
    public static T Read<T>(JsonElement message) => message.Deserialize(TypeOf<T>.Info) ?? throw new JsonException("The message is null.");

    public static JsonElement ToElement<T>(T message) => JsonSerializer.SerializeToElement(message, TypeOf<T>.Info);

    private static class TypeOf<T>
    {
        public static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
