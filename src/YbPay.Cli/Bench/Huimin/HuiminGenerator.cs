using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Demo;
using YbPay.Cli.Demo.Huimin;
using YbPay.Client;
using YbPay.Contracts.Huimin;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>A hospital at a huimin platform that is another process, measured from its side.</summary>
internal sealed class HuiminGenerator(HuiminSettings settings, SandboxPlan plan, int platformPid, string folder)
{
    private const int SmallImage = 100_000;
    private readonly PlatformProcess _platform = new(platformPid);
    private readonly SandboxHuiminPartner _partner = plan.HuiminPartners[0];

    public async Task<HuiminSeen> RunAsync(CancellationToken cancel)
    {
        var file = plan.File(SandboxPersons.From(YbPay.Bureau.BureauSeed.Default));
        await using var services = new ServiceCollection().AddHuimin(file, _partner, TimeProvider.System);
        using var control = new ControlDesk(file, new SandboxClock());
        var walk = new QuestionWalk(services.GetRequiredService<IHuiminClient>(), control, _partner, file.Persons[0]);
        await walk.PrepareAsync(cancel);
        var visits = await walk.CasesAsync(settings.Uploaders, cancel);
        // Images first: what a platform needs beside its idle self is to be seen before questions have filled its memory.
        var (idle, bytes, uploads) = await UploadAsync(file.Persons[0].IdNo, visits, cancel);
        var questions = await AskAsync(walk, cancel);
        return new HuiminSeen(questions, idle, bytes, uploads);
    }

    private async Task<(long Idle, long Bytes, List<UploadRound> Rounds)> UploadAsync(string idNo, IReadOnlyList<string> visits, CancellationToken cancel)
    {
        var random = new Random(1);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        using var small = new UploadMessages(_partner, folder, SmallImage, random);
        // As many at once as later, so that threads and connections are there and what is measured is what long messages need.
        if (await RoundAsync(http, small, small.Write(settings.SmallImages, idNo, visits), cancel) is { Failed: > 0 } failed) throw new BenchFailedException(string.Join("; ", failed.Reasons));
        using var messages = new UploadMessages(_partner, folder, settings.ImageBytes, random);
        await Task.Delay(settings.Idle, cancel);
        var (idle, bytes, rounds) = (_platform.Resident(), 0L, new List<UploadRound>());
        for (var round = 0; round < settings.Rounds; round++)
        {
            var files = messages.Write(settings.Uploaders * settings.ImagesEach, idNo, visits);
            bytes = new FileInfo(files[0]).Length;
            rounds.Add(await RoundAsync(http, messages, files, cancel));
        }

        return (idle, bytes, rounds);
    }

    private async Task<UploadRound> RoundAsync(HttpClient http, UploadMessages messages, IReadOnlyList<string> files, CancellationToken cancel)
    {
        var (tally, times, next) = (new Tally(), new Latencies(), -1);
        _platform.ForgetPeak();
        var (cpu, begun) = (_platform.Cpu(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, settings.Uploaders).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < files.Count; i = Interlocked.Increment(ref next))
                await tally.CountAsync(TimedAsync(Stopwatch.GetTimestamp(), messages.SendAsync(http, Address, files[i], cancel), times));
        }));
        return new UploadRound(Stopwatch.GetElapsedTime(begun).TotalSeconds, tally.Done, tally.Failed, times.Summary(), _platform.Peak(), _platform.Cpu() - cpu, tally.Reasons);
    }

    private async Task<List<QuestionFigure>> AskAsync(QuestionWalk walk, CancellationToken cancel)
    {
        await Parallel.ForAsync(0, settings.WarmUp, new ParallelOptions { MaxDegreeOfParallelism = settings.Clients, CancellationToken = cancel }, async (i, token) =>
            await walk.AskAsync(i % 2 == 0 ? QuestionWalk.Trade : QuestionWalk.Enrolment, token));
        var figures = new List<QuestionFigure>();
        foreach (var code in (string[])[QuestionWalk.Trade, QuestionWalk.Enrolment])
        {
            var begun = Stopwatch.GetTimestamp();
            figures.Add(await RecordAsync(code, 0, timed => Task.WhenAll(Enumerable.Range(0, settings.Clients).Select(async _ =>
            {
                while (Stopwatch.GetElapsedTime(begun).TotalSeconds < settings.Seconds) await timed(Stopwatch.GetTimestamp(), walk.AskAsync(code, cancel));
            }))));
            figures.Add(await RecordAsync(code, settings.PacedRate, timed => Pace.HoldAsync(settings.PacedRate, settings.PacedQuestions, (_, due) => timed(due, walk.AskAsync(code, cancel)), cancel)));
        }

        return figures;
    }

    /// <param name="load">Gets what times a question from a time stamp on.</param>
    private async Task<QuestionFigure> RecordAsync(string code, double rate, Func<Func<long, Task, Task>, Task> load)
    {
        var (tally, times) = (new Tally(), new Latencies());
        var (cpu, begun) = (_platform.Cpu(), Stopwatch.GetTimestamp());
        await load((due, question) => tally.CountAsync(TimedAsync(due, question, times)));
        return new QuestionFigure(code, rate, Stopwatch.GetElapsedTime(begun).TotalSeconds, tally.Done, tally.Failed, times.Summary(), _platform.Cpu() - cpu, tally.Reasons);
    }

    private static async Task TimedAsync(long due, Task work, Latencies times)
    {
        await work;
        times.Add(Stopwatch.GetTimestamp() - due);
    }

    private string Address => string.Create(CultureInfo.InvariantCulture, $"{plan.Addresses.Huimin}/huimin/api");
}
