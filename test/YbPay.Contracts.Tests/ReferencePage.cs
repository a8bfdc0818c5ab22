using System.Text;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>The reference page of one interface, as a reader wants it: what is printed, what holds, and the conditions.</summary>
internal static class ReferencePage
{
    private static readonly IReadOnlyDictionary<Type, IEnumerable<string>> Rules = new Dictionary<Type, IEnumerable<string>>
    {
        [typeof(UploadFeesRequest)] = Lines(UploadFeesRules.All),
        [typeof(RefundRequest)] = Lines(RefundRules.All),
        [typeof(ListVisitsRequest)] = Lines(ListVisitsRules.All),
        [typeof(CreditPaymentRequest)] = Lines(CreditPaymentRules.All),
        [typeof(TryDischargeRequest)] = Lines(TryDischargeRules.All),
        [typeof(SettleDischargeRequest)] = Lines(SettleDischargeRules.All),
        [typeof(PatientRecordRequest)] = Lines(PatientRecordRules.All),
        [typeof(ExpensesRequest)] = Lines(ExpensesRules.All),
    };

    public static string[] Path(string document, string code) =>
        document == "mobile" ? ["docs", "reference", $"{code}.md"] : ["docs", "reference", document, $"{code}.md"];

    public static string Of(string document, string code)
    {
        var tables = Catalogue.Find(document, code).ToList();
        var page = new StringBuilder($"# {code} {tables[0].Title}\n\n");
        page.Append("Written by a test from the contract records; do not edit. *printed* is the document's own required column,\n");
        page.Append("*holds* is what is checked after the rulings; \\*\\*\\* marks what is masked wherever it is shown.\n");
        if (tables[0].IsDeprecated) page.Append("\n**Deprecated**: the document has retired this interface.\n");
        foreach (var table in tables) Table(page, table);
        return page.ToString();
    }

    private static void Table(StringBuilder page, ContractTable table)
    {
        page.Append($"\n## {table.Kind}{(table.Node.Length > 0 ? $", node `{table.Node}`" : "")} — `{table.Record.Name}`\n\n");
        if (!table.IsPrinted) page.Append("The document prints no table of this node; the fields are a ruling's, or its example's.\n\n");
        page.Append("| field | label | type | length | printed | holds | dictionary | kind | |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var row in table.Rows)
            page.Append($"| {row.Name} | {row.Label} | {row.Type} | {row.Length} | {row.Required} | {Holds(row)} | {row.Dictionary} | {Kind(row)} | {(row.IsPersonal ? "\\*\\*\\*" : "")} |\n");
        if (!Rules.TryGetValue(table.Record, out var rules)) return;
        page.Append("\nConditions between fields:\n\n");
        foreach (var rule in rules) page.Append(rule);
    }

    private static string Holds(FieldRow row) => row switch
    {
        { IsRequired: true } => "required",
        { RequiredWhen: { } when } => $"when {when.Field} is {when.Value}",
        { RequiredUnless: { } unless } => $"unless {unless.Field} is {unless.Value}",
        _ => "",
    };

    private static string Kind(FieldRow row) => row switch
    {
        { IsMany: true } => "Text, several: an array, or joined by commas",
        { ReadAlso: { } other, Members: { } members } => $"{row.Kind} of `{members.Name}`, read as {other} too",
        { Form: { } form } when form is not ("yyyy-MM-dd" or "yyyy-MM-dd HH:mm:ss") => $"{row.Kind} {form}",
        { Members: { } members } => $"{row.Kind} of `{members.Name}`",
        { Content: { } content } => $"{row.Kind}, free; holds `{content.Name}`",
        { Kind: FieldKind.Group } => "Group, free",
        _ => $"{row.Kind}",
    };

    private static IEnumerable<string> Lines<T>(IReadOnlyList<NamedRule<T>> rules) => rules.Select(rule => $"* `{rule.Name}` ({rule.Path}): {rule.Message}\n");
}
