using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Accounts;

internal enum DeductionState
{
    /// <summary>A part is on its way to its bank.</summary>
    Open = 1,
    Done = 2,

    /// <summary>By 2601, or with its settlement: what was taken goes back.</summary>
    Undone = 3,

    /// <summary>No bank paid anything: it does not count, and may be asked for again.</summary>
    Void = 4,
}

internal enum PartState
{
    /// <summary>Held here; the bank has not answered.</summary>
    Held = 1,
    Taken = 2,
    Refused = 3,

    /// <summary>The deduction was undone: the money is on its way back.</summary>
    Returning = 4,
    Returned = 5,
}

/// <summary>One kind of account paying a settlement's cash; amounts in fen.</summary>
/// <param name="Msgid">The message that began it.</param>
/// <param name="OwedBefore">What the person owed when it began.</param>
/// <param name="Reserved">What is still to be taken from the next accounts, and is not owed meanwhile.</param>
/// <param name="Answer">The first answer, sealed; null until it is done.</param>
internal sealed record Deduction(string DeductionId, string SetlId, AccountKind Kind, string Msgid, long OwedBefore, long Reserved, DeductionState State, byte[]? Answer, long MadeAt)
{
    /// <summary>While it lives no other deduction of the same kind pays this settlement.</summary>
    public bool Lives => State is DeductionState.Open or DeductionState.Done;
}

/// <summary>What one account pays, and the leg under which its bank knows it.</summary>
/// <param name="Note">The bank's words when it refused.</param>
internal sealed record DeductionPart(string LegId, string DeductionId, string SetlId, string AccountId, long Amount, PartState State, string? Note, long MadeAt)
{
    public Fen Fen => new(Amount);
}

/// <summary>What accounts have paid of a settlement, and what is still owed; amounts in fen.</summary>
internal sealed record PaydownSums(long Owed, long Personal, long MutualAid, long Wallet);
