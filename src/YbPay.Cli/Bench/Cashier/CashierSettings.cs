namespace YbPay.Cli.Bench.Cashier;

/// <summary>How much of the cashier is measured.</summary>
internal sealed record CashierSettings
{
    /// <summary>Patients who act at the same time, each beginning the next thing when one is done.</summary>
    public int Clients { get; init; } = 64;

    public int Persons { get; init; } = 256;

    /// <summary>Network addresses from which they come: the centre counts how often one asks.</summary>
    public int Phones { get; init; } = 256;

    /// <summary>Addresses that are opened with all clients at it; as many bills are uploaded before.</summary>
    public int Addresses { get; init; } = 1500;

    /// <summary>Bills whose whole way is walked before anything is measured.</summary>
    public int WarmUp { get; init; } = 300;

    /// <summary>Seconds of each phase that is not measured by a number of addresses.</summary>
    public double Seconds { get; init; } = 10;

    /// <summary>Pages a second in the paced phases: the rate at which the target states a latency.</summary>
    public double PacedRate { get; init; } = BenchTargets.OrdersPerSecond;

    public int PortBase { get; init; } = 19800;

    /// <summary>A PostgreSQL that is there already, whose account may create databases; null for a private one.</summary>
    public string? Storage { get; init; }

    /// <summary>Addresses that are opened at a fixed rate.</summary>
    public int PacedAddresses => (int)Math.Ceiling(PacedRate * Seconds);

    /// <summary>All of it in seconds: a smoke test, no figures to quote.</summary>
    public CashierSettings Quick() => this with { Clients = 8, Persons = 16, Phones = 32, Addresses = 100, WarmUp = 20, Seconds = 1, PacedRate = 20 };
}
