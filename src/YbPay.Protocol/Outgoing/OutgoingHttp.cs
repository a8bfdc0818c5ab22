using System.Net;
using System.Net.Sockets;

namespace YbPay.Protocol.Outgoing;

/// <summary>Requests to another system: how its connections live, and what never left, what was answered, and what nobody knows.</summary>
public static class OutgoingHttp
{
    /// <summary>Connections that live on; the address is asked anew every two minutes.</summary>
    public static HttpClient Client(string baseUrl, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        return new(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 256,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        })
        {
            BaseAddress = new Uri(baseUrl.TrimEnd('/') + "/"),
            Timeout = timeout,
            DefaultRequestVersion = HttpVersion.Version11,
        };
    }

    /// <summary>Only a connection that never stood proves that nothing was sent.</summary>
    public static bool NeverLeft(HttpRequestException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            || (failure.HttpRequestError is HttpRequestError.ConnectionError
                && failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable });
    }

    /// <summary>The body of a reply with a status below 500; anything else is Unknown or NotSent.</summary>
    public static Task<Answer<(HttpStatusCode Status, byte[] Body)>> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancel) =>
        SendAsync(client, request, static (response, body) => new Answer<(HttpStatusCode, byte[])>.Given((response.StatusCode, body)), cancel);

    /// <summary>As above; <paramref name="read"/> sees the headers too, and says what the reply is worth.</summary>
    public static async Task<Answer<T>> SendAsync<T>(HttpClient client, HttpRequestMessage request, Func<HttpResponseMessage, byte[], Answer<T>> read, CancellationToken cancel)
    {
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            var body = await response.Content.ReadAsByteArrayAsync(cancel);
            return (int)response.StatusCode >= 500 ? new Answer<T>.Unknown($"HTTP {(int)response.StatusCode}") : read(response, body);
        }
        catch (HttpRequestException e) when (NeverLeft(e))
        {
            return new Answer<T>.NotSent(e.HttpRequestError.ToString());
        }
        catch (HttpRequestException e)
        {
            return new Answer<T>.Unknown(e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException)
        {
            return new Answer<T>.Unknown("no answer in time");
        }
        catch (IOException)
        {
            return new Answer<T>.Unknown("connection lost");
        }
    }
}
