using YbPay.Center.Features.Cashier.Pages;

namespace YbPay.Cashier.Tests;

/// <summary>What goes out beside the pages.</summary>
public sealed class Headers
{
    [Fact]
    public async Task A_page_is_neither_kept_nor_framed_and_tells_no_referrer()
    {
        await using var server = await PageServer.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(server.At("cashier")));
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldBe(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self' https: http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'");
        answer.Headers.GetValues("Cache-Control").ShouldHaveSingleItem().ShouldBe("no-store");
        answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
    }

    [Fact]
    public async Task Assets_are_kept_for_a_year_under_a_name_that_their_content_gives()
    {
        await using var server = await PageServer.StartAsync();
        using var http = new HttpClient();
        foreach (var asset in new[] { CashierAssets.Style, CashierAssets.Script })
        {
            using var answer = await http.GetAsync(new Uri(server.Address + asset.Path));
            answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
            var content = await answer.Content.ReadAsByteArrayAsync();
            asset.Path.ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16]);
        }
    }
}
