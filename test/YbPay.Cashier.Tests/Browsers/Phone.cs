using Microsoft.Playwright;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Cashier.Tests.Browsers;

/// <summary>A page as one patient sees it, with everything that it fetched and complained of.</summary>
public sealed class Phone : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Where pictures are written.</summary>
    public static readonly string Folder = Repository.At("artifacts", "cashier");

    private readonly IBrowserContext context;

    private Phone(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public List<IRequest> Requests { get; } = [];

    /// <summary>Errors of script, failed requests and violated content policy, as the console shows them.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Phone> StartAsync(IBrowser browser, string address, Display display)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = display.IsScreenReal ? ViewportSize.NoViewport : new() { Width = display.Width, Height = display.Height },
            DeviceScaleFactor = display.IsScreenReal ? null : 2,
            HasTouch = true,
            Locale = "zh-CN",
            ColorScheme = display.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = display.HasScript,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var phone = new Phone(context, await context.NewPageAsync());
        context.Request += (_, request) => { lock (phone.Requests) phone.Requests.Add(request); };
        phone.Page.Console += (_, message) => { if (message.Type is "error" or "warning") lock (phone.Complaints) phone.Complaints.Add(message.Text); };
        phone.Page.PageError += (_, error) => { lock (phone.Complaints) phone.Complaints.Add(error); };
        if (display.IsScreenReal) await phone.NarrowAsync(display);
        await phone.Page.GotoAsync(address);
        return phone;
    }

    /// <summary>Waits until a text stands on the page, wherever the browser is by then.</summary>
    public Task SeesAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>Taps what has exactly this name: a button, a link or a channel.</summary>
    public Task TapsAsync(string name) => Named(AriaRole.Button, name).Or(Named(AriaRole.Link, name)).Or(Named(AriaRole.Radio, name)).First.TapAsync();

    /// <summary>Taps twice faster than any answer comes.</summary>
    public async Task TapsTwiceAsync(string name)
    {
        await Named(AriaRole.Button, name).ScrollIntoViewIfNeededAsync();
        var box = (await Named(AriaRole.Button, name).BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Task.WhenAll(Page.Touchscreen.TapAsync(x, y), Page.Touchscreen.TapAsync(x, y));
    }

    /// <summary>Another tab of the same browser, with the same cookies.</summary>
    public async Task<Phone> TabAsync(string address)
    {
        var tab = new Phone(context, await context.NewPageAsync());
        await tab.Page.GotoAsync(address);
        return tab;
    }

    /// <summary>
    /// Waits until the browser has come to an address that begins so and has loaded it, by whatever way: a navigation that another tap
    /// cut off is not the end of it. Asks the page itself, because who waits for an event may have begun when it was over. Fails with the
    /// page that stands instead.
    /// </summary>
    public async Task ArrivesAsync(string address)
    {
        try
        {
            await Eventually.HoldsAsync(() => StandsAtAsync(address), address, Patience);
        }
        catch (ShouldAssertException e)
        {
            throw new ShouldAssertException($"{e.Message}\nThe browser stands at {Page.Url}:\n{await At("body").InnerTextAsync()}", e);
        }
    }

    /// <param name="isWhole">All of the page and not only what the view shows of it.</param>
    public Task PictureAsync(string name, bool isWhole = false) => Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Scale = ScreenshotScale.Css, FullPage = isWhole });

    public ILocator At(string selector) => Page.Locator(selector);

    public Task<string> StyleAsync(string selector, string property) =>
        At(selector).First.EvaluateAsync<string>("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task<bool> StandsAtAsync(string address)
    {
        try
        {
            return await Page.EvaluateAsync<bool>("address => location.href.startsWith(address) && document.readyState === 'complete'", address);
        }
        catch (PlaywrightException)
        {
            return false; // The page went away while it was asked: the next one will be.
        }
    }

    private ILocator Named(AriaRole role, string name) => Page.GetByRole(role, new() { Name = name, Exact = true });

    /// <summary>The view's size only; 0 leaves the screen's device pixels as they are.</summary>
    private async Task NarrowAsync(Display display)
    {
        var session = await context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = display.Width, ["height"] = display.Height, ["deviceScaleFactor"] = 0, ["mobile"] = false });
    }
}
