using System.Collections.Frozen;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Items;

/// <summary>What a fee line's item is to the insurance.</summary>
internal sealed record CatalogueItem(string Code, string Name, string ChargeType, string ListType, CatalogueTerms Terms)
{
    /// <summary>An item that the catalogue does not name is paid by the person, and the answer says so.</summary>
    public static CatalogueItem Unlisted(string code) => new(code, "", "14", "", CatalogueTerms.Unlisted);

    /// <summary>An item that the catalogue does not name and that is treated as wholly within the benefits.</summary>
    public static CatalogueItem Tolerated(string code) => new(code, "", "14", "", new CatalogueTerms(CatalogueClass.A, null, 0));

    public bool IsListed => Name.Length > 0;
}

/// <summary>The catalogue, read at start.</summary>
internal sealed class ItemDirectory(BureauOptions options)
{
    private FrozenDictionary<string, CatalogueItem> byCode = FrozenDictionary<string, CatalogueItem>.Empty;

    public CatalogueItem Find(string code) => byCode.GetValueOrDefault(code) ?? options.UnknownItems switch
    {
        UnknownItems.OwnPaid => CatalogueItem.Unlisted(code),
        UnknownItems.ClassA => CatalogueItem.Tolerated(code),
    };

    public async Task LoadAsync(IDatabase database, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>("SELECT code, name, class, price_limit, first_own_share, charge_type, list_type FROM catalogue_item"), cancel);
        byCode = rows.Select(row => new CatalogueItem(row.Code, row.Name, row.ChargeType, row.ListType, Terms(row))).ToFrozenDictionary(item => item.Code);
    }

    private static CatalogueTerms Terms(Row row) =>
        new((CatalogueClass)row.Class, row.PriceLimit is { } limit ? new Fen(limit) : null, row.FirstOwnShare);

    private sealed record Row(string Code, string Name, int Class, long? PriceLimit, int FirstOwnShare, string ChargeType, string ListType);
}
