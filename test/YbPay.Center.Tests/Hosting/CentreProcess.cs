using System.Diagnostics;

namespace YbPay.Center.Tests.Hosting;

/// <summary>The centre as a process of its own (<c>ybpay serve --role center</c>), so that it can be killed like one.</summary>
internal sealed class CentreProcess : IDisposable
{
    private readonly CenterHost _world;
    private Process? _process;

    private CentreProcess(CenterHost world) => _world = world;

    public static async Task<CentreProcess> StartAsync(CenterHost world)
    {
        var centre = new CentreProcess(world);
        await centre.StartAgainAsync();
        return centre;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <param name="ahead">How far its clock is put on, as time that has passed while it was down.</param>
    public async Task StartAgainAsync(TimeSpan ahead = default)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "ybpay.dll"), "serve", "--role", "center", "--data", _world.Plan.DataFolder,
                "--port-base", _world.PortBase.ToString(System.Globalization.CultureInfo.InvariantCulture), "--clock-ahead", System.Xml.XmlConvert.ToString(ahead),
            },
        };
        if (_world.Postgres is { } postgres)
        {
            start.ArgumentList.Add("--storage");
            start.ArgumentList.Add(postgres);
        }

        _process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Eventually.Patience);
        (await _process.StandardOutput.ReadLineAsync(patience.Token)).ShouldBe("serving center");
    }

    public void Dispose()
    {
        if (_process is not null) Kill();
    }
}
