using System.Text;
using YbPay.Cryptography;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.Huimin;

/// <summary>The partner of the published vector, its clock, and envelopes written by hand: signed by the plain rule, not by the code under test.</summary>
internal static class Parties
{
    public const string Secret = "4117E877F5FA0A0188891283E4B617D5";

    public static readonly DateTimeOffset Now = new(2020, 11, 18, 14, 36, 0, TimeSpan.FromHours(8));

    public static readonly HuiminKeys Keys = new(Secret);

    public static readonly HuiminHead Head = HuiminHead.Of("ysf00001", "00000000000000000000000000000001", "OP000001", Now);

    public static readonly byte[] Clear = Bytes(Vectors.Huimin.GetProperty("clear").GetString()!);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public static HuiminFault Open(byte[] body, out byte[]? clear, DateTimeOffset? at = null)
    {
        clear = null;
        var fault = HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var request);
        return fault == HuiminFault.None ? request!.Open(Keys, At(at ?? Now), out clear) : fault;
    }

    public static IFreshness At(DateTimeOffset now) => new ClockFreshness(new StoppedClock(now));

    /// <summary>A request as its members say, in that order, after the changes; signData covers <paramref name="toSign"/>.</summary>
    public static byte[] Signed(string toSign, params string[] members) =>
        Bytes("{" + string.Join(',', members.Append($"\"signData\":\"{Sign(toSign)}\"")) + "}");

    public static string Sign(string toSign) => Convert.ToHexString(Sm3.Hash(Bytes(toSign)));

    public static string EncData(string clear)
    {
        using var key = new Sm4Key(Bytes(Secret[..16]));
        return Convert.ToHexString(key.EncryptEcb(Bytes(clear)));
    }

    /// <summary>The printed members of a request about <paramref name="clear"/>, without signData.</summary>
    public static List<string> Members(string clear) =>
    [
        $"\"encData\":\"{EncData(clear)}\"", "\"encType\":\"SM4\"", "\"platformId\":\"ysf00001\"", "\"platformSeqId\":\"0000000001\"",
        "\"platformTransDate\":\"20201118\"", "\"platformTransTime\":\"143600\"", "\"signType\":\"SM3\"", "\"transCode\":\"HOS00001\"", "\"version\":\"1.0.0\"",
    ];

    /// <summary>The text to sign of <see cref="Members"/>, with more pieces before data, between, and before the key.</summary>
    public static string ToSign(string clear, string before = "", string between = "", string behind = "") =>
        $"{before}data={clear}&encType=SM4{between}&platformId=ysf00001&platformSeqId=0000000001&platformTransDate=20201118&platformTransTime=143600"
        + $"&signType=SM3&transCode=HOS00001&version=1.0.0{behind}&key={Secret}";

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
