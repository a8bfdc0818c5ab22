using System.Text.Json;
using System.Text.Json.Serialization;

namespace YbPay.Contracts.MobilePay;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DecodeQrCodeRequest))]
[JsonSerializable(typeof(DecodeQrCodeReply))]
[JsonSerializable(typeof(UploadFeesRequest))]
[JsonSerializable(typeof(UploadFeesReply))]
[JsonSerializable(typeof(CashierParameters))]
[JsonSerializable(typeof(MerchantContent))]
[JsonSerializable(typeof(PlacePaymentRequest))]
[JsonSerializable(typeof(PlacePaymentReply))]
[JsonSerializable(typeof(RefundRequest))]
[JsonSerializable(typeof(RefundReply))]
[JsonSerializable(typeof(SyncOrderRequest))]
[JsonSerializable(typeof(PayByBankCardRequest))]
[JsonSerializable(typeof(PayByBankCardReply))]
[JsonSerializable(typeof(QueryOrderRequest))]
[JsonSerializable(typeof(QueryOrderReply))]
[JsonSerializable(typeof(SettlementExtension))]
[JsonSerializable(typeof(SettlementNoticeRequest))]
[JsonSerializable(typeof(SettlementNoticeReply))]
[JsonSerializable(typeof(RevokeRequest))]
[JsonSerializable(typeof(RevokeReply))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class MobileJsonContext : JsonSerializerContext;
