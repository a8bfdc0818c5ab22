using System.Net;
using System.Net.Sockets;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>Five free loopback ports in a row, in a range of this project's own.</summary>
internal static class FreePorts
{
    private const int Row = 5;
    private const int First = 8_000;
    private const int Last = 11_900;

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
