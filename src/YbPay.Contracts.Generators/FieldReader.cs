using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace YbPay.Contracts.Generators;

/// <summary>Turns a member and its field attribute into the initialisers of a FieldRow.</summary>
internal static class FieldReader
{
    public static FieldModel? Read(IPropertySymbol member)
    {
        var attributes = member.GetAttributes();
        var field = attributes.FirstOrDefault(a => a.AttributeClass?.BaseType?.Name == "FieldAttribute");
        if (field is null) return null;

        var kind = field.AttributeClass!.Name.Replace("Attribute", "");
        var shape = ShapeOf(kind, field);
        var named = field.NamedArguments.ToDictionary(pair => pair.Key, pair => pair.Value.Value);
        var content = named.TryGetValue("Content", out var type) ? ((ITypeSymbol?)type)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;
        var members = MembersOf(kind, member.Type);

        var row = new List<string>
        {
            $"Kind = FieldKind.{kind}",
            $"Type = {Literal(Named(named, "Type") ?? shape.Type)}",
            $"Length = {Literal(Named(named, "Length") ?? shape.Length)}",
            $"Required = {Literal(Named(named, "Required") ?? (member.IsRequired ? "Y" : "N"))}",
            $"Label = {Literal((string)field.ConstructorArguments.Last().Value!)}",
            $"IsRequired = {(member.IsRequired ? "true" : "false")}",
        };
        if (kind == "Code") row.Add($"Dictionary = {Literal((string)field.ConstructorArguments[1].Value!)}");
        if (shape.MaxLength is { } longest) row.Add($"MaxLength = {longest}");
        if (shape.Scale is { } scale) row.Add($"Scale = {scale}");
        if (attributes.Any(a => a.AttributeClass?.Name == "MaskedAttribute")) row.Add("IsPersonal = true");
        if (members is not null) row.Add($"Members = typeof({members})");
        if (content is not null) row.Add($"Content = typeof({content})");
        if (kind == "Text" && member.Type.SpecialType != SpecialType.System_String) row.Add("AcceptsObject = true");

        var when = attributes.FirstOrDefault(a => a.AttributeClass?.Name == "RequiredWhenAttribute")?.ConstructorArguments;
        var wireName = attributes.FirstOrDefault(a => a.AttributeClass?.Name == "JsonPropertyNameAttribute")?.ConstructorArguments[0].Value as string;
        return new FieldModel(
            member.Name, wireName, string.Join(", ", row), when?[0].Value as string, when?[1].Value as string,
            new[] { members, content }.OfType<string>().ToList());
    }

    private static (string Type, string Length, string? MaxLength, string? Scale) ShapeOf(string kind, AttributeData field)
    {
        string Number(int place) => Convert.ToString(field.ConstructorArguments[place].Value, CultureInfo.InvariantCulture)!;
        return kind switch
        {
            "Text" when field.ConstructorArguments.Length == 1 => ("字符型", "", null, null),
            "Text" or "Code" => ("字符型", Number(0), Number(0), null),
            "Money" => ("数值型", Number(0) + ",2", null, $"({Number(0)}, 2)"),
            "Count" when field.ConstructorArguments.Length == 3 => ("数值型", $"{Number(0)},{Number(1)}", null, $"({Number(0)}, {Number(1)})"),
            "Count" => ("数值型", Number(0), null, $"({Number(0)}, 0)"),
            "Date" => ("字符型", "10", "10", null),
            "Stamp" => ("字符型", "19", "19", null),
            "Flag" => ("布尔型", "", null, null),
            _ => ("", "", null, null),
        };
    }

    /// <summary>The record behind a Group or List; a free object (JsonElement) has none.</summary>
    private static string? MembersOf(string kind, ITypeSymbol type)
    {
        if (kind is not ("Group" or "List")) return null;
        var element = type is IArrayTypeSymbol array ? array.ElementType : type;
        return element.IsValueType ? null : element.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    private static string? Named(Dictionary<string, object?> named, string name) => named.TryGetValue(name, out var value) ? (string?)value : null;

    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
