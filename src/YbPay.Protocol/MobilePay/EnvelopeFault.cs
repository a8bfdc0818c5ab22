namespace YbPay.Protocol.MobilePay;

/// <summary>Why an envelope was not accepted. For the log only; outside there is one refusal.</summary>
public enum EnvelopeFault
{
    None,
    NotJson,
    TooDeep,
    HeadIncomplete,
    UnknownPartner,
    UnknownVersion,
    UnknownAlgorithm,
    BadTimestamp,
    Stale,
    NotDecryptable,
    DataNotJson,
    NotSignable,
    SignatureMalformed,
    SignatureWrong,

    /// <summary>More bytes, values or fields than the limits allow.</summary>
    TooLarge,

    /// <summary>A reply where a request is due, or the other way round.</summary>
    WrongDirection,

    /// <summary><c>data</c> in clear from a partner that is not registered for it.</summary>
    NotEncrypted,
}
