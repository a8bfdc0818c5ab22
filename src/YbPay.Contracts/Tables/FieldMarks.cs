namespace YbPay.Contracts.Tables;

/// <summary>The field must be there when its sibling <paramref name="property"/> (a member of the same record) has the wire value <paramref name="value"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredWhenAttribute(string property, string value) : Attribute
{
    public string Property { get; } = property;

    public string Value { get; } = value;
}

/// <summary>The field must be there unless its sibling <paramref name="property"/> (a member of the same record) has the wire value <paramref name="value"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredUnlessAttribute(string property, string value) : Attribute
{
    public string Property { get; } = property;

    public string Value { get; } = value;
}

/// <summary>Another spelling of the wire name that the document prints too: read where the name itself is not there, never written.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadAlsoAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The document prints the row a second time, at the end of the table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrintedAgainAttribute : Attribute;

/// <summary>A name, a number of a person or card, or a credential: masked wherever the field is shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaskedAttribute : Attribute;
