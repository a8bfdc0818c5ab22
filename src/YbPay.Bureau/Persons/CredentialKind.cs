namespace YbPay.Bureau.Persons;

/// <summary>mdtrt_cert_type: by what a person is known.</summary>
internal static class CredentialKind
{
    /// <summary>01: a token of the electronic credential.</summary>
    public const string Token = "01";

    /// <summary>02: the identity document's number, of whatever kind the person has.</summary>
    public const string Certificate = "02";

    /// <summary>03: the social-insurance card.</summary>
    public const string Card = "03";
}
