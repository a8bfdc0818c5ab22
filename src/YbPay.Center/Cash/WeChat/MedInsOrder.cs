using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YbPay.Contracts;

namespace YbPay.Center.Cash.WeChat;

/// <summary>A person as a medical-insurance order names him: name, and a digest of the identity number, both sealed for WeChat.</summary>
internal sealed record MedInsPerson(Personal Name, Personal IdNo, string CardType = "ID_CARD")
{
    private const string Weights = "7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2";
    private const string CheckDigits = "10X98765432";

    /// <summary>Lower-case hex of MD5 over the number in capitals; an identity number of 15 digits is written with 18 first.</summary>
    public Personal IdDigest
    {
        get
        {
            var number = IdNo.Reveal().ToUpperInvariant();
            if (CardType == "ID_CARD" && number.Length == 15 && number.All(char.IsAsciiDigit)) number = Lengthened(number);
#pragma warning disable CA5351 // WeChat names the digest; it travels sealed.
            return new Personal(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(number))));
#pragma warning restore CA5351
        }
    }

    /// <summary>GB 11643: the century, and the check digit of ISO 7064 mod 11-2.</summary>
    private static string Lengthened(string number)
    {
        var body = $"{number[..6]}19{number[6..]}";
        var sum = Weights.Split(' ').Select((weight, at) => int.Parse(weight, CultureInfo.InvariantCulture) * (body[at] - '0')).Sum();
        return body + CheckDigits[sum % 11];
    }
}

/// <summary>The institution under WeChat's own numbers: the city's is WeChat's, not the region code of the standard.</summary>
internal sealed record MedInsInstitution(string CityId, string Name, string Number);

/// <summary>What binds the order to the insurance: the payment centre's order and authorisation. Absent when only cash is paid.</summary>
internal sealed record MedInsBinding(string PayOrderId, Personal PayAuthNo, Personal GeoLocation, DateTimeOffset CreatedAt);

/// <summary>
/// A medical-insurance order (POST /v3/med-ins/orders). <paramref name="SerialNo"/> is the hospital's number of the bill, 6201's
/// medOrgOrd; <paramref name="OutTradeNo"/> is ours, the same as that of the cash payment whose prepay_id goes with it.
/// </summary>
internal sealed record MedInsOrder(
    MixPayType Type, string OrderType, string OutTradeNo, string SerialNo, Personal OpenId, MedInsPerson Payer, MedInsInstitution Institution, MedInsAmounts Amounts)
{
    /// <summary>The patient, when the payer pays for a relative.</summary>
    public MedInsPerson? Relative { get; init; }

    public MedInsBinding? Binding { get; init; }

    public string? PrepayId { get; init; }

    /// <summary>Handed on to the insurance as it is; at most 2048 bytes.</summary>
    public string? Passthrough { get; init; }

    public string? Attach { get; init; }

    /// <summary>Every rule of the document that does not hold: amounts, and which fields go with which kind.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>(Amounts.Problems(Type));
        if ((Type == MixPayType.CashOnly) != (Binding is null)) problems.Add("pay_order_id and kin: with insurance and only with it");
        if ((Type == MixPayType.InsuranceOnly) != (PrepayId is null)) problems.Add("prepay_id: with cash and only with it");
        if (OpenId.IsEmpty) problems.Add("openid is missing");
        if (Encoding.UTF8.GetByteCount(Passthrough ?? "") > 2048) problems.Add("passthrough_request_content: at most 2048 bytes");
        return problems;
    }

    public override string ToString() => $"{nameof(MedInsOrder)} {OutTradeNo}";
}
