using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Protocol.Fsi;

/// <summary>
/// <c>cainfo</c>. The provinces differ in what it covers; ours covers the parts below joined by <c>|</c>, the last one being the
/// clear content byte for byte: a request's infno, msgid, inf_time, sign_no, input; a reply's infcode, inf_refmsgid, respond_time, output.
/// </summary>
internal static class FsiSignature
{
    public static string? Name(FsiSignType type) => type switch
    {
        FsiSignType.Sm2 => "SM2",
        FsiSignType.Sm3 => "SM3",
        _ => null,
    };

    public static string Make(FsiOptions options, string head, ReadOnlySpan<byte> content)
    {
        var text = TextOf(head, content);
        return options.Sign == FsiSignType.Sm2
            ? Convert.ToBase64String((options.OwnKey ?? throw new InvalidOperationException("Signing with SM2 needs FsiOptions.OwnKey.")).Sign(text))
            : Convert.ToHexString(Secret(options).Compute(text));
    }

    public static bool Holds(FsiOptions options, string? cainfo, string head, ReadOnlySpan<byte> content)
    {
        if (options.Sign == FsiSignType.None) return true;
        if (cainfo is null || cainfo.Length > 1024) return false;
        var text = TextOf(head, content);
        if (options.Sign == FsiSignType.Sm3) return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(cainfo.ToUpperInvariant()), Encoding.ASCII.GetBytes(Convert.ToHexString(Secret(options).Compute(text))));
        var key = options.PeerKey ?? throw new InvalidOperationException("Checking SM2 signatures needs FsiOptions.PeerKey.");
        var signature = new byte[1024];
        return Convert.TryFromBase64String(cainfo, signature, out var length) && key.Verify(text, signature.AsSpan(0, length)) == SignatureCheck.Valid;
    }

    private static byte[] TextOf(string head, ReadOnlySpan<byte> content) => [.. Encoding.UTF8.GetBytes(head), (byte)'|', .. content];

    private static HmacSm3 Secret(FsiOptions options) => options.SharedSecret ?? throw new InvalidOperationException("SM3 signatures need FsiOptions.SharedSecret.");
}
