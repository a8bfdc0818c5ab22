using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Tests.Hosting;

/// <summary><c>serve --role huimin --config FILE</c>: a platform as a city runs it.</summary>
public sealed class HuiminIsServed : IDisposable
{
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private readonly string folder = Directory.CreateTempSubdirectory("ybpay-huimin-").FullName;

    [Fact]
    public async Task A_configured_platform_answers_and_points_to_its_secrets()
    {
        var address = $"http://127.0.0.1:{new FreePorts(7_000, 7_900, Environment.ProcessId * 37).Take()}";
        await using var app = await ConfiguredHosts.BuildAsync("huimin", ServeConfig.Read(Written(address)), verbose: false);
        await app.StartAsync();
        using var http = new HttpClient();
        (await http.GetStringAsync($"{address}/health")).ShouldBe("ok");
        using var nobody = new StringContent("{}");
        using var refused = await http.PostAsync($"{address}/huimin/api", nobody);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("\"4000\"");
        File.Exists(Path.Combine(folder, "data", "huimin.db")).ShouldBeTrue();
    }

    [Fact]
    public void What_is_configured_is_what_the_platform_is_told()
    {
        var config = ServeConfig.Read(Written("http://127.0.0.1:1"));
        var options = config.Huimin!.Options(config);
        options.CreditBank.Secret.ShouldBe("a secret of the credit bank");
        (options.Insurer.BaseUrl, options.Insurer.Timeout).ShouldBe(("http://127.0.0.1:3", TimeSpan.FromSeconds(4)));
        (options.PublicBase, options.StatementLinkLife, options.Retired).ShouldBe(("https://huimin.example", TimeSpan.FromMinutes(5), true));
        options.ImageFolder.ShouldBe(Path.Combine(folder, "data", "images"));
        var hospital = options.Partners.ShouldHaveSingleItem();
        (hospital.PlatformId, hospital.HospitalName, hospital.RefundDays, hospital.CallbackUrl).ShouldBe(("10440101", "示例医院", 90, "https://his.example/huimin"));
        hospital.AllowedAddresses.ShouldBe(["192.0.2.10"]);
        foreach (var printed in new[] { config.ToString(), config.Huimin.ToString(), config.Huimin.CreditBank.ToString(), config.Huimin.Partners[0].ToString() }) printed.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("\"refundDays\": 90", "\"refundDays\": 91", "RefundDays")]
    [InlineData("https://huimin.example", "http://huimin.example", "PublicBase")]
    [InlineData("\"merchant\": \"P2\"", "\"merchant\": \"\"", "Insurer.Merchant")]
    public async Task What_is_wrong_stops_the_start_and_is_named(string right, string wrong, string named)
    {
        var file = Written("http://127.0.0.1:1");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(right, wrong, StringComparison.Ordinal));
        var error = await Should.ThrowAsync<InvalidOperationException>(() => ConfiguredHosts.BuildAsync("huimin", ServeConfig.Read(file), verbose: false));
        error.Message.ShouldContain(named);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Written(string address)
    {
        File.WriteAllText(Path.Combine(folder, "credit.secret"), "a secret of the credit bank\n");
        var file = Path.Combine(folder, "huimin.json");
        File.WriteAllText(file, $$"""
            { "url": "{{address}}", "dataFolder": "{{Path.Combine(folder, "data")}}", "masterKeys": { "1": "{{Key}}" },
              "huimin": { "publicUrl": "https://huimin.example", "statementLinkMinutes": 5, "retired": true,
                "creditBank": { "url": "http://127.0.0.1:2", "merchant": "P1", "secret": "@{{Path.Combine(folder, "credit.secret")}}" },
                "insurer": { "url": "http://127.0.0.1:3", "merchant": "P2", "secret": "a secret of the insurer", "timeoutSeconds": 4 },
                "partners": [ { "platformId": "10440101", "secret": "4117E877F5FA0A0188891283E4B617D5", "hospitalId": "44010001", "hospitalName": "示例医院", "cityCode": "440100",
                  "callbackUrl": "https://his.example/huimin", "refundDays": 90, "allowedAddresses": [ "192.0.2.10" ] } ] } }
            """);
        return file;
    }
}
