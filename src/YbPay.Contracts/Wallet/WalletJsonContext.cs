using System.Text.Json.Serialization;

namespace YbPay.Contracts.Wallet;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(QueryWalletRequest))]
[JsonSerializable(typeof(QueryWalletReply))]
[JsonSerializable(typeof(DeductWalletRequest))]
[JsonSerializable(typeof(DeductWalletReply))]
[JsonSerializable(typeof(DeductPersonalAccountRequest))]
[JsonSerializable(typeof(DeductPersonalAccountReply))]
[JsonSerializable(typeof(DeductMutualAidRequest))]
[JsonSerializable(typeof(DeductMutualAidReply))]
[JsonSerializable(typeof(DeductedAccount))]
internal sealed partial class WalletJsonContext : JsonSerializerContext;
