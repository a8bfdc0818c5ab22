using YbPay.Cli.Demo;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;

namespace YbPay.Cli.Days.Plan;

/// <summary>Where the patient confirms.</summary>
internal enum Till
{
    /// <summary>At the hospital's counter: 6202.</summary>
    Counter,

    /// <summary>On his phone, on the cashier's pages.</summary>
    Cashier,
}

/// <summary>What patient and hospital do with an uploaded bill.</summary>
internal enum Course
{
    /// <summary>Confirms, and pays what is left at the bank.</summary>
    Pays,

    /// <summary>Confirms, declines at the bank, and pays after all.</summary>
    PaysAfterDeclining,

    /// <summary>Confirms, and declines at the bank; the order runs out of time.</summary>
    Declines,

    /// <summary>Confirms, and is not seen at the bank; the order runs out of time.</summary>
    NeverPays,

    /// <summary>Never confirms; the order runs out of time.</summary>
    NeverConfirms,

    /// <summary>The hospital revokes the bill (6401) before the patient confirms.</summary>
    RevokedBeforeConfirming,

    /// <summary>The hospital revokes it (6401) while the cash is awaited.</summary>
    RevokedBeforeCash,
}

/// <summary>What goes back of a paid order (6203), and in which steps.</summary>
internal enum GivesBack
{
    Nothing,
    Whole,
    Insurance,
    CashInPart,
    Cash,
    CashInPartThenInsurance,
    InsuranceThenCash,
}

/// <summary>Accounts that pay down what insurance leaves, by the hospital's own window to the core.</summary>
internal enum PaysDown
{
    /// <summary>5379.</summary>
    Wallet,

    /// <summary>5373.</summary>
    Family,

    /// <summary>5369.</summary>
    PersonalAccount,
}

/// <summary>When a fault is ordered: just before the step that it is meant for.</summary>
internal enum Moment
{
    Upload,
    Settle,
    PayDown,
    Undo,
    GiveBack,
}

/// <param name="Count">How many answers it spoils.</param>
internal sealed record PlannedFault(Moment Moment, FaultTarget Target, string Transaction, FaultKind Kind, int Count);

/// <summary>How the hospital answers the next notices, before it is well again.</summary>
internal sealed record HospitalMood(HospitalAnswer Answer, int Count);

/// <summary>One patient's visit, whole, before it happens. Equal draws are equal plans.</summary>
/// <param name="Person">Index among the sandbox's persons.</param>
/// <param name="Hospital">Index among its institutions.</param>
/// <param name="Deposit">Fen that the hospital holds of him already; 0 for none.</param>
/// <param name="Minutes">How long he takes before he confirms and before he pays.</param>
/// <param name="CashShare">Hundredths of the cash that a refund in part gives back.</param>
internal sealed record PatientPlan(
    int Person, int Hospital, Care Care, Till Till, Course Course, GivesBack GivesBack, bool UsesAccount, long Deposit, int Minutes, int CashShare)
{
    public required IReadOnlyList<BilledItem> Items { get; init; }

    public required IReadOnlyList<PlannedFault> Faults { get; init; }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<PaysDown> PaysDown { get; init; } = [];

    /// <summary>Null: the hospital is well.</summary>
    public HospitalMood? Mood { get; init; }
}

/// <summary>A day at the sandbox's hospitals; patients come one after the other.</summary>
/// <param name="Number">Counts from 0.</param>
internal sealed record DayPlan(int Number, IReadOnlyList<PatientPlan> Patients);
