namespace YbPay.Contracts.Tables;

/// <summary>
/// One printed row. Whether the field is required is said by the member itself (<c>required</c> or <c>?</c>); the three settings
/// here are for the rows where the print says something else than the member's kind and sign do.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class FieldAttribute(string label) : Attribute
{
    /// <summary>The printed name.</summary>
    public string Label { get; } = label;

    /// <summary>The printed type, where it is not the usual one of the kind.</summary>
    public string? Type { get; init; }

    /// <summary>The printed length, where it does not follow from the kind.</summary>
    public string? Length { get; init; }

    /// <summary>The printed required column, where a ruling made of it what the member shows.</summary>
    public string? Required { get; init; }
}
