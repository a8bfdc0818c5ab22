using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Storage.Columns;

/// <summary>
/// Encrypts personal columns under versioned data keys derived from the master key (authenticated, SM4), and makes the
/// keyed SM3 index by which they are looked up. Thread-safe. Old versions stay readable after rotation. Prints as <c>***</c>.
/// A cell is: version (1 byte), then what <see cref="AuthenticatedCipher"/> makes, bound to version and column.
/// </summary>
public sealed class ColumnCipher : IDisposable
{
    private readonly Dictionary<byte, AuthenticatedCipher> ciphers = [];
    private readonly HmacSm3 indexer;
    private readonly byte writing;

    /// <param name="masterKeys">Version (1..255) to 32-byte key; the highest version writes.</param>
    public ColumnCipher(IReadOnlyDictionary<int, byte[]> masterKeys)
    {
        ArgumentNullException.ThrowIfNull(masterKeys);
        MasterKeys.Check(masterKeys);
        foreach (var (version, key) in masterKeys) ciphers[(byte)version] = Derived(key, "YbPay columns v1: data key"u8, secret => new AuthenticatedCipher(secret));
        writing = (byte)masterKeys.Keys.Max();
        indexer = Derived(masterKeys[masterKeys.Keys.Min()], "YbPay columns v1: index key"u8, secret => new HmacSm3(secret));
    }

    /// <summary>Seals a value; <paramref name="column"/> binds it to its place, so that cells cannot be swapped between columns.</summary>
    public byte[] Seal(string column, ReadOnlySpan<byte> clear)
    {
        Span<byte> nonce = stackalloc byte[AuthenticatedCipher.NonceSize];
        RandomNumberGenerator.Fill(nonce);
        return [writing, .. ciphers[writing].Seal(clear, nonce, Place(writing, column))];
    }

    public byte[] Seal(string column, string clear) => Seal(column, Encoding.UTF8.GetBytes(clear));

    /// <summary>Throws <see cref="InvalidDataException"/> when the cell was changed or belongs elsewhere.</summary>
    public byte[] Open(string column, ReadOnlySpan<byte> cell)
    {
        if (cell.Length < 1 + AuthenticatedCipher.Overhead) throw new InvalidDataException($"The cell of {column} is too short to be one.");
        if (!ciphers.TryGetValue(cell[0], out var cipher)) throw new InvalidDataException($"The cell of {column} was sealed under master key version {cell[0]}, which is not loaded.");
        return cipher.Open(cell[1..], Place(cell[0], column)) ?? throw new InvalidDataException($"The cell of {column} was changed, or belongs elsewhere, or the master key is another.");
    }

    public string OpenText(string column, ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(Open(column, cell));

    /// <summary>True when the cell was sealed under an older key than the one that writes: rotation seals it anew.</summary>
    public bool IsOutdated(ReadOnlySpan<byte> cell) => cell.Length > 0 && cell[0] != writing;

    /// <summary>
    /// Hex HMAC-SM3 of a value for equality look-up (always under the lowest key version's index key, which therefore
    /// has to stay loaded as long as anything is looked up by it).
    /// </summary>
    public string Index(string column, string clear) => Convert.ToHexStringLower(indexer.Compute(Encoding.UTF8.GetBytes($"{column}\0{clear}")));

    public override string ToString() => "***";

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values) cipher.Dispose();
        indexer.Dispose();
    }

    private static byte[] Place(byte version, string column) => [version, .. Encoding.UTF8.GetBytes(column)];

    private static T Derived<T>(byte[] master, ReadOnlySpan<byte> purpose, Func<byte[], T> make)
    {
        using var derive = new HmacSm3(master);
        var secret = derive.Compute(purpose);
        try
        {
            return make(secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
