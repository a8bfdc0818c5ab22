using System.Net;
using System.Net.Sockets;

namespace YbPay.Center.Tests.Hosting;

/// <summary>Five free loopback ports in a row, below the range from which the system takes ports for outgoing connections.</summary>
internal static class FreePorts
{
    private const int Row = 5;
    private const int First = 12_000;
    private const int Last = 32_000;

    // Test processes that run side by side begin at different places.
    private static int next = First + (Environment.ProcessId * 37 % ((Last - First) / Row) * Row);

    public static int Take()
    {
        for (var tries = 0; tries < (Last - First) / Row; tries++)
        {
            var at = Interlocked.Add(ref next, Row) - Row;
            var portBase = First + ((at - First) % (Last - First));
            if (Enumerable.Range(portBase, Row).All(IsFree)) return portBase;
        }

        throw new InvalidOperationException("There are no five free ports in a row.");
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
