using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace YbPay.Cli.Hosting;

/// <summary>A web application for one role: its own address, services and log. Roles meet over HTTP only, also within one process.</summary>
internal static class RoleHost
{
    /// <summary>The data folder is not watched for changed settings: every write to a database in it would be looked at.</summary>
    private static readonly string[] NoReload = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>Bytes of a connection that have come in and were not read yet: the usual megabyte would be most of what many long uploads need at once.</summary>
    private const int Unread = 128 * 1024;

    /// <summary>Plain HTTP on loopback, as the sandbox has it.</summary>
    public static WebApplicationBuilder Loopback(string role, string address, string dataFolder, bool verbose, TimeProvider clock) =>
        Builder(role, kestrel => kestrel.Listen(IPAddress.Loopback, new Uri(address).Port, listen => listen.Protocols = HttpProtocols.Http1), dataFolder, verbose, clock);

    public static WebApplicationBuilder Builder(string role, Action<KestrelServerOptions> listen, string dataFolder, bool verbose, TimeProvider clock)
    {
        Directory.CreateDirectory(dataFolder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "ybpay", ContentRootPath = Path.GetFullPath(dataFolder), Args = NoReload });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Each interface has its own, smaller limit; this one only keeps Kestrel from refusing before it is asked.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Limits.MaxRequestBufferSize = Unread;
            listen(kestrel);
        });
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.MaxReadBufferSize = Unread);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new FileLog(Path.Combine(dataFolder, "logs", role + ".log")));
        builder.Logging.SetMinimumLevel(verbose ? LogLevel.Debug : LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        if (verbose) builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddSingleton(clock);
        return builder;
    }
}
