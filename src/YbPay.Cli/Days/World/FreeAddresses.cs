using System.Net;
using System.Net.Sockets;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Days.World;

/// <summary>Loopback addresses that nobody listens at.</summary>
internal static class FreeAddresses
{
    private const int Roles = 5;

    /// <summary>All five ports are held at once, so that they differ, and are free again when this returns.</summary>
    public static SandboxAddresses Take()
    {
        var listeners = new List<TcpListener>();
        try
        {
            for (var i = 0; i < Roles; i++)
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listeners.Add(listener);
                listener.Start();
            }

            string[] urls = [.. listeners.Select(listener => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")];
            return new(urls[0], urls[1], urls[2], urls[3], urls[4]);
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }
    }
}
