namespace YbPay.Protocol.MobilePay;

/// <summary>How numbers and booleans stand in the text to sign (ruling A.3).</summary>
public enum NumberStyle
{
    /// <summary><c>10.00</c> becomes <c>"10.00"</c>. The default.</summary>
    Quoted,

    /// <summary><c>10.00</c> stays.</summary>
    Literal,
}

/// <summary>What becomes of <c>{}</c> members in the text to sign (ruling A.3).</summary>
public enum EmptyObjectStyle
{
    Keep,

    /// <summary>Whatever is or becomes empty goes, from the inside out.</summary>
    Drop,
}

/// <summary>One known way to write the text to sign.</summary>
public readonly record struct CanonicalVariant(NumberStyle Numbers, EmptyObjectStyle EmptyObjects)
{
    public static CanonicalVariant Default => default;

    /// <summary>Every known variant, the likeliest first: the order in which <c>auto</c> tries them.</summary>
    public static IReadOnlyList<CanonicalVariant> Known { get; } =
    [
        new(NumberStyle.Quoted, EmptyObjectStyle.Keep),
        new(NumberStyle.Literal, EmptyObjectStyle.Keep),
        new(NumberStyle.Quoted, EmptyObjectStyle.Drop),
        new(NumberStyle.Literal, EmptyObjectStyle.Drop),
    ];
}
