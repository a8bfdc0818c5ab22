using System.Buffers;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace YbPay.Cryptography.BouncyCastle;

/// <summary>One pool per mode and direction, so that the round keys are expanded once per context.</summary>
internal sealed class BouncyCastleSm4 : Sm4Handle
{
    private const int Block = Sm4Key.BlockSize;
    private readonly KeyParameter key;
    private readonly ContextPool<Keyed> ecbEncrypt;
    private readonly ContextPool<Keyed> ecbDecrypt;
    private readonly ContextPool<Keyed> cbcEncrypt;
    private readonly ContextPool<Keyed> cbcDecrypt;
    private readonly ContextPool<Keyed> ctr;

    public BouncyCastleSm4(ReadOnlySpan<byte> key)
    {
        this.key = new KeyParameter(key.ToArray());
        ecbEncrypt = Pool(() => new SM4Engine(), encrypt: true, withIv: false);
        ecbDecrypt = Pool(() => new SM4Engine(), encrypt: false, withIv: false);
        cbcEncrypt = Pool(() => new CbcBlockCipher(new SM4Engine()), encrypt: true, withIv: true);
        cbcDecrypt = Pool(() => new CbcBlockCipher(new SM4Engine()), encrypt: false, withIv: true);
        ctr = Pool(() => new SicBlockCipher(new SM4Engine()), encrypt: true, withIv: true);
    }

    public override void Transform(Sm4Mode mode, bool encrypt, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
    {
        var pool = mode switch
        {
            Sm4Mode.Ecb => encrypt ? ecbEncrypt : ecbDecrypt,
            Sm4Mode.Cbc => encrypt ? cbcEncrypt : cbcDecrypt,
            Sm4Mode.Ctr => ctr,
        };
        var keyed = pool.Rent();
        if (mode != Sm4Mode.Ecb)
            keyed.Cipher.Init(encrypt, new ParametersWithIV(null, iv.ToArray()));
        keyed.Run(input, output);
        pool.Return(keyed);
    }

    public override void Dispose()
    {
        foreach (var pool in (ContextPool<Keyed>[])[ecbEncrypt, ecbDecrypt, cbcEncrypt, cbcDecrypt, ctr])
            pool.Dispose();
    }

    private ContextPool<Keyed> Pool(Func<IBlockCipher> cipher, bool encrypt, bool withIv) => new(() =>
    {
        var made = cipher();
        made.Init(encrypt, withIv ? new ParametersWithIV(key, new byte[Block]) : key);
        return new Keyed(made);
    });

    private sealed class Keyed(IBlockCipher cipher) : IDisposable
    {
        private readonly byte[] source = new byte[Block];
        private readonly byte[] target = new byte[Block];

        public IBlockCipher Cipher => cipher;

        public void Run(ReadOnlySpan<byte> input, Span<byte> output)
        {
            while (!input.IsEmpty)
            {
                var size = Math.Min(Block, input.Length); // less than a block only at the end of CTR
                input[..size].CopyTo(source);
                cipher.ProcessBlock(source, 0, target, 0);
                target.AsSpan(0, size).CopyTo(output);
                input = input[size..];
                output = output[size..];
            }
        }

        public void Dispose()
        {
            CryptographicOperations.ZeroMemory(source);
            CryptographicOperations.ZeroMemory(target);
        }
    }
}
