using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Hosting;
using YbPay.Huimin.Features.Books;
using YbPay.Storage.Ledger;

namespace YbPay.Huimin;

/// <summary><c>GET /internal/books</c>: the check of the platform's books as JSON, for operators; and the same check of a platform that is not running.</summary>
public static class PlatformBooks
{
    internal const string Path = "/internal/books";

    internal static async Task HandleAsync(HttpContext http)
    {
        if (!InternalDoor.Opens(http, http.RequestServices.GetRequiredService<HuiminOptions>().InternalToken)) return;
        var report = await http.RequestServices.GetRequiredService<BooksCheck>().RunAsync(askOthers: true);
        await http.Response.WriteAsJsonAsync(report, BooksJson.Default.BooksReport, cancellationToken: http.RequestAborted);
    }

    /// <summary>Checks the database of a platform that was added to <paramref name="services"/>, started or not; bank and insurer are not asked.</summary>
    public static Task<BooksReport> CheckAloneAsync(IServiceProvider services) => services.GetRequiredService<BooksCheck>().RunAsync(askOthers: false);
}
