namespace YbPay.Protocol.Checking;

/// <summary>The rules that a message can break; the names are stable and documented.</summary>
public enum CheckRule
{
    NotAnObject,
    Required,
    WrongType,
    TooLong,
    TooShort,
    NotANumber,
    TooManyDecimals,
    TooManyDigits,
    Negative,
    NotADate,
    NotInDictionary,
    InvalidText,
}

/// <summary>One problem: where, and which rule. Never holds the value.</summary>
/// <param name="Path">As in <c>feedetailList[3].cnt</c>; empty for the message itself.</param>
/// <param name="Message">Chinese, with the field's printed name.</param>
/// <param name="IsWarning">The message is accepted all the same.</param>
public sealed record CheckProblem(string Path, CheckRule Rule, string Message, bool IsWarning = false);
