using System.Globalization;
using System.Security.Cryptography;

namespace YbPay.Storage.Columns;

/// <summary>
/// The master keys by version. Written as one <c>version:base64</c> (32 bytes) a line, or separated by semicolons. Prints
/// as <c>***</c>; no message of its errors holds a key.
/// </summary>
public sealed class MasterKeys
{
    public const int KeySize = 32;
    public const int HighestVersion = 255;

    private MasterKeys(IReadOnlyDictionary<int, byte[]> byVersion) => ByVersion = byVersion;

    public IReadOnlyDictionary<int, byte[]> ByVersion { get; }

    /// <param name="text">Empty lines and lines that start with # are passed over.</param>
    /// <param name="origin">Names the source in the error's message.</param>
    public static MasterKeys Parse(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var keys = new Dictionary<int, byte[]>();
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            var key = new byte[KeySize];
            if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                || !Convert.TryFromBase64String(parts[1], key, out var length) || length != KeySize)
                throw new MasterKeyException($"{origin} holds a line that is not a master key: version:base64 of {KeySize} bytes is expected.");
            if (!keys.TryAdd(version, key)) throw new MasterKeyException($"{origin} holds master key version {version} twice.");
        }

        return From(keys, origin);
    }

    /// <summary>For keys that a hook delivers as bytes.</summary>
    public static MasterKeys From(IReadOnlyDictionary<int, byte[]> byVersion, string origin)
    {
        try
        {
            Check(byVersion);
        }
        catch (ArgumentException error)
        {
            throw new MasterKeyException($"{origin}: {error.Message}");
        }

        return new(byVersion);
    }

    /// <summary>One fresh key, version 1, in the written form.</summary>
    internal static string Fresh() => "1:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize));

    internal static void Check(IReadOnlyDictionary<int, byte[]> keys)
    {
        if (keys.Count == 0) throw new ArgumentException("There is no master key.");
        foreach (var (version, key) in keys)
        {
            if (version is < 1 or > HighestVersion) throw new ArgumentException($"Master key version {version} is not in 1..{HighestVersion}.");
            if (key.Length != KeySize) throw new ArgumentException($"Master key version {version} has {key.Length} bytes instead of {KeySize}.");
        }
    }

    public override string ToString() => "***";
}

/// <summary>The master key is missing or cannot be read; the message says where and why, never the key.</summary>
public sealed class MasterKeyException(string message, Exception? inner = null) : Exception(message, inner);
