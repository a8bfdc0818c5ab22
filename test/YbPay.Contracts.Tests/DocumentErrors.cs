using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>
/// Taken at its word, a printed cell says which kind a field has, whether it is required, and how long it may be. Where our
/// tables hold something else, the document is in error, and the error stands in KnownErrors.tsv with its reason.
/// </summary>
public sealed class DocumentErrors
{
    private static readonly IReadOnlyDictionary<string, string> Listed =
        File.ReadLines(Repository.At("test", "YbPay.Contracts.Tests", "KnownErrors.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => string.Join("\t", cells.Take(7)), cells => cells[7]);

    [Fact]
    public void What_holds_differs_from_what_is_printed_only_where_the_list_says_so() =>
        Differences().Except(Listed.Keys).ShouldBeEmpty("a difference that KnownErrors.tsv does not list");

    [Fact]
    public void What_no_longer_differs_leaves_the_list() =>
        Listed.Keys.Except(Differences()).ShouldBeEmpty("KnownErrors.tsv lists a difference that is none");

    [Fact]
    public void Every_known_error_has_a_reason() => Listed.Values.ShouldAllBe(reason => reason.Length > 10);

    private static IEnumerable<string> Differences()
    {
        foreach (var printed in PrintedField.Built)
        {
            var held = Catalogue.Find(printed.Document, printed.Code, printed.Kind, printed.Node)!.Row(printed.Field)!;
            var place = string.Join("\t", printed.Code, printed.Kind, printed.Node, printed.Field);
            if (HeldCell.Type(held, printed) is var type && type != printed.Type) yield return $"{place}\ttype\t{printed.Type}\t{type}";
            if (HeldCell.Required(held, printed) is var required && required != HeldCell.RequiredAsPrinted(printed)) yield return $"{place}\trequired\t{printed.Required}\t{required}";
            if (HeldCell.Length(held, printed) is { } length && length != printed.Length) yield return $"{place}\tlength\t{printed.Length}\t{length}";
            if (HeldCell.Form(held, printed) is var (asPrinted, form)) yield return $"{place}\tform\t{asPrinted}\t{form}";
            if (printed.Note == "item name not printed") yield return $"{place}\tname\t\t{held.Name}";
            if (held.IsPrintedAgain) yield return $"{place}\tprinted\ttwice\tonce";
            if (held.ReadAlso is { } other) yield return $"{place}\tname\t{other}\t{held.Name}";
        }
    }
}
