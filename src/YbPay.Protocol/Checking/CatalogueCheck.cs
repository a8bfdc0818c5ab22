using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Protocol.Checking;

/// <summary>The rules that a message can break; the names are stable and documented.</summary>
public enum CheckRule
{
    NotAnObject,
    Required,
    WrongType,
    TooLong,
    NotANumber,
    TooManyDecimals,
    TooManyDigits,
    NotADate,
    NotInDictionary,
    InvalidText,
}

/// <summary>One problem: where, and which rule. Never holds the value.</summary>
public sealed record CheckProblem(string Path, CheckRule Rule, string Message, bool IsWarning = false);

/// <summary>Checks a clear message against its table before it is bound: every problem at once.</summary>
public static class CatalogueCheck
{
    /// <summary>All problems, in the table's order; empty when binding cannot fail. Unknown members are none.</summary>
    public static IReadOnlyList<CheckProblem> Check(ContractTable table, JsonElement message) => throw new NotImplementedException();
}
