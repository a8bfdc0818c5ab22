using System.Globalization;
using Microsoft.Playwright;
using YbPay.Cashier.Tests.Browsers;

[assembly: AssemblyFixture(typeof(CashierBrowser))]

namespace YbPay.Cashier.Tests.Browsers;

/// <summary>One Chromium for all tests; every phone gets a context of its own, with its own cookies.</summary>
public sealed class CashierBrowser : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string Program => Environment.GetEnvironmentVariable("YBPAY_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync();
    }

    /// <summary>A phone's view, with a cookie jar of its own.</summary>
    public Task<Phone> OpenAsync(string address, int width = 375, bool isDark = false, bool hasScript = true, int height = 812) =>
        Phone.StartAsync(browser ?? throw new ChromiumMissingException(), address, new Display(width, height, isDark, hasScript));

    /// <summary>A browser whose reader has chosen a larger text size than the usual 16.</summary>
    public Task<IBrowser> WithTextSizeAsync(int pixels) => AnotherAsync($"--blink-settings=defaultFontSize={pixels}");

    /// <summary>A browser on a screen of its own: an emulated one draws lines in whole CSS pixels, which no phone does.</summary>
    public Task<IBrowser> WithScreenAsync(double devicePixels) => AnotherAsync(string.Create(CultureInfo.InvariantCulture, $"--force-device-scale-factor={devicePixels}"));

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private Task<IBrowser> AnotherAsync(string flag) => browser is null ? throw new ChromiumMissingException() : LaunchAsync(flag);

    private Task<IBrowser> LaunchAsync(params string[] more) => playwright!.Chromium.LaunchAsync(new() { ExecutablePath = Program, Headless = true, Args = [.. Flags, .. more] });
}
