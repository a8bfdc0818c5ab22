using Microsoft.CodeAnalysis;

namespace YbPay.Contracts.Generators;

/// <summary>Makes the static tables out of the records' attributes. It emits data; whatever decides something is written by hand.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider.ForAttributeWithMetadataName(
            "YbPay.Contracts.Tables.ContractAttribute",
            static (_, _) => true,
            static (found, _) => RecordReader.Read((INamedTypeSymbol)found.TargetSymbol, found.Attributes));
        context.RegisterSourceOutput(records, static (output, record) => output.AddSource(record.ClassName + ".g.cs", TableWriter.Record(record)));
        context.RegisterSourceOutput(records.Collect(), static (output, all) => output.AddSource("CatalogueData.g.cs", TableWriter.All(all)));
    }
}
