using System.Text.Json;

namespace YbPay.Protocol.Tests;

/// <summary>The published vectors, made with other tools than this project's.</summary>
internal static class Vectors
{
    private static readonly JsonElement All = JsonDocument.Parse(File.ReadAllBytes(Repository.At("test", "vectors", "vectors.json"))).RootElement;

    public static IReadOnlyList<(string Input, string Quoted, string Literal)> Canonical { get; } =
        [.. All.GetProperty("canonical").EnumerateArray().Select(v => (v.GetProperty("input").GetString()!, v.GetProperty("quoted").GetString()!, v.GetProperty("literal").GetString()!))];

    public static JsonElement Huimin => All.GetProperty("huimin");

    public static string Mobile(string field) => All.GetProperty("mobilePay").GetProperty(field).GetString()!;
}
