using YbPay.Cli.Bench.Load;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>One interface under one load.</summary>
/// <param name="PacedRate">Begun a second; 0 with all clients at it.</param>
/// <param name="PlatformCpu">CPU seconds of the platform's process meanwhile.</param>
internal sealed record QuestionFigure(string TransCode, double PacedRate, double Seconds, int Done, int Failed, Percentiles Times, double PlatformCpu, IReadOnlyList<string> Reasons)
{
    public bool IsPaced => PacedRate > 0;

    public double Rate => Done / Seconds;
}

/// <summary>One round of images, all uploaders at it.</summary>
/// <param name="Peak">Bytes: the most that the platform's process had in memory during the round.</param>
/// <param name="PlatformCpu">CPU seconds of the platform's process meanwhile.</param>
internal sealed record UploadRound(double Seconds, int Done, int Failed, Percentiles Times, long Peak, double PlatformCpu, IReadOnlyList<string> Reasons)
{
    public double Rate => Done / Seconds;
}

/// <summary>What the load generator saw.</summary>
/// <param name="Idle">Bytes that the platform's process had in memory before the rounds, once it had taken images and was left alone.</param>
/// <param name="MessageBytes">Of one upload, as it goes over the wire.</param>
internal sealed record HuiminSeen(IReadOnlyList<QuestionFigure> Questions, long Idle, long MessageBytes, IReadOnlyList<UploadRound> Uploads);

/// <summary>One storage.</summary>
internal sealed record HuiminRun(string Storage, HuiminSeen Seen)
{
    /// <summary>Bytes above idle, of the round that took most.</summary>
    public long AboveIdle => Seen.Uploads.Max(round => round.Peak) - Seen.Idle;

    public double MedianUploads => Seen.Uploads.Select(round => round.Rate).Order().ElementAt(Seen.Uploads.Count / 2);

    public bool HasFailed => Seen.Questions.Any(figure => figure.Failed > 0) || Seen.Uploads.Any(round => round.Failed > 0);
}

/// <summary>All figures of one run.</summary>
internal sealed record HuiminFigures(HuiminSettings Settings, Machine Machine, IReadOnlyList<HuiminRun> Runs, TimeSpan Took);
