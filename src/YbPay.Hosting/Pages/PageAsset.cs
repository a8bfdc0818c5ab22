using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace YbPay.Hosting.Pages;

/// <summary>
/// A style sheet or script of a role's pages, embedded in its assembly. Its name holds its content's digest, so it may be kept for a year
/// and a new version is never mixed with an old page.
/// </summary>
public sealed class PageAsset
{
    private PageAsset(string path, string mediaType, byte[] content) => (Path, MediaType, Content) = (path, mediaType, content);

    /// <summary>Where a browser gets it: (folder)(name).(16 hex digits).(kind).</summary>
    public string Path { get; }

    public string MediaType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <param name="resource">(anything.)name.kind: the last two parts make the address.</param>
    /// <param name="folder">Begins and ends with a slash.</param>
    public static PageAsset Read(Assembly assembly, string resource, string folder, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(resource);
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The assembly holds no {resource}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var parts = resource.Split('.');
        return new($"{folder}{parts[^2]}.{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.{parts[^1]}", mediaType, content);
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Content, MediaType);
    });
}
