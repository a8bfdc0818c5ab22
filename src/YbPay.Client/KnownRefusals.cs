using System.Collections.Frozen;
using System.Reflection;
using YbPay.Contracts.Outcomes;

namespace YbPay.Client;

/// <summary>The centre's refusals by number.</summary>
internal static class KnownRefusals
{
    private static readonly FrozenDictionary<int, Refusal> ByCode = typeof(Refusals)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Refusal))
        .Select(field => (Refusal)field.GetValue(null)!)
        .ToFrozenDictionary(refusal => refusal.Code);

    public static Refusal? Find(int code) => ByCode.GetValueOrDefault(code);
}
