using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Json;

/// <summary>What the JSON of every document has in common; the tables say which numbers are money.</summary>
internal static class ContractJson
{
    private static readonly MoneyConverter Money = new();
    private static readonly OptionalNumberConverter<decimal> OptionalMoney = new(new MoneyConverter());
    private static readonly CountConverter Count = new();
    private static readonly OptionalNumberConverter<decimal> OptionalCount = new(new CountConverter());
    private static readonly WholeCountConverter Whole = new();
    private static readonly OptionalNumberConverter<int> OptionalWhole = new(new WholeCountConverter());

    /// <summary>Options over a source-generated context, in which every number of a table has its kind's converter.</summary>
    public static JsonSerializerOptions Options(JsonSerializerContext context)
    {
        var options = new JsonSerializerOptions(context.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = context.WithAddedModifier(ConvertNumbers),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void ConvertNumbers(JsonTypeInfo info)
    {
        if (Catalogue.Find(info.Type) is not { } table) return;
        foreach (var property in info.Properties)
            if (table.Row(property.Name) is { Kind: FieldKind.Money or FieldKind.Count } row)
                property.CustomConverter = ConverterFor(row.Kind, property.PropertyType);
    }

    private static JsonConverter ConverterFor(FieldKind kind, Type type) => (kind, Nullable.GetUnderlyingType(type) ?? type, type.IsGenericType) switch
    {
        (FieldKind.Money, _, false) => Money,
        (FieldKind.Money, _, true) => OptionalMoney,
        (_, var number, false) => number == typeof(int) ? Whole : Count,
        (_, var number, true) => number == typeof(int) ? OptionalWhole : OptionalCount,
    };
}
