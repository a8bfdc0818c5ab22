namespace YbPay.Contracts.Tables;

/// <summary>The field must be there when its sibling <paramref name="property"/> (a member of the same record) has the wire value <paramref name="value"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredWhenAttribute(string property, string value) : Attribute
{
    public string Property { get; } = property;

    public string Value { get; } = value;
}

/// <summary>A name, a number of a person or card, or a credential: masked wherever the field is shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaskedAttribute : Attribute;
