namespace YbPay.Storage.Columns;

/// <summary>
/// Encrypts personal columns under versioned data keys derived from the master key (authenticated, SM4), and makes the
/// keyed SM3 index by which they are looked up. Thread-safe. Old versions stay readable after rotation.
/// </summary>
public sealed class ColumnCipher : IDisposable
{
    /// <param name="masterKeys">Version (1..255) to 32-byte key; the highest version writes.</param>
    public ColumnCipher(IReadOnlyDictionary<int, byte[]> masterKeys) => throw new NotImplementedException();

    /// <summary>Seals a value; <paramref name="column"/> binds it to its place, so that cells cannot be swapped between columns.</summary>
    public byte[] Seal(string column, ReadOnlySpan<byte> clear) => throw new NotImplementedException();

    public byte[] Seal(string column, string clear) => throw new NotImplementedException();

    /// <summary>Throws <see cref="InvalidDataException"/> when the cell was changed or belongs elsewhere.</summary>
    public byte[] Open(string column, ReadOnlySpan<byte> cell) => throw new NotImplementedException();

    public string OpenText(string column, ReadOnlySpan<byte> cell) => throw new NotImplementedException();

    /// <summary>Hex HMAC-SM3 of a value for equality look-up (always under the lowest key version's index key).</summary>
    public string Index(string column, string clear) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
