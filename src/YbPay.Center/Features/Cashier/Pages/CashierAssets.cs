using Microsoft.AspNetCore.Routing;
using YbPay.Hosting.Pages;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>The pages' style sheet and script: /cashier/assets/cashier.(16 hex digits).css.</summary>
internal static class CashierAssets
{
    private const string Folder = "/cashier/assets/";

    public static PageAsset Style { get; } = PageAsset.Read(typeof(CashierAssets).Assembly, "Cashier.cashier.css", Folder, "text/css; charset=utf-8");

    public static PageAsset Script { get; } = PageAsset.Read(typeof(CashierAssets).Assembly, "Cashier.cashier.js", Folder, "text/javascript; charset=utf-8");

    public static void Map(IEndpointRouteBuilder routes)
    {
        Style.Map(routes);
        Script.Map(routes);
    }
}
