using Microsoft.Playwright;

namespace YbPay.Cashier.Tests.Browsers;

/// <summary>What a page is looked at with. Widths and heights in CSS pixels.</summary>
/// <param name="IsScreenReal">Device pixels are the browser's, not emulated.</param>
public sealed record Phone(int Width = 375, int Height = 812, bool IsDark = false, bool HasScript = true, bool IsScreenReal = false);

/// <summary>A page as one patient sees it, with everything that it fetched and complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public List<IRequest> Requests { get; } = [];

    /// <summary>Errors of script, failed requests and violated content policy, as the console shows them.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Visit> StartAsync(IBrowser browser, string address, Phone phone)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = phone.IsScreenReal ? ViewportSize.NoViewport : new() { Width = phone.Width, Height = phone.Height },
            DeviceScaleFactor = phone.IsScreenReal ? null : 2,
            HasTouch = true,
            Locale = "zh-CN",
            ColorScheme = phone.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = phone.HasScript,
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(context, await context.NewPageAsync());
        context.Request += (_, request) => { lock (visit.Requests) visit.Requests.Add(request); };
        visit.Page.Console += (_, message) => { if (message.Type is "error" or "warning") lock (visit.Complaints) visit.Complaints.Add(message.Text); };
        visit.Page.PageError += (_, error) => { lock (visit.Complaints) visit.Complaints.Add(error); };
        if (phone.IsScreenReal) await visit.NarrowAsync(phone);
        await visit.Page.GotoAsync(address);
        return visit;
    }

    public ILocator At(string selector) => Page.Locator(selector);

    public Task<string> StyleAsync(string selector, string property) =>
        At(selector).First.EvaluateAsync<string>("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);

    /// <summary>The view's size only; 0 leaves the screen's device pixels as they are.</summary>
    private async Task NarrowAsync(Phone phone)
    {
        var session = await context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = phone.Width, ["height"] = phone.Height, ["deviceScaleFactor"] = 0, ["mobile"] = false });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
