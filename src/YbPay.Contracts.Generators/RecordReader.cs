using Microsoft.CodeAnalysis;

namespace YbPay.Contracts.Generators;

/// <summary>Reads a record's attributes; members without a field attribute are no part of the table.</summary>
internal static class RecordReader
{
    public static RecordModel Read(INamedTypeSymbol record, IEnumerable<AttributeData> contracts)
    {
        var tables = contracts
            .Select(a => (Text: a.ConstructorArguments.Select(argument => (string)argument.Value!).ToArray(), Marks: a.NamedArguments))
            .Select(a => new TableModel(
                a.Text[0], a.Text[1], a.Text[2], a.Text[3], a.Text[4],
                isPrinted: !a.Marks.Any(mark => mark.Key == "Printed" && mark.Value.Value is false),
                isDeprecated: a.Marks.Any(mark => mark.Key == "Deprecated" && mark.Value.Value is true)))
            .ToList();
        var fields = record.GetMembers().OfType<IPropertySymbol>().Select(FieldReader.Read).OfType<FieldModel>().ToList();
        return new RecordModel(record.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), tables, fields);
    }
}
