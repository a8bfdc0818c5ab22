namespace YbPay.Cryptography.Tests;

public class Sm4InPieces
{
    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Any_cut_into_pieces_gives_what_the_whole_gives(string backend) => Seeded.Run(200, random =>
    {
        using var key = new Sm4Key(Bytes(random, 16), EachBackend.Named(backend));
        var clear = Bytes(random, random.Next(200));
        Decrypt(key, key.EncryptEcb(clear), random).ShouldBe(clear);
    });

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void What_the_whole_refuses_is_refused_in_pieces(string backend) => Seeded.Run(200, random =>
    {
        using var key = new Sm4Key(Bytes(random, 16), EachBackend.Named(backend));
        var noise = Bytes(random, random.Next(6) == 0 ? random.Next(40) : random.Next(4) * 16);
        Decrypt(key, noise, random).ShouldBe(key.DecryptEcb(noise));
    });

    [Fact]
    public void It_starts_afresh_after_its_end()
    {
        using var key = new Sm4Key("0123456789ABCDEF"u8);
        using var decryption = new Sm4EcbDecryption(key);
        var plain = new byte[64];
        decryption.Append(key.EncryptEcb("first"u8).AsSpan(0, 7), plain).ShouldBe(0);
        decryption.Finish(plain).ShouldBe(-1);
        decryption.Append(key.EncryptEcb("second"u8), plain).ShouldBe(0);
        decryption.Finish(plain).ShouldBe(6);
        plain.AsSpan(0, 6).ToArray().ShouldBe("second"u8.ToArray());
    }

    [Fact]
    public void Room_that_is_too_small_is_refused()
    {
        using var key = new Sm4Key("0123456789ABCDEF"u8);
        using var decryption = new Sm4EcbDecryption(key);
        Should.Throw<ArgumentOutOfRangeException>(() => decryption.Append(new byte[32], new byte[47]));
        Should.Throw<ArgumentOutOfRangeException>(() => decryption.Finish(new byte[15]));
    }

    private static byte[]? Decrypt(Sm4Key key, byte[] cipherText, Random random)
    {
        using var decryption = new Sm4EcbDecryption(key);
        using var whole = new MemoryStream();
        for (var at = 0; at < cipherText.Length;)
        {
            var piece = cipherText.AsSpan(at, random.Next(Math.Min(50, cipherText.Length - at) + 1));
            var plain = new byte[piece.Length + Sm4Key.BlockSize];
            whole.Write(plain, 0, decryption.Append(piece, plain));
            at += piece.Length;
        }

        var last = new byte[Sm4Key.BlockSize];
        var count = decryption.Finish(last);
        if (count < 0) return null;
        whole.Write(last, 0, count);
        return whole.ToArray();
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
