using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Key objects: shared between threads, silent in print, unusable once disposed.</summary>
public sealed class KeyHandles
{
    private static readonly byte[] Sixteen = "0123456789abcdef"u8.ToArray();
    private static readonly byte[] Secret = "0123456789abcdef0123456789abcdef"u8.ToArray();

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public async Task One_set_of_keys_serves_many_threads(string name)
    {
        var backend = EachBackend.Named(name);
        using var key = Sm2PrivateKey.Generate(backend);
        using var sm4 = new Sm4Key(Sixteen, backend);
        using var hmac = new HmacSm3(Secret, backend);
        using var cipher = new AuthenticatedCipher(Secret, backend);
        using var together = new Barrier(8);

        await InThreads(8, thread =>
        {
            together.SignalAndWait();
            for (var i = 0; i < 10; i++)
            {
                var text = new Random((thread * 100) + i).Bytes(50 + (thread * 31) + i);
                var signature = key.Sign(text);
                key.PublicKey.Verify(text, signature).ShouldBe(SignatureCheck.Valid);
                key.Decrypt(key.PublicKey.Encrypt(text)).ShouldBe(text);
                sm4.DecryptEcb(sm4.EncryptEcb(text)).ShouldBe(text);
                sm4.DecryptCbc(sm4.EncryptCbc(text, Sixteen), Sixteen).ShouldBe(text);
                cipher.Open(cipher.Seal(text, Sixteen, text), text).ShouldBe(text);
                using var alone = new HmacSm3(Secret, backend);
                hmac.Compute(text).ShouldBe(alone.Compute(text));
                using var hasher = new Sm3Hasher(backend);
                hasher.Append(text);
                Sm3.Hash(text, backend).ShouldBe(hasher.Finish());
            }
        });
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public async Task Disposing_a_key_at_work_never_makes_a_wrong_answer(string name)
    {
        var backend = EachBackend.Named(name);
        var text = new byte[300];
        for (var round = 0; round < 20; round++)
        {
            var sm4 = new Sm4Key(Sixteen, backend);
            var hmac = new HmacSm3(Secret, backend);
            var key = Sm2PrivateKey.Generate(backend);
            using var peer = Sm2PublicKey.Parse(key.PublicKey.ExportBase64(), backend);
            var (cipherText, tag) = (sm4.EncryptEcb(text), hmac.Compute(text));
            using var together = new Barrier(5);
            await InThreads(5, thread =>
            {
                together.SignalAndWait();
                if (thread == 4)
                {
                    sm4.Dispose();
                    hmac.Dispose();
                    key.Dispose();
                    return;
                }

                UntilDisposed(() => sm4.EncryptEcb(text).ShouldBe(cipherText));
                UntilDisposed(() => hmac.Compute(text).ShouldBe(tag));
                UntilDisposed(() => peer.Verify(text, key.Sign(text)).ShouldBe(SignatureCheck.Valid));
            });
        }
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Use_after_Dispose_throws(string name)
    {
        var backend = EachBackend.Named(name);
        var key = Sm2PrivateKey.Generate(backend);
        var peer = Sm2PublicKey.Parse(key.PublicKey.ExportBase64(), backend);
        var (sm4, hmac, cipher, hasher) = (new Sm4Key(Sixteen, backend), new HmacSm3(Secret, backend), new AuthenticatedCipher(Secret, backend), new Sm3Hasher(backend));
        var (signature, box, cipherText) = (key.Sign(Sixteen), cipher.Seal(Sixteen, Sixteen, default), peer.Encrypt(Sixteen));
        foreach (var one in (IDisposable[])[key, peer, sm4, hmac, cipher, hasher])
        {
            one.Dispose();
            one.Dispose(); // twice is harmless
        }

        Action[] uses =
        [
            () => key.Sign(Sixteen),
            () => key.Decrypt(cipherText),
            () => key.ExportBase64(),
            () => key.PublicKey.Verify(Sixteen, signature),
            () => peer.Verify(Sixteen, signature),
            () => peer.Encrypt(Sixteen),
            () => peer.ExportBase64(),
            () => sm4.EncryptEcb(Sixteen),
            () => sm4.DecryptEcb(Sixteen),
            () => sm4.DecryptEcb([1]),
            () => sm4.EncryptCbc(Sixteen, Sixteen),
            () => sm4.DecryptCbc(Sixteen, Sixteen),
            () => sm4.Ctr(Sixteen, Sixteen),
            () => hmac.Compute(Sixteen),
            () => cipher.Seal(Sixteen, Sixteen, default),
            () => cipher.Open(box, default),
            () => hasher.Append(Sixteen),
            () => hasher.Finish(),
        ];
        foreach (var use in uses)
            Should.Throw<ObjectDisposedException>(use);
    }

    [Fact]
    public void Everything_that_holds_a_secret_prints_as_stars()
    {
        using var key = Sm2PrivateKey.Generate();
        using var sm4 = new Sm4Key(Sixteen);
        using var hmac = new HmacSm3(Secret);
        using var cipher = new AuthenticatedCipher(Secret);
        foreach (object holder in (object[])[key, sm4, hmac, cipher, new KeyBytes(Secret, "hex", null)])
            $"{holder}".ShouldBe("***", holder.GetType().Name);
        typeof(Sm2PrivateKey).GetProperties().Select(property => property.Name).ShouldBe(["PublicKey"]);
    }

    [Fact]
    public void Keys_and_values_of_wrong_length_are_the_callers_fault()
    {
        using var sm4 = new Sm4Key(Sixteen);
        using var cipher = new AuthenticatedCipher(Secret);
        using var key = Sm2PrivateKey.Generate();
        Should.Throw<ArgumentException>(() => new Sm4Key(Secret));
        Should.Throw<ArgumentException>(() => new AuthenticatedCipher(Sixteen));
        Should.Throw<ArgumentException>(() => sm4.EncryptCbc(Sixteen, Secret));
        Should.Throw<ArgumentException>(() => sm4.Ctr(Sixteen, default));
        Should.Throw<ArgumentException>(() => sm4.Ctr(Sixteen, Sixteen, new byte[15]));
        Should.Throw<ArgumentException>(() => cipher.Seal(Sixteen, Secret, default));
        Should.Throw<ArgumentException>(() => key.Sign(Sixteen, new byte[63]));
        Should.Throw<ArgumentException>(() => key.PublicKey.Encrypt(default));
        Should.Throw<ArgumentException>(() => Sm3.Hash(Sixteen, new byte[31]));
    }

    private static void UntilDisposed(Action use)
    {
        try
        {
            for (var i = 0; i < 1000; i++)
                use();
        }
        catch (ObjectDisposedException)
        {
            // The one other answer that is right.
        }
    }

    private static Task InThreads(int count, Action<int> body) => Task.WhenAll(
        Enumerable.Range(0, count).Select(thread => Task.Factory.StartNew(
            () => body(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
}
