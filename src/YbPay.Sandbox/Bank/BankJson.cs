using System.Text.Json;

namespace YbPay.Sandbox.Bank;

/// <summary>How the bank reads and writes JSON: camelCase; null where the bank needs a value is refused.</summary>
internal static class BankJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };
}
