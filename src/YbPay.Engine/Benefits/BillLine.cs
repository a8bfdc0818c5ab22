using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>What the catalogue says of an item, in the insured region.</summary>
/// <param name="PriceLimit">Highest price of one unit that counts (pric_uplmt_amt); null when there is none.</param>
/// <param name="FirstOwnShare">First own-paid share in ten-thousandths (selfpay_prop); of class B only.</param>
public sealed record CatalogueTerms(CatalogueClass Class, Fen? PriceLimit, int FirstOwnShare)
{
    /// <summary>What an item gets that the catalogue does not name: the person pays all of it.</summary>
    public static CatalogueTerms Unlisted { get; } = new(CatalogueClass.C, null, Portion.Whole);
}

/// <summary>One fee line as far as money goes.</summary>
/// <param name="Amount">det_item_fee_sumamt; not negative.</param>
/// <param name="Quantity">cnt in ten-thousandths; positive.</param>
public readonly record struct BillLine(Fen Amount, long Quantity, CatalogueTerms Terms);
