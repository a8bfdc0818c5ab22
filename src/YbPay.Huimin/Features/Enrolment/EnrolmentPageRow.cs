using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Contracts;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Persons;
using YbPay.Storage.Columns;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>An address of the signing page: one person's, for a while.</summary>
internal sealed record EnrolmentPageRow
{
    /// <summary>As often may the end of the identity number be told; then the address is dead.</summary>
    public const int MostTries = 5;

    private const string AccountsColumn = "enrolment_pages.accounts";

    public required string PageHash { get; init; }

    public required string HospitalId { get; init; }

    public required string PersonKey { get; init; }

    public required byte[] Person { get; init; }

    /// <summary>What the bank offered when the page was first shown, sealed; the choice is by place in it.</summary>
    public byte[]? Accounts { get; init; }

    public required long Tries { get; init; }

    public string? Insutype { get; init; }

    /// <summary>What this page has signed, or is signing.</summary>
    public string? EnrolmentId { get; init; }

    public required long ExpiresAt { get; init; }

    public InsuredPerson OpenPerson(ColumnCipher cipher) => InsuredPerson.Open(cipher, Person);

    public IReadOnlyList<CreditAccount> OpenAccounts(ColumnCipher cipher) => Accounts is null
        ? []
        : [.. JsonSerializer.Deserialize(cipher.Open(AccountsColumn, Accounts), SealedAccountsJson.Default.IReadOnlyListSealedAccount)!
            .Select(account => new CreditAccount(account.AccType, new Personal(account.AccountNo), account.Label))];

    public static byte[] SealAccounts(ColumnCipher cipher, IReadOnlyList<CreditAccount> accounts) => cipher.Seal(AccountsColumn, JsonSerializer.SerializeToUtf8Bytes(
        [.. accounts.Select(account => new SealedAccount(account.AccType, account.AccountNo.Reveal(), account.Label))], SealedAccountsJson.Default.IReadOnlyListSealedAccount));

    public override string ToString() => "***";
}

/// <summary>The clear form inside a sealed cell.</summary>
internal sealed record SealedAccount(string AccType, string AccountNo, string Label)
{
    public override string ToString() => "***";
}

[JsonSerializable(typeof(IReadOnlyList<SealedAccount>))]
[JsonSerializable(typeof(SealedAccount))]
internal sealed partial class SealedAccountsJson : JsonSerializerContext;
