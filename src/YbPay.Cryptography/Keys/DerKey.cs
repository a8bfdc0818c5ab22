using System.Formats.Asn1;
using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>Key structures in DER: PKCS#8 (RFC 5958), SEC1 (RFC 5915), SPKI (RFC 5480), all for sm2p256v1 by name.</summary>
internal static class DerKey
{
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private static readonly Asn1Tag Parameters = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag PublicKey = new(TagClass.ContextSpecific, 1);

    /// <summary>PKCS#8 has an algorithm where SEC1 has its number.</summary>
    public static bool LooksLikePkcs8(byte[] der)
    {
        try
        {
            var key = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            key.ReadInteger();
            return key.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    public static (byte[] D, byte[]? Point) ReadPkcs8(byte[] der, string form)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var key = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (key.ReadInteger() > 1)
            throw new KeyFormatException($"{form}: an unknown version of PKCS#8.");
        RequireSm2(key.ReadSequence(), form);
        var inner = key.ReadOctetString();
        try
        {
            return ReadSec1(inner, form, curveKnown: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(inner);
        }
    }

    public static (byte[] D, byte[]? Point) ReadSec1(byte[] der, string form, bool curveKnown)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var key = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (key.ReadInteger() != 1)
            throw new KeyFormatException($"{form}: an unknown version of the SEC1 private key.");
        var d = key.ReadOctetString();
        try
        {
            return (d, ReadSec1Rest(key, d.Length, form, curveKnown));
        }
        catch
        {
            CryptographicOperations.ZeroMemory(d);
            throw;
        }
    }

    /// <summary>What follows the private number: the curve, and perhaps the public point.</summary>
    private static byte[]? ReadSec1Rest(AsnReader key, int size, string form, bool curveKnown)
    {
        if (size != Sm2Curve.FieldSize)
            throw new KeyFormatException($"{form}: the private number has {size} bytes instead of 32.");
        if (key.HasData && key.PeekTag().HasSameClassAndValue(Parameters))
        {
            RequireCurve(key.ReadSequence(Parameters), form);
            curveKnown = true;
        }

        if (!curveKnown)
            throw new KeyFormatException($"{form}: the curve is not named.");
        byte[]? point = null;
        if (key.HasData && key.PeekTag().HasSameClassAndValue(PublicKey))
            point = key.ReadSequence(PublicKey).ReadBitString(out _);
        key.ThrowIfNotEmpty();
        return point;
    }

    /// <summary>The point as it stands in a SubjectPublicKeyInfo, compressed or not.</summary>
    public static byte[] ReadSpki(byte[] der, string form)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var key = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        RequireSm2(key.ReadSequence(), form);
        var point = key.ReadBitString(out _);
        key.ThrowIfNotEmpty();
        return point;
    }

    private static void RequireSm2(AsnReader algorithm, string form)
    {
        var name = algorithm.ReadObjectIdentifier();
        if (name != EcPublicKey)
            throw new KeyFormatException($"{form}: the algorithm is {name}, not an elliptic curve key ({EcPublicKey}).");
        RequireCurve(algorithm, form);
    }

    private static void RequireCurve(AsnReader parameters, string form)
    {
        if (!parameters.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
            throw new KeyFormatException($"{form}: the curve is spelled out in numbers; only the named curve sm2p256v1 is read.");
        var curve = parameters.ReadObjectIdentifier();
        if (curve != Sm2Curve.Oid)
            throw new KeyFormatException($"{form}: the curve is {curve}, not sm2p256v1 ({Sm2Curve.Oid}).");
        parameters.ThrowIfNotEmpty();
    }
}
