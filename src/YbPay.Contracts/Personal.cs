namespace YbPay.Contracts;

/// <summary>
/// A text about a person (name, identity number, person number, card number, credential). Prints as <c>***</c>;
/// the clear text leaves only through <see cref="Reveal"/>, so that every use can be found.
/// </summary>
public readonly record struct Personal(string Value)
{
    private string Value { get; } = Value;

    /// <summary>The clear text, for an envelope, an encrypted column or a comparison.</summary>
    public string Reveal() => Value ?? "";

    public bool IsEmpty => string.IsNullOrEmpty(Value);

    public override string ToString() => "***";
}
