using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using YbPay.Center.Tests.Hosting;
using YbPay.Storage;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>
/// The platform as a process of its own (<c>ybpay serve --role huimin --config FILE</c>), so that it can be killed like one. It takes the place of the
/// host's own node, over the same database and with the same bank, insurer and hospitals.
/// </summary>
internal sealed class HuiminProcess : IDisposable
{
    private readonly HuiminHost host;
    private readonly OwnStorage storage;
    private Process? process;

    private HuiminProcess(HuiminHost host, OwnStorage storage) => (this.host, this.storage) = (host, storage);

    /// <summary>Where the role keeps its data, in a storage of its own.</summary>
    public static DatabaseOptions DatabaseOf(OwnStorage storage) => new() { Storage = storage.Postgres ?? Path.Combine(storage.Folder, "huimin.db"), Schema = "huimin" };

    /// <param name="host">Started over <see cref="DatabaseOf"/> of the same storage.</param>
    public static async Task<HuiminProcess> StartAsync(HuiminHost host, OwnStorage storage)
    {
        var platform = new HuiminProcess(host, storage);
        await platform.StartAgainAsync();
        return platform;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public async Task StartAgainAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        await host.LeaveToAsync(address);
        var file = Path.Combine(storage.Folder, "huimin.json");
        await File.WriteAllTextAsync(file, Config(address).ToJsonString());
        process = Process.Start(new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ybpay.dll"), "serve", "--role", "huimin", "--config", file },
        })!;
        using var patience = new CancellationTokenSource(Eventually.Patience);
        (await process.StandardOutput.ReadLineAsync(patience.Token)).ShouldBe("serving huimin");
    }

    public void Dispose()
    {
        if (process is not null) Kill();
    }

    private JsonObject Config(Uri address) => new()
    {
        ["url"] = address.ToString(),
        ["dataFolder"] = storage.Folder,
        ["storage"] = storage.Postgres,
        ["masterKeys"] = new JsonObject { ["1"] = Convert.ToBase64String(HuiminHost.MasterKey) },
        ["huimin"] = new JsonObject
        {
            ["publicUrl"] = address.ToString(),
            ["creditBank"] = Outside(host.BankAddress),
            ["insurer"] = Outside(host.InsurerAddress),
            ["internalToken"] = TestHospital.InternalToken,
            ["partners"] = new JsonArray([.. TestHospital.Partners.Select(partner => new JsonObject
            {
                ["platformId"] = partner.PlatformId, ["secret"] = partner.Secret, ["hospitalId"] = partner.HospitalId, ["hospitalName"] = partner.HospitalName, ["cityCode"] = partner.CityCode,
            })]),
        },
    };

    private static JsonObject Outside(Uri address) => new() { ["url"] = address.ToString(), ["merchant"] = "P1", ["secret"] = HuiminHost.Secret, ["timeoutSeconds"] = 2 };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
