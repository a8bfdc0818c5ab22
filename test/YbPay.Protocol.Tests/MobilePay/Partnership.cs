using System.Text;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

/// <summary>Hospital and centre with their keys, and the hands to send messages between them.</summary>
internal static class Partnership
{
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
    private static readonly Sm2PrivateKey HospitalKey = Sm2PrivateKey.Parse(Vectors.Mobile("privateKey32"));
    private static readonly Sm2PrivateKey CenterKey = Sm2PrivateKey.Generate();

    public static MobileKeys Hospital { get; } = new(Vectors.Mobile("appId"), Vectors.Mobile("appSecret"), HospitalKey, CenterKey.PublicKey);

    public static MobileKeys Center { get; } = new(Vectors.Mobile("appId"), Vectors.Mobile("appSecret"), CenterKey, HospitalKey.PublicKey);

    public static IFreshness AtNow { get; } = new ClockFreshness(new StoppedClock(Now));

    public static EnvelopeFault Open(MobileKeys keys, byte[] envelope, out OpenedEnvelope? opened, OpenOptions? options = null) =>
        MobileEnvelope.Open(keys, envelope, AtNow, options ?? OpenOptions.Auto, out opened, out _);

    /// <summary>Signs an envelope as given, so that only what is looked for is wrong with it.</summary>
    public static byte[] Signed(string clearEnvelope, CanonicalVariant variant = default) => ClearEnvelope.Seal(Hospital, Bytes(clearEnvelope), Now, variant);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
