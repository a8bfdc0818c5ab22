using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using YbPay.Bureau;
using YbPay.Center;
using YbPay.Huimin;

namespace YbPay.Cli.Hosting;

/// <summary>One role by its configuration file, as a city or a bureau runs it.</summary>
internal static class ConfiguredHosts
{
    public static async Task<WebApplication> BuildAsync(string role, ServeConfig config, bool verbose)
    {
        var builder = RoleHost.Builder(role, listen => Listen(listen, config), config.DataFolder, verbose, TimeProvider.System);
        switch (role)
        {
            case "center":
                await builder.Services.AddCenterAsync((config.Center ?? throw new InvalidDataException("The file has no \"center\".")).Options(config));
                break;
            case "bureau":
                var bureau = config.Bureau ?? throw new InvalidDataException("The file has no \"bureau\".");
                builder.Services.AddBureau(options =>
                {
                    options.Database = config.DatabaseOf(role);
                    options.MasterKeys = config.Keys();
                    options.Admdvs = bureau.Admdvs;
                    options.Seed = bureau.Seed();
                    options.Policy = bureau.Policy();
                    options.AccountBank = bureau.AccountBank?.Settings();
                    options.InternalToken = ServeConfig.Secret(bureau.InternalToken)!;
                });
                break;
            case "huimin":
                await builder.Services.AddHuiminAsync((config.Huimin ?? throw new InvalidDataException("The file has no \"huimin\".")).Options(config));
                break;
            default:
                throw new InvalidDataException($"Role '{role}' is the sandbox's own; only center, bureau and huimin take a configuration file.");
        }

        var app = builder.Build();
        switch (role)
        {
            case "center": app.MapCenter(); break;
            case "bureau": app.MapBureau(); break;
            default: app.MapHuimin(); break;
        }

        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServeConfig config)
    {
        var url = new Uri(config.Url);
        var address = url.IsLoopback ? IPAddress.Loopback : IPAddress.TryParse(url.Host, out var ip) ? ip : IPAddress.Any;
        kestrel.Listen(address, url.Port, listen =>
        {
            if (config.Certificate is { } certificate) listen.UseHttps(X509Certificate2.CreateFromPemFile(certificate.Path, certificate.KeyPath));
        });
    }
}
