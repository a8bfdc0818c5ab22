using System.Diagnostics;
using System.Globalization;
using YbPay.Cli.Bench.Processes;
using YbPay.Cli.Days.Books;
using YbPay.Cli.Days.Plan;
using YbPay.Cli.Days.Walk;
using YbPay.Cli.Days.World;
using YbPay.Cli.Demo;
using YbPay.Sandbox.Hospital;

namespace YbPay.Cli.Days;

/// <summary>
/// Lives through random days: patients one after the other, totals with the core every evening, all books every month and at the end.
/// The first breach ends the run.
/// </summary>
internal sealed class DaysRun(DaysSettings settings, TextWriter progress)
{
    private const int DaysPerCheck = 30;

    private readonly Notebook _notes = new();
    private readonly StatementBook _statements = new();
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly List<string> _breaches = [];

    public async Task<DaysSummary> RunAsync(CancellationToken cancel)
    {
        if (settings.Postgres is not { } server) return await LiveAsync(null, cancel);
        await using var postgres = await BenchPostgres.StartAsync(server.Length == 0 ? null : server, cancel) ?? throw new InvalidDataException("PostgreSQL is not installed here: name a server with --storage \"Host=...\".");
        await using var database = await postgres.CreateAsync(cancel);
        return await LiveAsync(database.Connection, cancel);
    }

    private async Task<DaysSummary> LiveAsync(string? postgres, CancellationToken cancel)
    {
        await using var world = await DaysWorld.StartAsync(settings, postgres);
        var begun = Stopwatch.GetTimestamp();
        var planner = new DayPlanner(settings.Seed, DaysWorld.Persons.Count, settings.OrdersPerDay);
        var lived = 0;
        while (lived < settings.Days && _breaches.Count == 0)
        {
            await LiveDayAsync(world, planner.Draw(lived), cancel);
            lived++;
            if (lived % DaysPerCheck != 0 && lived < settings.Days) continue;
            if (_breaches.Count == 0) await CheckBooksAsync(world, lived, cancel);
            Tell(world, lived, begun);
        }

        return new DaysSummary(settings, lived, _notes, _faults, _breaches, Stopwatch.GetElapsedTime(begun));
    }

    private async Task LiveDayAsync(DaysWorld world, DayPlan day, CancellationToken cancel)
    {
        await BeginDayAsync(world, day.Number, cancel);
        for (var i = 0; i < day.Patients.Count && _breaches.Count == 0; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"D{day.Number:D5}P{i:D3}");
            try
            {
                await WalkAsync(world, day.Patients[i], number, cancel);
            }
            catch (DaysException e)
            {
                _breaches.Add($"day {day.Number}, patient {i} ({day.Patients[i]}): {e.Message}");
            }
        }

        if (_breaches.Count == 0 && day.Patients.Count > 0) _breaches.AddRange((await CoreTotals.CheckAsync(world, _notes, cancel)).Select(breach => $"day {day.Number}: {breach}"));
    }

    /// <summary>The morning; the statements of the days that are over by then are made.</summary>
    private async Task BeginDayAsync(DaysWorld world, int number, CancellationToken cancel)
    {
        world.Still.PutOnTo(DaysSettings.FirstMorning.AddDays(number));
        await world.Still.WaitAsync(cancel);
        _breaches.AddRange(await _statements.UpToYesterdayAsync(world, cancel));
    }

    private async Task WalkAsync(DaysWorld world, PatientPlan plan, string number, CancellationToken cancel)
    {
        var end = await new PatientWalk(new Visit(world, plan, number)).RunAsync(cancel);
        await world.Still.AllDoneAsync(cancel);
        if (plan.Mood is not null) await world.Control.HospitalAsync(end.OrgCodg, HospitalAnswer.Ok, 1, cancel);
        if (plan.Faults.Count > 0) CountFaults(plan, await world.Control.ForgetFaultsAsync(cancel));
        _notes.Add(end);
        if (Expected.Breach(plan, end) is { } breach) _breaches.Add($"{number}: {breach}");
    }

    private void CountFaults(PatientPlan plan, IReadOnlyDictionary<string, int> left)
    {
        foreach (var same in plan.Faults.GroupBy(Levers.NameOf))
        {
            var struck = same.Sum(fault => fault.Count) - left.GetValueOrDefault(same.Key);
            if (struck > 0) _faults[same.Key] = _faults.GetValueOrDefault(same.Key) + struck;
        }
    }

    private async Task CheckBooksAsync(DaysWorld world, int nextDay, CancellationToken cancel)
    {
        await BeginDayAsync(world, nextDay, cancel);
        _breaches.AddRange(_statements.Compare(_notes));
        var report = await BooksPage.AskAsync(world.Plan, cancel);
        _breaches.AddRange(report.Claims.SelectMany(claim => claim.Breaches.Append(claim.Skipped).OfType<string>().Select(breach => $"books: {claim.Name}: {breach}")));
        _breaches.AddRange(await Conservation.CheckAsync(world, _notes, cancel));
    }

    private void Tell(DaysWorld world, int lived, long begun)
    {
        var today = world.Clock.GetUtcNow().ToOffset(DaysSettings.FirstMorning.Offset);
        var books = _breaches.Count == 0 ? "clean" : "BROKEN";
        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{today:yyyy-MM-dd}  day {lived,5}  {_notes.Visits,6:N0} visits  {_faults.Values.Sum(),5:N0} faults  books {books}  {Stopwatch.GetElapsedTime(begun).TotalSeconds,7:0.0} s"));
    }
}
