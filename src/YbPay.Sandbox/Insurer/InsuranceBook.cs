using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Bureau;
using YbPay.Contracts;

namespace YbPay.Sandbox.Insurer;

/// <summary>Commercial: who holds it is covered. Relief: a fund for traffic accidents, open to everybody.</summary>
public enum InsuranceKind
{
    Commercial,
    Relief,
}

/// <summary>What an insurance covers, and what it wants to see.</summary>
public sealed record InsurancePlan
{
    /// <summary>At most 8 characters, as the document has it.</summary>
    public required string InsuranceId { get; init; }

    public required string InsuranceName { get; init; }

    public required InsuranceKind Kind { get; init; }

    /// <summary>Percent of what is left above the deductible.</summary>
    public required int Ratio { get; init; }

    /// <summary>Fen, of each claim.</summary>
    public required long Deductible { get; init; }

    /// <summary>Fen; of a person's claims together, of each claim at a relief fund.</summary>
    public required long Cap { get; init; }

    /// <summary>What does not count of the person's own costs: <c>outOfPocket</c> (自费), where a case's documents tell it.</summary>
    public required IReadOnlyList<string> Excluded { get; init; }

    /// <summary>Beginnings of ICD-10 codes of which one must be diagnosed; empty for any.</summary>
    public required IReadOnlyList<string> Diagnoses { get; init; }

    /// <summary>Beginnings of ICD-10 codes that are not covered.</summary>
    public required IReadOnlyList<string> ExcludedDiagnoses { get; init; }

    /// <summary>Kinds of documents that a case must hold.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Of each group a case must hold one type of image.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Images { get; init; }

    public bool ExcludesOutOfPocket => Excluded.Contains("outOfPocket");
}

/// <summary>Somebody who holds a plan.</summary>
public sealed record PolicyHolder(Personal IdNo, Personal Name, string InsuranceId);

/// <summary>What the insurer sells, and to whom it sold it.</summary>
public sealed record InsuranceBook(IReadOnlyList<InsurancePlan> Plans, IReadOnlyList<PolicyHolder> Holders)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Null when there is no such plan.</summary>
    public InsurancePlan? Find(string insuranceId) => Plans.FirstOrDefault(plan => plan.InsuranceId == insuranceId);

    /// <summary>The book that comes with the sandbox, with those holders whom the seed knows.</summary>
    public static InsuranceBook For(BureauSeed seed)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("YbPay.Sandbox.Insurer.policies.json")
            ?? throw new InvalidOperationException("The insurer's policies are not in the assembly.");
        var book = JsonSerializer.Deserialize<BookFile>(file, Form)!;
        return new(book.Plans,
        [
            .. from holder in book.Holders
               join person in seed.Persons on holder.PsnNo equals person.PsnNo.Reveal()
               select new PolicyHolder(person.CertNo, person.Name, holder.InsuranceId),
        ]);
    }

    private sealed record BookFile(IReadOnlyList<InsurancePlan> Plans, IReadOnlyList<HolderLine> Holders);

    private sealed record HolderLine(string PsnNo, string InsuranceId)
    {
        public override string ToString() => "***";
    }
}
