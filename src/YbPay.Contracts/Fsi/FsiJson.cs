using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YbPay.Contracts.Json;

namespace YbPay.Contracts.Fsi;

/// <summary>
/// The JSON inside the national envelope: snake_case names, otherwise as the payment centre's. A Request is the whole
/// <c>input</c>, a Reply the whole <c>output</c> of a transaction.
/// </summary>
public static class FsiJson
{
    public static JsonSerializerOptions Options { get; } = ContractJson.Options(
        FsiJsonContext.Default, new OptionalNodeConverter<InsuranceInfo[]>(), new OptionalNodeConverter<IdentityInfo[]>(), new OptionalNodeConverter<SettlementDetail[]>(),
        new OptionalNodeConverter<PaydownInfo>());

    /// <summary>Binds a message; a message that passed the catalogue check always binds, any other may throw <see cref="JsonException"/>.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, TypeOf<T>.Info) ?? throw Empty();

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte})"/>
    public static T Read<T>(JsonElement message) => message.Deserialize(TypeOf<T>.Info) ?? throw Empty();

    public static byte[] Write<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, TypeOf<T>.Info);

    public static JsonElement ToElement<T>(T message) => JsonSerializer.SerializeToElement(message, TypeOf<T>.Info);

    private static JsonException Empty() => new("The message is null.");

    private static class TypeOf<T>
    {
        public static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
