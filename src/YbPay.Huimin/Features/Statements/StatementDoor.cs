using System.Globalization;
using Microsoft.AspNetCore.Http;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Statements;

/// <summary><c>GET /huimin/statements/{hospitalId}/{day}.zip</c>: the file, for whoever has a link that is signed and has not expired; nothing for anybody else.</summary>
internal static class StatementDoor
{
    public static async Task<IResult> GetAsync(string hospitalId, string day, HttpContext http, StatementLinks links, StatementMaking making, HuiminBooks books)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var query = http.Request.Query;
        var until = long.TryParse(query["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : 0;
        if (!links.Admits(hospitalId, day, until, query["sign"].ToString(), books.Time)) return Results.NotFound();
        return await making.FindAsync(hospitalId, day, http.RequestAborted) is { } statement
            ? Results.File(statement.Zip, "application/zip", StatementFile.NameOf(hospitalId, day) + ".zip")
            : Results.NotFound();
    }
}
