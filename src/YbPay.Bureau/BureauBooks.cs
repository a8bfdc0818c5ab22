using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Books;
using YbPay.Hosting;
using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Bureau;

/// <summary><c>GET /internal/books</c>: the check of the core's books as JSON, for operators; and the same check of a core that is not running.</summary>
public static class BureauBooks
{
    internal const string Path = "/internal/books";

    internal static async Task HandleAsync(HttpContext http)
    {
        if (!InternalDoor.Opens(http, http.RequestServices.GetRequiredService<BureauOptions>().InternalToken)) return;
        var report = await http.RequestServices.GetRequiredService<BureauDatabase>().Get().ReadSnapshotAsync(BooksCheck.RunAsync, http.RequestAborted);
        await http.Response.WriteAsJsonAsync(report, BooksJson.Default.BooksReport, cancellationToken: http.RequestAborted);
    }

    /// <summary>Checks a core's database; brings it up to date first.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public static async Task<BooksReport> CheckAsync(DatabaseOptions options, CancellationToken cancel)
    {
        await using var database = await Databases.OpenAsync(options, Assembly.GetExecutingAssembly(), cancel);
        return await database.ReadSnapshotAsync(BooksCheck.RunAsync, cancel);
    }
}
