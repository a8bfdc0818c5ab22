using YbPay.Contracts;
using YbPay.Engine.Credit;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Persons;
using YbPay.Storage.Columns;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>A person's contract for credit payment; one stands for each person, at every hospital.</summary>
internal sealed record EnrolmentRow
{
    private const string AgreementColumn = "enrolments.agreement";
    private const string AccountColumn = "enrolments.account";

    public required string EnrolmentId { get; init; }

    public required string PersonKey { get; init; }

    public required byte[] Person { get; init; }

    public required long State { get; init; }

    public required long Version { get; init; }

    /// <summary>01 to 04, of the account that pays.</summary>
    public required string AccType { get; init; }

    /// <summary>Masked.</summary>
    public required string AccountLabel { get; init; }

    /// <summary>The account's number at the bank, sealed; only while the bank is being asked.</summary>
    public byte[]? Account { get; init; }

    /// <summary>The bank's number of the agreement, sealed; null until it is made.</summary>
    public byte[]? Agreement { get; init; }

    public string? Insutype { get; init; }

    /// <summary>01 credit payment is used, 02 it is not.</summary>
    public required string CreditPay { get; init; }

    public string? SignLeg { get; init; }

    /// <summary>Where the person signed.</summary>
    public required string HospitalId { get; init; }

    public string? Note { get; init; }

    public required long CreatedAt { get; init; }

    public long? SignedAt { get; init; }

    public EnrolmentState Stands => (EnrolmentState)State;

    public InsuredPerson OpenPerson(ColumnCipher cipher) => InsuredPerson.Open(cipher, Person);

    public Personal OpenAgreement(ColumnCipher cipher) =>
        new(cipher.OpenText(AgreementColumn, Agreement ?? throw new InvalidDataException($"Enrolment {EnrolmentId} has no agreement.")));

    public CreditAccount OpenAccount(ColumnCipher cipher) => new(
        AccType, new(cipher.OpenText(AccountColumn, Account ?? throw new InvalidDataException($"Enrolment {EnrolmentId} keeps no account any more."))), AccountLabel);

    public static byte[] SealAccount(ColumnCipher cipher, CreditAccount account) => cipher.Seal(AccountColumn, account.AccountNo.Reveal());

    public static byte[] SealAgreement(ColumnCipher cipher, Personal agreementNo) => cipher.Seal(AgreementColumn, agreementNo.Reveal());

    public override string ToString() => $"{EnrolmentId} {Stands}";
}
