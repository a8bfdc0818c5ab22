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
        var named = field.NamedArguments.ToDictionary(pair => pair.Key, pair => pair.Value.Value);
        var shape = FieldShape.Of(kind, field.ConstructorArguments, Named(named, "Form"));
        var content = named.TryGetValue("Content", out var type) ? ((ITypeSymbol?)type)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;
        var members = MembersOf(kind, member.Type);
        var isMany = named.TryGetValue("Many", out var many) && many is true;

        var row = new List<string>
        {
            $"Kind = FieldKind.{kind}",
            $"Length = {Literal(Named(named, "Length") ?? shape.Length)}",
            $"Label = {Literal((string)field.ConstructorArguments.Last().Value!)}",
            $"IsRequired = {(member.IsRequired ? "true" : "false")}",
        };
        if (kind == "Code") row.Add($"Dictionary = {Literal((string)field.ConstructorArguments[1].Value!)}");
        if (shape.MinLength is { } shortest) row.Add($"MinLength = {shortest}");
        if (shape.MaxLength is { } longest) row.Add($"MaxLength = {longest}");
        if (shape.Scale is { } scale) row.Add($"Scale = {scale}");
        if (shape.Form is { } form) row.Add($"Form = {Literal(form)}");
        if (Marked(attributes, "Masked") is not null) row.Add("IsPersonal = true");
        if (Marked(attributes, "PrintedAgain") is not null) row.Add("IsPrintedAgain = true");
        if (Marked(attributes, "ReadAlso")?.ConstructorArguments[0].Value is string other) row.Add($"ReadAlso = {Literal(other)}");
        if (members is not null) row.Add($"Members = typeof({members})");
        if (content is not null) row.Add($"Content = typeof({content})");
        if (isMany) row.Add("IsMany = true");
        else if (kind == "Text" && member.Type.SpecialType != SpecialType.System_String) row.Add("AcceptsObject = true");
        if (named.TryGetValue("AcceptsNumber", out var accepts) && accepts is true) row.Add("AcceptsNumber = true");

        return new FieldModel
        {
            Member = member.Name,
            WireName = Marked(attributes, "JsonPropertyName")?.ConstructorArguments[0].Value as string,
            Kind = kind,
            PrintedType = Named(named, "Type"),
            PrintedRequired = Named(named, "Required"),
            IsRequired = member.IsRequired,
            Row = string.Join(", ", row),
            RequiredWhen = Condition(attributes, "RequiredWhen"),
            RequiredUnless = Condition(attributes, "RequiredUnless"),
            Points = new[] { members, content }.OfType<string>().ToList(),
        };
    }

    /// <summary>The record behind a Group or List; a free object (JsonElement) has none.</summary>
    private static string? MembersOf(string kind, ITypeSymbol type)
    {
        if (kind is not ("Group" or "List")) return null;
        var element = type is IArrayTypeSymbol array ? array.ElementType : type;
        return element.IsValueType ? null : element.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    private static AttributeData? Marked(IEnumerable<AttributeData> attributes, string mark) =>
        attributes.FirstOrDefault(a => a.AttributeClass?.Name == mark + "Attribute");

    private static (string Member, string Value)? Condition(IEnumerable<AttributeData> attributes, string mark) =>
        Marked(attributes, mark)?.ConstructorArguments is { Length: 2 } given ? ((string)given[0].Value!, (string)given[1].Value!) : null;

    private static string? Named(Dictionary<string, object?> named, string name) => named.TryGetValue(name, out var value) ? (string?)value : null;

    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
