using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Statements;

/// <summary>One ledger entry as a day's statement shows it. Nothing personal; texts are empty where the file says null.</summary>
internal sealed record StatementEntry
{
    public required long PostedAt { get; init; }

    public required string EntryId { get; init; }

    /// <summary>The entry's, as the ledger has it; of a deduction with the kind of its account.</summary>
    public required string Reason { get; init; }

    public required string SetlId { get; init; }

    public required string MdtrtId { get; init; }

    public required string Msgid { get; init; }

    public required string Insutype { get; init; }

    public required string ClrType { get; init; }

    /// <summary>Signed: what this entry adds to the institution's day.</summary>
    public required Fen Medfee { get; init; }

    public required Fen FundSum { get; init; }

    public required Fen AccountPaid { get; init; }

    public required Fen Cash { get; init; }

    public required Fen HospPart { get; init; }

    /// <summary>The statement's word for what happened.</summary>
    public string Kind => Reason switch
    {
        "settlement" => "settle",
        "settlement cancelled" => "cancel",
        "settlement reversed" => "reverse",
        "cancellation reversed" => "restore",
        "account deduction personal" => "deduct-personal",
        "account deduction mutual-aid" => "deduct-mutual-aid",
        "account deduction wallet" => "deduct-wallet",
        "account deduction given back personal" => "return-personal",
        "account deduction given back mutual-aid" => "return-mutual-aid",
        "account deduction given back wallet" => "return-wallet",
        _ => throw new InvalidDataException($"Entry {EntryId} is of a kind ({Reason}) that no statement knows."),
    };
}

/// <summary>What the rows of a statement come to.</summary>
internal readonly record struct StatementTotals(long Entries, Fen Medfee, Fen FundSum, Fen AccountPaid, Fen Cash, Fen HospPart)
{
    public static StatementTotals Of(IEnumerable<StatementEntry> entries) => entries.Aggregate(default(StatementTotals), (sum, entry) => new(
        sum.Entries + 1, sum.Medfee + entry.Medfee, sum.FundSum + entry.FundSum, sum.AccountPaid + entry.AccountPaid, sum.Cash + entry.Cash, sum.HospPart + entry.HospPart));
}
