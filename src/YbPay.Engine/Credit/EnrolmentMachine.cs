using static YbPay.Engine.Credit.EnrolmentEvent;
using static YbPay.Engine.Credit.EnrolmentState;

namespace YbPay.Engine.Credit;

/// <summary>Where a person's enrolment for credit payment stands.</summary>
public enum EnrolmentState
{
    /// <summary>The person has agreed, and the bank was asked; until it answers nothing can be paid. signStatus 0.</summary>
    Signing = 0,

    /// <summary>The bank holds the person's agreement. signStatus 1.</summary>
    Active = 1,

    /// <summary>Over, or refused by the bank: as if there were none, and the person may enrol again. signStatus 0.</summary>
    Ended = 8,

    /// <summary>Nothing more is paid until it is unfrozen; what was paid can be refunded. signStatus 9.</summary>
    Frozen = 9,
}

/// <summary>What can happen to an enrolment.</summary>
public enum EnrolmentEvent
{
    /// <summary>The bank made the agreement.</summary>
    BankAgreed,

    /// <summary>The bank refused for good.</summary>
    BankRefused,

    /// <summary>An operator stops payments.</summary>
    FrozenByOperator,

    /// <summary>An operator allows payments again.</summary>
    UnfrozenByOperator,

    /// <summary>An operator ends it.</summary>
    EndedByOperator,
}

/// <summary>The life of an enrolment, whole.</summary>
public static class EnrolmentMachine
{
    /// <summary>The next state, or null: the event is refused in this state.</summary>
    public static EnrolmentState? Next(EnrolmentState from, EnrolmentEvent on) => from switch
    {
        Signing => on switch
        {
            BankAgreed => Active,
            BankRefused => Ended,
            _ => null,
        },
        Active => on switch
        {
            FrozenByOperator => Frozen,
            EndedByOperator => Ended,
            _ => null,
        },
        Frozen => on switch
        {
            UnfrozenByOperator => Active,
            EndedByOperator => Ended,
            _ => null,
        },
        Ended => null,
    };

    /// <summary>The wire's signStatus (huimin document, HOS00001).</summary>
    public static string ToSignStatus(this EnrolmentState state) => state switch
    {
        Signing or Ended => "0",
        Active => "1",
        Frozen => "9",
    };
}
