using System.Text.Json;
using Xunit;
using YbPay.Cryptography.Libcrypto;

namespace YbPay.Cryptography.Tests;

/// <summary>The backends that a test runs on, by name.</summary>
public static class EachBackend
{
    public static TheoryData<string> Names => ["libcrypto", "bouncycastle"];

    /// <summary>Skips the test where OpenSSL 3 is not installed (CI has it); one that is there but wrong fails it.</summary>
    public static CryptoBackend Named(string name)
    {
        Assert.SkipUnless(name != "libcrypto" || NativeLibcrypto.IsInstalled, "libcrypto of OpenSSL 3 is not installed");
        return CryptoBackends.Choose(name);
    }
}

/// <summary>Checked-in values from the standards and from independent tools.</summary>
public static class Vectors
{
    public static JsonElement Sm2 { get; } = Read("gm", "sm2.json");

    public static JsonElement Sm3 { get; } = Read("gm", "sm3.json");

    public static JsonElement Sm4 { get; } = Read("gm", "sm4.json");

    public static JsonElement Project { get; } = Read("vectors.json");

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static byte[] Hex(this JsonElement element, string name) => Convert.FromHexString(element.Text(name));

    public static JsonElement Read(params string[] parts) =>
        JsonDocument.Parse(File.ReadAllBytes(YbPay.Testing.Repository.At(["test", "vectors", .. parts]))).RootElement;
}
