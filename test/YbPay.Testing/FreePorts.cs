using System.Net;
using System.Net.Sockets;

namespace YbPay.Testing;

/// <summary>
/// Six free loopback ports in a row, below the range from which the system takes ports for outgoing connections. Each test
/// project has a range of its own, because they run side by side; processes of one project begin at different places in it.
/// </summary>
public sealed class FreePorts(int first, int last)
{
    private const int Row = 6;
    private int _next = first + (Environment.ProcessId * 37 % ((last - first) / Row) * Row);

    public int Take()
    {
        for (var tries = 0; tries < (last - first) / Row; tries++)
        {
            var at = Interlocked.Add(ref _next, Row) - Row;
            var portBase = first + ((at - first) % (last - first));
            if (Enumerable.Range(portBase, Row).All(IsFree)) return portBase;
        }

        throw new InvalidOperationException("There are no six free ports in a row.");
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
