using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Protocol.Checking;

/// <summary>Checks a clear message against its table before it is bound: every problem at once.</summary>
public static class CatalogueCheck
{
    /// <summary>More errors than these are not listed; a message with as many is no message of this interface.</summary>
    public const int MostErrors = 100;

    /// <summary>Warnings are counted apart, so that they never hide an error.</summary>
    public const int MostWarnings = 20;

    /// <summary>All problems, in the table's order; no errors among them means that binding cannot fail. Unknown members are none.</summary>
    public static IReadOnlyList<CheckProblem> Check(ContractTable table, JsonElement message) => Check(table, message, PublishedCodes.Anywhere);

    /// <param name="codes">What is not in them is reported as a warning.</param>
    public static IReadOnlyList<CheckProblem> Check(ContractTable table, JsonElement message, ICodeTables codes)
    {
        var found = new CheckFindings();
        new MessageCheck(codes, found).CheckTable(table, message, "");
        return found.InOrder;
    }
}
