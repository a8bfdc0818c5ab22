using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Pipeline;
using YbPay.Hosting;
using YbPay.Storage.Ledger;

namespace YbPay.Center.Features.Books;

/// <summary><c>GET /internal/books</c>: the check as JSON, for operators; and the same check for a centre that is not running.</summary>
public static class BooksDoor
{
    internal const string Path = "/internal/books";

    internal static async Task HandleAsync(HttpContext http)
    {
        if (!InternalDoor.Opens(http, http.RequestServices.GetRequiredService<CenterOptions>().InternalToken)) return;
        var report = await http.RequestServices.GetRequiredService<BooksCheck>().RunAsync(askOthers: true);
        await http.Response.WriteAsJsonAsync(report, BooksJson.Default.BooksReport, cancellationToken: http.RequestAborted);
    }

    /// <summary>Checks the database of a centre that was added to <paramref name="services"/> but not started; the other sides are not asked.</summary>
    public static Task<BooksReport> CheckAloneAsync(IServiceProvider services) => services.GetRequiredService<BooksCheck>().RunAsync(askOthers: false);
}
