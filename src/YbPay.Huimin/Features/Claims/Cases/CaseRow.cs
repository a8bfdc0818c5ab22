using YbPay.Contracts.Dictionaries;
using YbPay.Engine.Claims;
using YbPay.Huimin.Persons;
using YbPay.Storage.Columns;

namespace YbPay.Huimin.Features.Claims.Cases;

/// <summary>A case as it stands in the database.</summary>
internal sealed record CaseRow
{
    public const int Commercial = 0;
    public const int Relief = 1;

    public required string CaseId { get; init; }

    public required string HospitalId { get; init; }

    public required string VisitNo { get; init; }

    public required string PersonKey { get; init; }

    /// <summary>An <see cref="InsuredPerson"/>, sealed.</summary>
    public required byte[] Person { get; init; }

    /// <summary><see cref="Commercial"/> or <see cref="Relief"/>.</summary>
    public required int Kind { get; init; }

    public required string ClaimType { get; init; }

    public required string InsuranceId { get; init; }

    public required string InsuranceName { get; init; }

    public required ClaimState Status { get; init; }

    public required long Version { get; init; }

    /// <summary>Fen; null until the insurer has said what it pays.</summary>
    public long? Amount { get; init; }

    /// <summary>What the insurer says about it.</summary>
    public string? Note { get; init; }

    /// <summary>The claimNode that the hospital was told last, or is being told; null before the report.</summary>
    public string? ToldNode { get; init; }

    public ClaimKind Way => Kind == Relief ? ClaimKind.Relief : ClaimType == Contracts.Dictionaries.ClaimType.Direct ? ClaimKind.Direct : ClaimKind.Fast;

    public InsuredPerson OpenPerson(ColumnCipher cipher) => InsuredPerson.Open(cipher, Person);

    /// <summary>Whether an identity number is that of the case's person.</summary>
    public bool IsOf(ColumnCipher cipher, string idNo) => InsuredPerson.KeyOf(cipher, idNo) == PersonKey;

    public override string ToString() => $"case {CaseId} {Status}";
}
