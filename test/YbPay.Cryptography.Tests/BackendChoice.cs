using System.Diagnostics;
using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Which library does the work, and that none may that computes wrongly.</summary>
public sealed class BackendChoice
{
    [Theory]
    [InlineData(null, "libcrypto")]
    [InlineData("", "libcrypto")]
    [InlineData("libcrypto", "libcrypto")]
    [InlineData("bouncycastle", "bouncycastle")]
    public void The_variable_chooses_and_libcrypto_comes_first(string? wish, string expected) =>
        CryptoBackends.Choose(wish).ShouldBe(EachBackend.Named(expected));

    [Fact]
    public void The_process_follows_its_environment() =>
        CryptoBackends.Current.ShouldBe(CryptoBackends.Choose(Environment.GetEnvironmentVariable(CryptoBackends.Variable)));

    [Fact]
    public void An_unknown_name_is_refused_by_name() =>
        Should.Throw<CryptoBackendException>(() => CryptoBackends.Choose("openssl")).Message.ShouldContain("\"openssl\"");

    [Fact]
    public void Both_backends_stand_ready_and_name_their_version()
    {
        CryptoBackends.Available.ShouldBe([EachBackend.Named("libcrypto"), EachBackend.Named("bouncycastle")]);
        CryptoBackends.Libcrypto.Version.ShouldStartWith("OpenSSL 3");
        CryptoBackends.BouncyCastle.Version.ShouldContain("1.8.10");
    }

    [Theory]
    [InlineData("SM3")]
    [InlineData("HMAC-SM3")]
    [InlineData("SM4-ECB")]
    [InlineData("SM4-CBC")]
    [InlineData("SM4-CTR")]
    [InlineData("SM2 verification")]
    [InlineData("SM2 refusal")]
    [InlineData("SM2 signature")]
    [InlineData("SM2 encryption")]
    public void A_backend_that_computes_wrongly_fails_its_known_answers(string fault) =>
        Should.Throw<CryptoBackendException>(() => KnownAnswers.Require(new WrongBackend(CryptoBackends.Current, fault)))
            .Message.ShouldContain($"known answer of {fault}");

    [Fact]
    public void A_backend_without_fault_passes_its_known_answers_quickly()
    {
        // The best of five: other work on the machine must not fail this.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            KnownAnswers.Require(new WrongBackend(EachBackend.Named("libcrypto"), fault: "none"));
            return clock.Elapsed;
        });
        best.ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }
}
