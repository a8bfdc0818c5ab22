using System.Net;
using System.Net.Sockets;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Days.World;

/// <summary>Loopback addresses that nobody listens at: a row of ports, below the range from which the system takes ports for outgoing connections.</summary>
internal static class FreeAddresses
{
    private const int First = 20_000;
    private const int Last = 30_000;

    /// <summary>At least as many as a sandbox has servers.</summary>
    private const int Row = 10;

    public static SandboxAddresses Take(Random random)
    {
        for (var tries = 0; tries < (Last - First) / Row; tries++)
        {
            var portBase = First + (random.Next((Last - First) / Row) * Row);
            if (Enumerable.Range(portBase, Row).All(IsFree)) return SandboxAddresses.FromPortBase(portBase);
        }

        throw new InvalidOperationException($"There are no {Row} free ports in a row from {First} to {Last}.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
