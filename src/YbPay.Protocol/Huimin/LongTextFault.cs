namespace YbPay.Protocol.Huimin;

/// <summary>What is wrong with a content that went through a <see cref="LongTextStream"/>.</summary>
public enum LongTextFault
{
    None,

    /// <summary>No JSON object in UTF-8.</summary>
    NotJson,

    /// <summary>The long member stands there twice.</summary>
    Twice,

    /// <summary>The long member is no Base64 (RFC 4648, section 4, padded; line breaks are passed over).</summary>
    NotBase64,

    /// <summary>What is not the long member has more bytes than allowed.</summary>
    RestTooLong,

    /// <summary>The long member decodes to more bytes than allowed.</summary>
    DecodedTooLong,
}
