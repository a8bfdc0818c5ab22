using System.Net;
using System.Net.Sockets;

namespace YbPay.Sandbox.Plan;

/// <summary>
/// Loopback ports in a row for one sandbox after another, at which nobody listens. Choose a range below the one from which the system takes ports for
/// outgoing connections, and one of its own for each program that runs beside others. Thread-safe.
/// </summary>
/// <param name="first">The range's first port.</param>
/// <param name="last">The first port beyond it.</param>
/// <param name="start">Which row is looked at first, counted around the range: processes that share a range shall begin at different ones.</param>
public sealed class FreePorts(int first, int last, int start)
{
    private const int Row = SandboxAddresses.Ports;
    private readonly int _rows = (last - first) / Row;
    private long _next = start;

    /// <summary>The first port of a row. Throws <see cref="InvalidOperationException"/> when the whole range is taken.</summary>
    public int Take()
    {
        for (var tries = 0; tries < _rows; tries++)
        {
            var portBase = first + ((int)((uint)Interlocked.Increment(ref _next) % _rows) * Row);
            if (Enumerable.Range(portBase, Row).All(IsFree)) return portBase;
        }

        throw new InvalidOperationException($"There are no {Row} free ports in a row from {first} to {last}.");
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
