using YbPay.Hosting.Pages;
namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>Small drawings of our own, inline in the page: no request, and coloured by the style sheet. They say nothing that the text does not say, so readers skip them.</summary>
internal static class PageIcons
{
    public static Html Hospital => Html.Of($"""
        <svg class="org-icon" viewBox="0 0 80 80" aria-hidden="true">
        <circle cx="40" cy="40" r="40" class="disc"/>
        <path class="ink" d="M20 60V32a3 3 0 0 1 3-3h8V20a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v9h8a3 3 0 0 1 3 3v28h3v4H17v-4zm17-37v4h-4v5h4v4h6v-4h4v-5h-4v-4z
        m-1 37h8V48h-8zM26 38v6h6v-6zm22 0v6h6v-6zM26 49v6h6v-6zm22 0v6h6v-6z"/>
        </svg>
        """);

    public static Html Chevron => Html.Of($"""<svg class="chevron" viewBox="0 0 14 24" aria-hidden="true"><path d="M3 3l8 9-8 9"/></svg>""");

    public static Html Close => Html.Of($"""<svg class="cross" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4l16 16M20 4L4 20"/></svg>""");

    public static Html Spinner => Html.Of($"""<svg class="spinner" viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="42" class="track"/><path d="M50 8a42 42 0 0 1 42 42" class="run"/></svg>""");

    /// <summary>For a channel: BANK, WX, ALI, CARD; a purse for any other.</summary>
    public static Html Channel(string code) => code switch
    {
        "WX" => Html.Of($"""
            <svg class="channel-icon wx" viewBox="0 0 50 50" aria-hidden="true">
            <circle cx="25" cy="25" r="25"/>
            <path class="white" d="M21 13c-6.600 0-12 4.300-12 9.700 0 3.100 1.800 5.800 4.500 7.500l-1 3.800 4.300-2.200c1.300.3 2.700.5
            4.200.5-1.700-6.900 4.300-12.400 11.900-12.300C31.500 15.800 26.600 13 21 13z"/>
            <path class="white" d="M41.500 29.500c0-4.600-4.500-8.300-10-8.300s-10 3.700-10 8.300 4.500 8.300 10 8.300c1.200 0 2.300-.2
            3.300-.5l3.400 1.700-.8-3.100c2.500-1.500 4.100-3.800 4.100-6.400z"/>
            </svg>
            """),
        "ALI" => Html.Of($"""
            <svg class="channel-icon ali" viewBox="0 0 50 50" aria-hidden="true">
            <circle cx="25" cy="25" r="25"/>
            <path class="line" d="M14 17h22M25 11v12M16 23h18c-2 8-9 14-18 15M19 29c6 0 12 4 18 8"/>
            </svg>
            """),
        "CARD" => Html.Of($"""
            <svg class="channel-icon card-pay" viewBox="0 0 50 50" aria-hidden="true">
            <circle cx="25" cy="25" r="25"/>
            <path class="white" d="M12 16h26a2 2 0 0 1 2 2v2H10v-2a2 2 0 0 1 2-2zM10 24h30v9a2 2 0 0 1-2 2H12a2 2 0 0 1-2-2z"/>
            <path class="line blue" d="M14 30h7"/>
            </svg>
            """),
        "BANK" => Html.Of($"""
            <svg class="channel-icon bank" viewBox="0 0 50 50" aria-hidden="true">
            <circle cx="25" cy="25" r="25"/>
            <path class="white" d="M25 10l15 8v3H10v-3zM13 23h4v10h-4zM23 23h4v10h-4zM33 23h4v10h-4zM10 35h30v4H10z"/>
            </svg>
            """),
        _ => Html.Of($"""
            <svg class="channel-icon purse" viewBox="0 0 50 50" aria-hidden="true">
            <circle cx="25" cy="25" r="25"/>
            <path class="white" d="M12 15h22v4h4v18H12a2 2 0 0 1-2-2V17a2 2 0 0 1 2-2zm18 11v5h8v-5z"/>
            </svg>
            """),
    };

    public static Html Paid => Sign("good", "M30 52l14 14 28-30");

    public static Html Waiting => Sign("wait", "M50 28v24l16 10");

    public static Html Failed => Sign("bad", "M36 36l28 28M64 36L36 64");

    public static Html Closed => Sign("off", "M32 50h36");

    public static Html Asking => Sign("wait", "M50 30v26M50 66v4");

    private static Html Sign(string kind, string path) =>
        Html.Of($"""<svg class="sign {kind}" viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="46"/><path d="{path}"/></svg>""");
}
