using System.Text.Json;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Contracts.Wallet;

namespace YbPay.Testing;

/// <summary>How each document's records are read and written.</summary>
public static class DocumentJson
{
    public static JsonSerializerOptions Of(ContractTable table) => table.Document switch
    {
        "fsi" => FsiJson.Options,
        "wallet" => WalletJson.Options,
        "huimin" => HuiminJson.Options,
        "mobile" => MobileJson.Options,
        _ => throw new ArgumentException($"No JSON is known of {table.Document}.", nameof(table)),
    };
}
