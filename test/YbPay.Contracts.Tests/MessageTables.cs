using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>The tables that are messages of their own: no other table of the same message leads to them.</summary>
internal static class MessageTables
{
    public static IReadOnlyList<ContractTable> All { get; } = [.. Catalogue.All.Where(IsMessage)];

    /// <summary>samples/messages/6201.request.json; another document than the payment centre's has a folder of its own.</summary>
    public static string[] Sample(ContractTable table)
    {
        var isFirst = Catalogue.Message(table.Document, table.Code, table.Kind) == table;
        var name = $"{table.Code}.{table.Kind}{(isFirst ? "" : "." + table.Node)}.json";
        return table.Document == "mobile" ? ["samples", "messages", name] : ["samples", "messages", table.Document, name];
    }

    private static bool IsMessage(ContractTable table) => !Catalogue.Find(table.Document, table.Code)
        .Where(other => other.Kind == table.Kind)
        .SelectMany(other => other.Rows)
        .Any(row => row.Members == table.Record || row.Content == table.Record);
}
