using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>
/// The pages' style sheet and script, embedded in this assembly. Their names hold their content's digest, so they may be
/// kept for a year and a new version is never mixed with an old page.
/// </summary>
internal sealed class CashierAssets
{
    private const string Folder = "/cashier/assets/";

    private CashierAssets(string path, string mediaType, byte[] content) => (Path, MediaType, Content) = (path, mediaType, content);

    public static CashierAssets Style { get; } = Read("cashier", "css", "text/css; charset=utf-8");

    public static CashierAssets Script { get; } = Read("cashier", "js", "text/javascript; charset=utf-8");

    /// <summary>Where a browser gets it: /cashier/assets/cashier.(16 hex digits).css.</summary>
    public string Path { get; }

    public string MediaType { get; }

    public byte[] Content { get; }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (CashierAssets[])[Style, Script])
            routes.MapGet(asset.Path, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                http.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(asset.Content, asset.MediaType);
            });
    }

    private static CashierAssets Read(string name, string kind, string mediaType)
    {
        var resource = $"Cashier.{name}.{kind}";
        using var stream = typeof(CashierAssets).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The assembly holds no {resource}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new($"{Folder}{name}.{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.{kind}", mediaType, content);
    }
}
