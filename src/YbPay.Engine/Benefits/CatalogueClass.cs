namespace YbPay.Engine.Benefits;

/// <summary>The class of a catalogue item: what of its price the insurance looks at.</summary>
public enum CatalogueClass
{
    /// <summary>甲类: in scope up to the price limit.</summary>
    A = 1,

    /// <summary>乙类: the person pays a first share, the rest is in scope.</summary>
    B = 2,

    /// <summary>丙类 (自费): the person pays all of it.</summary>
    C = 3,
}
