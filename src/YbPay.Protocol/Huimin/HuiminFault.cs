namespace YbPay.Protocol.Huimin;

/// <summary>Why an envelope was not accepted. For the log only: outside there is one refusal, see <see cref="HuiminFaults"/>.</summary>
public enum HuiminFault
{
    None,

    /// <summary>encData, or what stands around it, has more characters than <see cref="HuiminLimits"/> allow.</summary>
    TooLong,

    /// <summary>No flat JSON object in UTF-8 with every name once.</summary>
    Malformed,

    /// <summary>A printed member is missing or has a value that the document does not know.</summary>
    HeadInvalid,

    /// <summary>No partner has this platformId. Found by the caller, who knows the partners.</summary>
    UnknownPlatform,

    /// <summary>platformTransDate and platformTransTime are too far from the clock.</summary>
    Stale,

    /// <summary>encData is not hex of SM4 under this key.</summary>
    CannotDecrypt,

    WrongSignature,

    /// <summary>A reply with an empty signData: what a platform answers to somebody it does not know. Nothing vouches for what it says.</summary>
    NotSigned,
}

/// <summary>What the other side is told of a fault (document, appendix 返回码; ruling D.3).</summary>
public static class HuiminFaults
{
    /// <summary>4104 for an unknown platformId, 0000 for none, and 4000 for all others alike, so that no answer tells an attacker how far he came.</summary>
    public static string ReturnCode(this HuiminFault fault) => fault switch
    {
        HuiminFault.None => "0000",
        HuiminFault.UnknownPlatform => "4104",
        _ => "4000",
    };
}
