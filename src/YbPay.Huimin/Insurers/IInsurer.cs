using YbPay.Engine.Money;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Persons;

namespace YbPay.Huimin.Insurers;

/// <summary>The commercial insurers and the relief fund. An order's number is ours; the same number again has no second effect.</summary>
internal interface IInsurer
{
    /// <summary>What an insurer would pay; an amount of 0 when nothing is insured. Moves no money.</summary>
    Task<Word<InsurerQuote>> QuoteAsync(string number, InsuredPerson person, InsurerBill bill, CancellationToken cancel);

    /// <summary>The insurer pays what it quoted.</summary>
    Task<Word<InsurerDone>> SettleAsync(string number, string quote, Fen amount, CancellationToken cancel);

    /// <summary>Takes a settlement back.</summary>
    Task<Word<InsurerDone>> CancelAsync(string number, string settlement, CancellationToken cancel);

    /// <summary>Hands a case in with all that the hospital sent for it.</summary>
    Task<Word<InsurerDone>> SubmitAsync(string number, InsurerCase handedIn, CancellationToken cancel);

    Task<Word<InsurerDone>> WithdrawAsync(string number, string caseNo, CancellationToken cancel);

    /// <summary>What became of an order.</summary>
    Task<Word<InsurerDone>> AskAsync(string number, CancellationToken cancel);

    /// <summary>How far a case has come; null when the insurer does not say.</summary>
    Task<InsurerStage?> StageAsync(string caseNo, CancellationToken cancel);
}

/// <summary>All amounts are parts of <paramref name="Total"/>.</summary>
/// <param name="Own">What the person would pay without the insurer.</param>
internal sealed record InsurerBill(string VisitNo, string SetlId, Fen Total, Fen BasicPaid, Fen ThirdPartyPaid, Fen Own);

/// <param name="InsuranceId">Empty when nothing is insured.</param>
internal sealed record InsurerQuote(string QuoteId, string InsuranceId, string InsuranceName, Fen Amount);

internal sealed record InsurerDone(string InsurerNo, Fen Amount);

internal sealed record InsurerCase(
    string CaseNo, string InsuranceId, string ClaimType, InsuredPerson Person, string VisitNo, IReadOnlyList<InsurerDocument> Documents, IReadOnlyList<InsurerImage> Images);

/// <param name="Kind">The transaction it came with, HOS00020 to HOS00024.</param>
/// <param name="Body">The clear message, JSON.</param>
internal sealed record InsurerDocument(string Kind, string Key, byte[] Body)
{
    public override string ToString() => $"{Kind} {Key}";
}

internal sealed record InsurerImage(string ImageType, string FileType, long Size, string Digest);

/// <param name="Stage">RECEIVED, DECLARED, COSTED, ASSESSED, SETTLED, PAID, REFUSED, WITHDRAWN; APPROVED and GRANTED of the relief fund.</param>
/// <param name="Amount">Null until it is assessed.</param>
internal sealed record InsurerStage(string Stage, Fen? Amount, string Text);
