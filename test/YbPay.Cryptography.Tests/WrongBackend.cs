namespace YbPay.Cryptography.Tests;

/// <summary>A real backend that answers one question wrongly; its version says which.</summary>
internal sealed class WrongBackend(CryptoBackend real, string fault) : CryptoBackend("wrong", fault)
{
    internal override void HashSm3(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        real.HashSm3(data, digest);
        digest[31] ^= (byte)(Version == "SM3" ? 1 : 0);
    }

    internal override Sm3Handle OpenSm3() => real.OpenSm3();

    internal override HmacHandle OpenHmac(ReadOnlySpan<byte> key) => new WrongHmac(real.OpenHmac(key), Version);

    internal override Sm4Handle OpenSm4(ReadOnlySpan<byte> key) => new WrongSm4(real.OpenSm4(key), Version);

    internal override byte[] DerivePoint(ReadOnlySpan<byte> d) => real.DerivePoint(d);

    internal override Sm2PrivateHandle OpenPrivate(ReadOnlySpan<byte> d, ReadOnlySpan<byte> point) => new WrongPrivate(real.OpenPrivate(d, point), Version);

    internal override Sm2PublicHandle OpenPublic(ReadOnlySpan<byte> point) => new WrongPublic(real.OpenPublic(point), Version);

    private sealed class WrongHmac(HmacHandle real, string fault) : HmacHandle
    {
        public override void Compute(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> tag)
        {
            real.Compute(first, second, third, tag);
            tag[0] ^= (byte)(fault == "HMAC-SM3" ? 1 : 0);
        }

        public override void Dispose() => real.Dispose();
    }

    private sealed class WrongSm4(Sm4Handle real, string fault) : Sm4Handle
    {
        public override void Transform(Sm4Mode mode, bool encrypt, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
        {
            real.Transform(mode, encrypt, iv, input, output);
            output[0] ^= (byte)(fault == "SM4-" + mode.ToString().ToUpperInvariant() ? 1 : 0);
        }

        public override void Dispose() => real.Dispose();
    }

    private sealed class WrongPrivate(Sm2PrivateHandle real, string fault) : Sm2PrivateHandle
    {
        private int signatures;

        public override void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
        {
            real.Sign(message, signature);
            signatures++;
            signature[40] ^= (byte)(fault == "SM2 signature" && signatures == 2 ? 1 : 0); // as BouncyCastle without Reset
        }

        public override byte[]? Decrypt(ReadOnlySpan<byte> cipherText) => fault == "SM2 encryption" ? null : real.Decrypt(cipherText);

        public override void Dispose() => real.Dispose();
    }

    private sealed class WrongPublic(Sm2PublicHandle real, string fault) : Sm2PublicHandle
    {
        public override bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => fault switch
        {
            "SM2 verification" => false,
            "SM2 refusal" => true,
            _ => real.Verify(message, signature),
        };

        public override byte[] Encrypt(ReadOnlySpan<byte> plain) => real.Encrypt(plain);

        public override void Dispose() => real.Dispose();
    }
}
