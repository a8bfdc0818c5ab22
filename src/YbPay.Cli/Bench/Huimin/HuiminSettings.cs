namespace YbPay.Cli.Bench.Huimin;

/// <summary>How much of the huimin platform is measured.</summary>
internal sealed record HuiminSettings
{
    /// <summary>Hospital counters that ask at the same time.</summary>
    public int Clients { get; init; } = 32;

    /// <summary>Seconds of each phase of questions.</summary>
    public double Seconds { get; init; } = 10;

    /// <summary>Questions a second in the paced phases.</summary>
    public double PacedRate { get; init; } = BenchTargets.OrdersPerSecond;

    /// <summary>Questions before anything is measured.</summary>
    public int WarmUp { get; init; } = 4000;

    /// <summary>Images that are uploaded at the same time.</summary>
    public int Uploaders { get; init; } = 8;

    /// <summary>Images that each uploader sends in a round, one after another.</summary>
    public int ImagesEach { get; init; } = 4;

    public int Rounds { get; init; } = 5;

    /// <summary>Images of 100 kB before the platform counts as idle: by then it is compiled as it stays.</summary>
    public int SmallImages { get; init; } = 128;

    /// <summary>Bytes of an image, before Base64; the document allows 3 MB.</summary>
    public int ImageBytes { get; init; } = 3_000_000;

    /// <summary>How long the platform is left alone before its memory is read as idle.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(5);

    public int PortBase { get; init; } = 19900;

    /// <summary>A PostgreSQL that is there already, whose account may create databases; null for a private one.</summary>
    public string? Storage { get; init; }

    public int PacedQuestions => (int)Math.Ceiling(PacedRate * Seconds);

    /// <summary>All of it in seconds: a smoke test, no figures to quote.</summary>
    public HuiminSettings Quick() => this with { Clients = 8, Seconds = 1, PacedRate = 20, WarmUp = 100, SmallImages = 32, ImagesEach = 1, Rounds = 2, Idle = TimeSpan.FromSeconds(1) };
}
