namespace YbPay.Cli.Bench.Load;

/// <summary>What one phase of load showed.</summary>
/// <param name="Done">Orders or queries completed in <paramref name="Seconds"/>.</param>
/// <param name="Failed">Those that ended otherwise; the first reasons are in <paramref name="Reasons"/>.</param>
/// <param name="Steps">By interface code, and <c>order</c> for the whole.</param>
/// <param name="ServerCpu">CPU seconds that the server used meanwhile; the load generator's in <paramref name="ClientCpu"/>.</param>
/// <param name="Asked">6301 calls of the orders: more than one an order where the first came before the hospital's confirmation was booked.</param>
internal sealed record LoadResult(
    string Phase, int Clients, double Seconds, int Done, int Failed, IReadOnlyDictionary<string, Percentiles> Steps,
    double ServerCpu, double ClientCpu, int Asked, IReadOnlyList<string> Reasons)
{
    public double Rate => Done / Seconds;
}

/// <summary>One phase of load, as the command line of the generator names it: <c>kind:clients:seconds[:rate]</c>.</summary>
/// <param name="Kind"><c>query</c>: 6301 of paid orders; <c>orders</c>: complete orders, each client beginning the next when one is done;
/// <c>paced</c>: complete orders begun at a fixed rate; <c>share</c>: the same, at a share of the rate that the orders before reached.</param>
internal sealed record LoadPhase(string Kind, int Clients, double Seconds, double Rate)
{
    public const string Query = "query";
    public const string Orders = "orders";
    public const string Paced = "paced";
    public const string Share = "share";

    public static LoadPhase Parse(string text)
    {
        var parts = text.Split(':');
        return parts is [Query or Orders or Paced or Share, ..] && parts.Length is 3 or 4
            ? new LoadPhase(parts[0], int.Parse(parts[1], Culture), double.Parse(parts[2], Culture), parts.Length == 4 ? double.Parse(parts[3], Culture) : 0)
            : throw new FormatException($"'{text}' is no phase of load.");
    }

    public override string ToString() => string.Create(Culture, $"{Kind}:{Clients}:{Seconds}:{Rate}");

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;
}
