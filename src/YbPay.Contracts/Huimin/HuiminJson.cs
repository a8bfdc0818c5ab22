using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YbPay.Contracts.Json;

namespace YbPay.Contracts.Huimin;

/// <summary>
/// The JSON of the huimin platform's messages, the clear text of encData: camelCase names as printed (1101 in snake_case), null members
/// left out, amounts in fen as whole numbers, Chinese as it is. Reading accepts a numeric text for a number and ignores unknown members.
/// </summary>
public static class HuiminJson
{
    public static JsonSerializerOptions Options { get; } = ContractJson.Options(
        HuiminJsonContext.Default,
        new OptionalNodeConverter<VisitRecord[]>(),
        new OptionalNodeConverter<NewBorn>(),
        new OptionalNodeConverter<CaseOperation[]>(),
        new OptionalNodeConverter<ExaminationItem[]>(),
        new OptionalNodeConverter<HuiminInsurance[]>(),
        new OptionalNodeConverter<HuiminIdentity[]>());

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
