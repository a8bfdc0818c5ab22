using YbPay.Cli.Bench.Load;

namespace YbPay.Cli.Bench;

/// <summary>How much is measured, and how long.</summary>
internal sealed record BenchSettings
{
    /// <summary>Hospital counters that work at the same time.</summary>
    public int Clients { get; init; } = 64;

    public int Persons { get; init; } = 1024;

    /// <summary>Seconds of each measured phase.</summary>
    public double Seconds { get; init; } = 20;

    /// <summary>Seconds before the first one, in which the programs are compiled as they stay.</summary>
    public double WarmUp { get; init; } = 25;

    /// <summary>Orders a second in the paced phase: the rate at which the target states a latency.</summary>
    public double PacedRate { get; init; } = BenchTargets.OrdersPerSecond;

    /// <summary>Finished orders that are in the centre's database before each run, fewest first.</summary>
    public IReadOnlyList<int> Histories { get; init; } = [0, 10_000, 1_000_000];

    public int CryptoRounds { get; init; } = 9;

    public TimeSpan CryptoRound { get; init; } = TimeSpan.FromMilliseconds(250);

    public int Starts { get; init; } = 3;

    /// <summary>How long the sandbox is left alone before its memory is read.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(10);

    public int PortBase { get; init; } = 19600;

    /// <summary>A PostgreSQL that is there already, whose account may create databases; null for a private one.</summary>
    public string? Storage { get; init; }

    /// <summary>The whole of it in about a minute: for smoke tests, not for figures.</summary>
    public BenchSettings Quick() => this with
    {
        Clients = Math.Min(Clients, 8), Persons = 64, Seconds = 2, WarmUp = 2, PacedRate = 10, Histories = [0, 2_000], CryptoRounds = 3,
        CryptoRound = TimeSpan.FromMilliseconds(40), Starts = 1, Idle = TimeSpan.FromSeconds(1),
    };

    /// <summary>Histories that a small machine fills in seconds.</summary>
    public BenchSettings Small() => this with { Histories = [0, 10_000, 50_000] };

    /// <summary>Warm-up first: what it shows is thrown away, and its paid orders are what the query phase asks for.</summary>
    public IReadOnlyList<LoadPhase> Phases =>
    [
        new(LoadPhase.Orders, Clients, WarmUp, 0), new(LoadPhase.Query, Clients, Seconds / 2, 0), new(LoadPhase.Orders, Clients, Seconds, 0),
        new(LoadPhase.Share, Clients, Seconds, BenchTargets.ShareCarried), new(LoadPhase.Paced, Clients, Seconds, PacedRate),
    ];
}

/// <summary>What the product promises of its speed.</summary>
internal static class BenchTargets
{
    public const double EnvelopeOverCryptography = 1.15;

    /// <summary>Of the rate that a storage carries: how busy a machine may be kept without orders waiting in line.</summary>
    public const double ShareCarried = 2.0 / 3;
    public const double OrdersPerSecond = 150;
    public const double OrderP99 = 250;
    public const double HistoryRatio = 1.3;
    public const double StartSeconds = 3;
    public const double IdleMegabytes = 400;

    /// <summary>What the huimin platform may need above idle while eight images of 3 MB come in at once.</summary>
    public const long UploadBytes = 20_000_000;

    /// <summary>The cashier's first view on a new phone, all files and heads.</summary>
    public const long FirstViewBytes = 60 * 1024;
}
