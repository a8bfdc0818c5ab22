using Microsoft.Playwright;

namespace YbPay.Cashier.Tests.Browsers;

/// <summary>A page as one patient sees it, with everything that it fetched and complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public List<IRequest> Requests { get; } = [];

    /// <summary>Errors of script, failed requests and violated content policy, as the console shows them.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Visit> StartAsync(IBrowser browser, string address, int width, int height, bool isDark, bool hasScript)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = 2,
            HasTouch = true,
            Locale = "zh-CN",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScript,
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(context, await context.NewPageAsync());
        context.Request += (_, request) => { lock (visit.Requests) visit.Requests.Add(request); };
        visit.Page.Console += (_, message) => { if (message.Type is "error" or "warning") lock (visit.Complaints) visit.Complaints.Add(message.Text); };
        visit.Page.PageError += (_, error) => { lock (visit.Complaints) visit.Complaints.Add(error); };
        await visit.Page.GotoAsync(address);
        return visit;
    }

    public ILocator At(string selector) => Page.Locator(selector);

    public Task<string> StyleAsync(string selector, string property) =>
        At(selector).First.EvaluateAsync<string>("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
