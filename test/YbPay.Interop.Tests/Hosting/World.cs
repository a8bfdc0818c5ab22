using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>A whole sandbox on free loopback ports and a temporary folder.</summary>
public sealed class World : IAsyncLifetime
{
    private static readonly FreePorts Ports = new(8_000, 11_900, Environment.ProcessId * 37);
    private SandboxWorld? _running;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ybpay-interop-").FullName;

    /// <summary>The logs at their most talkative.</summary>
    public bool IsVerbose { get; init; }

    public SandboxClock Clock { get; } = new();

    public SandboxPlan Plan { get; private set; } = null!;

    public SandboxFile File { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Plan = new SandboxPlan(Folder, SandboxAddresses.FromPortBase(Ports.Take()), null, Clock);
        _running = await SandboxWorld.StartAsync(Plan, Clock, SandboxRoles.All, IsVerbose);
        File = await _running.PublishAsync(CancellationToken.None);
    }

    /// <summary>Stops the servers and leaves their files: logs and databases are then complete.</summary>
    public async Task StopAsync()
    {
        if (_running is not null) await _running.DisposeAsync();
        _running = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
