namespace YbPay.Center.Cash.UnionPay;

/// <summary>How a merchant and the bank sign.</summary>
public enum UnionPayAlgorithm
{
    /// <summary>signMethod 01: SHA-256 with RSA; the reply brings its certificate, which must chain to a configured root.</summary>
    Rsa,

    /// <summary>SM3 with SM2 by agreement with the bank; the reply names its key by certId.</summary>
    Sm2,
}

/// <summary>A merchant of UnionPay's online gateway (message version 5.1.0). Everything comes from configuration; it prints without its secrets.</summary>
public sealed class UnionPayOptions
{
    /// <summary>Below it lie frontTransReq.do, queryTrans.do and backTransReq.do.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>Where statements are fetched.</summary>
    public string FileUrl { get; set; } = "";

    /// <summary>merId, 15 characters.</summary>
    public string MerId { get; set; } = "";

    /// <summary>The serial number of the merchant's certificate, in decimal digits.</summary>
    public string CertId { get; set; } = "";

    public UnionPayAlgorithm Algorithm { get; set; }

    /// <summary>What stands in signMethod: 01 for RSA; for SM2 what the bank agreed to.</summary>
    public string SignMethod { get; set; } = "01";

    /// <summary>RSA: PKCS#8 or PKCS#1 in PEM. SM2: any form of ruling A.5.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>RSA: roots in PEM, one after the other.</summary>
    public string RootCertificates { get; set; } = "";

    /// <summary>RSA: certificates between root and signer, in PEM.</summary>
    public string IntermediateCertificates { get; set; } = "";

    /// <summary>RSA: whose certificate signs; the third part of the common name between <c>@</c>, or the whole common name.</summary>
    public string SignerName { get; set; } = "中国银联股份有限公司";

    /// <summary>SM2: the bank's keys, certId to public key or certificate.</summary>
    public IDictionary<string, string> PlatformKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The centre's address as patients' browsers reach it: the page that leads to the bank lies below it.</summary>
    public string PublicBase { get; set; } = "";

    /// <summary>Where the bank reports payments.</summary>
    public string NotifyUrl { get; set; } = "";

    /// <summary>How long after its number was drawn a payment can be made (payTimeout). There is no closing at the bank: before this is over, nothing unpaid counts as closed.</summary>
    public TimeSpan PayWindow { get; set; } = TimeSpan.FromMinutes(30);

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    public override string ToString() => $"UnionPay merchant {MerId}, {Algorithm}, certificate {CertId}, keys ***";
}
