using Microsoft.CodeAnalysis;

namespace YbPay.Contracts.Generators;

/// <summary>Reads a record's attributes; members without a field attribute are no part of the table.</summary>
internal static class RecordReader
{
    public static RecordModel Read(INamedTypeSymbol record, IEnumerable<AttributeData> contracts)
    {
        var tables = contracts
            .Select(a => a.ConstructorArguments.Select(argument => (string)argument.Value!).ToArray())
            .Select(text => new TableModel(text[0], text[1], text[2], text[3], text[4]))
            .ToList();
        var fields = record.GetMembers().OfType<IPropertySymbol>().Select(FieldReader.Read).OfType<FieldModel>().ToList();
        return new RecordModel(record.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), tables, fields);
    }
}
