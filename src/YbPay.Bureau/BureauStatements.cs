using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Statements;
using YbPay.Contracts.Outcomes;
using YbPay.Hosting;
using YbPay.Storage;

namespace YbPay.Bureau;

/// <summary>An institution's statement of one day, nothing personal in it (docs/bureau/statements.md).</summary>
/// <param name="Content">The file: UTF-8 text.</param>
/// <param name="Digest">Hex SM3 of <paramref name="Content"/>, stored when the statement was made.</param>
/// <param name="Agrees">False when the ledger gives another statement than the stored one: somebody changed it.</param>
public sealed record BureauStatement(byte[] Content, string Digest, bool Agrees);

/// <summary><c>GET /internal/statements/{institution}/{day}</c> for operators, and the same from the database of a core that is not running.</summary>
public static class BureauStatements
{
    internal const string Path = "/internal/statements/{institution}/{day}";

    /// <summary>Where the door's answer carries the digest, and whether the ledger still gives the same statement (<c>true</c> or <c>false</c>).</summary>
    public const string DigestHeader = "X-Statement-Digest", AgreesHeader = "X-Statement-Agrees";

    internal static async Task HandleAsync(HttpContext http, string institution, string day)
    {
        var services = http.RequestServices;
        if (!InternalDoor.Opens(http, services.GetRequiredService<BureauOptions>().InternalToken)) return;
        var clock = services.GetRequiredService<TimeProvider>();
        var outcome = DayOf(day) is { } date
            ? await GetAsync(services.GetRequiredService<BureauDatabase>().Get(), institution, date, clock.GetUtcNow(), http.RequestAborted)
            : Refusals.InputInvalid.With("yyyy-MM-dd");
        http.Response.ContentType = "text/plain; charset=utf-8";
        await outcome.Match(
            statement =>
            {
                http.Response.Headers[DigestHeader] = statement.Digest;
                http.Response.Headers[AgreesHeader] = statement.Agrees ? "true" : "false";
                return http.Response.Body.WriteAsync(statement.Content, http.RequestAborted).AsTask();
            },
            why =>
            {
                http.Response.StatusCode = StatusCodes.Status409Conflict;
                return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"[{why.Name}] {why.Message}"), http.RequestAborted).AsTask();
            });
    }

    /// <summary>Reads a core's database, and makes the statement first when it was never made.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    /// <exception cref="InvalidDataException">The stored bytes are not those whose digest is stored.</exception>
    public static async Task<Outcome<BureauStatement>> ReadAsync(DatabaseOptions options, string institution, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        await using var database = await Databases.OpenAsync(options, Assembly.GetExecutingAssembly(), cancel);
        return await GetAsync(database, institution, day, now, cancel);
    }

    private static async Task<Outcome<BureauStatement>> GetAsync(IDatabase database, string institution, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        var outcome = await StatementMaking.GetAsync(database, institution, day, now, cancel);
        if (outcome is not Outcome<DayStatement>.Ok { Value: var stored }) return ((Outcome<DayStatement>.No)outcome).Why;
        var again = await database.ReadAsync(session => StatementMaking.RemakeAsync(session, institution, day), cancel);
        return new BureauStatement(stored.Content, stored.Digest, again.Digest == stored.Digest);
    }

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
