using YbPay.Engine.Money;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>A way to pay the cash part, as the patient chooses it.</summary>
/// <param name="Code">What the form sends: BANK, WX, ALI, CARD.</param>
internal sealed record ChannelChoice(string Code, string Name);

/// <summary>One line of the prescription detail.</summary>
/// <param name="Spec">Specification such as 8g/片/3, as uploaded.</param>
internal sealed record DetailLine(string Name, string Spec, decimal Count, Fen Amount);

/// <summary>The prescription detail pop-up (document 3.5): visit, diagnosis, special information, fee lines, other deductions.</summary>
internal sealed record DetailView(
    string Category, string Department, string VisitTime, IReadOnlyList<string> Diagnoses, string SpecialInformation, IReadOnlyList<DetailLine> Lines, Fen Other, Fen Deposit);

/// <summary>
/// The cashier page (document 3.2). Names and numbers are masked before they come here; the page shows what it is given.
/// </summary>
/// <param name="Patient">Masked, such as 陈**.</param>
/// <param name="Other">Other deductions: what the hospital bears, and the deposit that covers cash.</param>
/// <param name="CashDue">What the patient pays through a channel now: with the other parts it makes up the bill.</param>
/// <param name="Channels">One: the single-channel page; several: the choice.</param>
/// <param name="ConfirmPath">Where the form posts.</param>
/// <param name="FormToken">Against forged forms; goes back with the form.</param>
internal sealed record CashierView(
    string OrgName, string Patient, Fen FeeSum, Fen Fund, Fen PersonalAccount, Fen Other, Fen CashDue,
    IReadOnlyList<ChannelChoice> Channels, DetailView Detail, string ConfirmPath, string FormToken)
{
    /// <summary>What the person's accounts paid after the settlement: personal account, mutual aid, wallet.</summary>
    public Fen PaidDown { get; init; }

    public override string ToString() => nameof(CashierView);
}

/// <summary>What the result page says.</summary>
internal enum ResultKind
{
    Paid,

    /// <summary>Asked for, nobody knows yet; the page asks again by itself.</summary>
    Waiting,
    Failed,

    /// <summary>Closed after its time limit, or revoked.</summary>
    Closed,
}

/// <param name="ReturnUrl">Back to the hospital's own page, registered hosts only; null when there is none.</param>
/// <param name="PayAgainPath">For a failed or open payment; null when it cannot be paid again.</param>
internal sealed record ResultView(ResultKind Kind, string OrgName, Fen FeeSum, Fen Fund, Fen PersonalAccount, Fen CashPaid, string? ReturnUrl, string? PayAgainPath)
{
    /// <summary>What is neither insurance nor cash: the hospital's own part and the deposit, as on the cashier page.</summary>
    public Fen Other => FeeSum - Fund - PersonalAccount - PaidDown - CashPaid;

    /// <summary>What the person's accounts paid after the settlement, as on the cashier page.</summary>
    public Fen PaidDown { get; init; }

    /// <summary>Cash that went back: because it came too late, because accounts had paid it too, or by a refund.</summary>
    public Fen CashReturned { get; init; }
}

/// <summary>A dialog with one or two buttons (document 3.9), as a page of its own where there is no script.</summary>
internal sealed record DialogView(string Title, string Text, string ConfirmText, string ConfirmPath, string? CancelText, string? CancelPath);
