using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>A settlement's calculation as stored with it: by which policy, for whom, and each fund's reckoning. Nothing personal.</summary>
internal sealed record StoredReckoning(string Admdvs, string PolicyName, string PsnType, int HospitalLevel, bool CivilServant, IReadOnlyList<FundShare> Funds)
{
    public string Write() => JsonSerializer.Serialize(this, StoredReckoningForm.Default.StoredReckoning);

    /// <exception cref="InvalidDataException">The text is no reckoning.</exception>
    public static StoredReckoning Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredReckoningForm.Default.StoredReckoning) ?? throw new InvalidDataException("A settlement's reckoning is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"A settlement's reckoning cannot be read at {wrong.Path}.", wrong);
        }
    }
}

/// <summary>Amounts are plain numbers of fen.</summary>
internal sealed class FenNumber : JsonConverter<Fen>
{
    public override Fen Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Fen value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(FenNumber)])]
[JsonSerializable(typeof(StoredReckoning))]
internal sealed partial class StoredReckoningForm : JsonSerializerContext;
