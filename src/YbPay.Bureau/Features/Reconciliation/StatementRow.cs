using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>One row of a detail file; texts are empty where the file says null.</summary>
internal sealed record StatementRow
{
    public required string PsnNo { get; init; }

    public required string MdtrtId { get; init; }

    public required string SetlId { get; init; }

    public required string Msgid { get; init; }

    /// <summary>Empty in what an institution sends.</summary>
    public string Result { get; init; } = "";

    public required bool Refunded { get; init; }

    public string Memo { get; init; } = "";

    public required Fen Medfee { get; init; }

    public required Fen Fund { get; init; }

    public required Fen Account { get; init; }

    public override string ToString() => SetlId;
}
