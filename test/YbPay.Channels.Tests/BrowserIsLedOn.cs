using System.Diagnostics;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Channels.Tests;

/// <summary>The page that leads to the bank in a real browser, with its script and under its content policy.</summary>
public sealed class BrowserIsLedOn
{
    [Fact]
    public async Task The_page_brings_the_signed_form_to_the_bank_by_itself()
    {
        var chromium = Chromium();
        Assert.SkipWhen(chromium is null, "There is no Chromium here.");
        await using var bank = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        await using var world = await CenterHost.StartAsync(BothDatabases.Sqlite, center: options =>
        {
            (bank.Options.PublicBase, bank.Options.NotifyUrl) = (options.PublicBase, options.PublicBase + "/callbacks/card");
            options.Cash.UnionPay = bank.Options;
        });
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var (number, _) = await OrdersGoThroughTheirChannel.ToBankAsync(visit, browser);

        var shown = await DumpAsync(chromium!, visit.Page("/cash/card/" + number));
        shown.ShouldContain(number);
        shown.ShouldNotContain("前往银行支付");
        bank.Rejected.ShouldBe(0);
    }

    private static string? Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>What the browser shows in the end.</summary>
    private static async Task<string> DumpAsync(string chromium, string address)
    {
        var profile = Directory.CreateTempSubdirectory("browser").FullName;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={profile}", "--virtual-time-budget=10000", "--dump-dom", address])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var shown = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await errors;
            return shown;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
