using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Json;

/// <summary>What the JSON of every document has in common; the tables say which numbers are money.</summary>
internal static class ContractJson
{
    private static readonly JsonConverter[] Required = [new WholeCountConverter<int>(), new WholeCountConverter<long>(), new CountConverter()];

    private static readonly JsonConverter[] Optional =
    [
        new OptionalTextConverter(),
        new OptionalNumberConverter<int>(new WholeCountConverter<int>()),
        new OptionalNumberConverter<long>(new WholeCountConverter<long>()),
        new OptionalNumberConverter<decimal>(new CountConverter()),
    ];

    private static readonly ScalarTextConverter ScalarText = new();
    private static readonly MoneyConverter Money = new();
    private static readonly OptionalNumberConverter<decimal> OptionalMoney = new(new MoneyConverter());

    /// <summary>
    /// Options over a source-generated context, in which every number has its kind's converter, and every optional field is
    /// read as absent from what the catalogue check takes for absent.
    /// </summary>
    /// <param name="context">The document's records.</param>
    /// <param name="nodes">A converter for each type of an optional node or list.</param>
    public static JsonSerializerOptions Options(JsonSerializerContext context, params JsonConverter[] nodes)
    {
        JsonConverter[] optional = [.. Optional, .. nodes];
        var options = new JsonSerializerOptions(context.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = context.WithAddedModifier(info => Convert(info, optional)),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void Convert(JsonTypeInfo info, JsonConverter[] optional)
    {
        if (Catalogue.Find(info.Type) is not { } table) return;
        foreach (var property in info.Properties)
        {
            var row = table.Row(property.Name)!;
            property.CustomConverter = row switch
            {
                { Kind: FieldKind.Money, IsRequired: true } => Money,
                { Kind: FieldKind.Money } => OptionalMoney,
                { AcceptsNumber: true } => ScalarText,
                { IsRequired: true } => Array.Find(Required, converter => converter.Type == property.PropertyType) ?? property.CustomConverter,
                _ => Array.Find(optional, converter => converter.Type == property.PropertyType) ?? property.CustomConverter,
            };
        }
    }
}
