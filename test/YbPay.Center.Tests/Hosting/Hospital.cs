using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Center.Tests.Hosting;

/// <summary>A hospital of the sandbox: its SDK, and its keys for messages that the SDK would not send.</summary>
internal sealed class Hospital : IDisposable
{
    private readonly CenterHost _host;
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly MobileKeys _keys;

    public Hospital(CenterHost host, string orgCodg)
    {
        (_host, OrgCodg) = (host, orgCodg);
        var (plan, secrets) = (host.Plan, host.Plan.Secrets.Partners[orgCodg]);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(host.Clock);
        services.AddLogging();
        services.AddYbPay(options =>
        {
            options.BaseUrl = new Uri(plan.Addresses.Center);
            (options.AppId, options.AppSecret, options.PrivateKey) = (secrets.AppId, secrets.AppSecret, secrets.PrivateKey);
            options.CenterPublicKey = plan.Secrets.CenterPublicKey;
            // What a scenario repeats it repeats itself.
            options.Retries = 0;
        });
        _services = services.BuildServiceProvider();
        _http = new HttpClient { BaseAddress = new Uri(plan.Addresses.Center + "/org/local/api/hos/") };
        _keys = new MobileKeys(secrets.AppId, secrets.AppSecret, Sm2PrivateKey.Parse(secrets.PrivateKey), Sm2PublicKey.Parse(plan.Secrets.CenterPublicKey));
    }

    public string OrgCodg { get; }

    public CenterHost Host => _host;

    public IYbPayClient Center => _services.GetRequiredService<IYbPayClient>();

    /// <summary>The patient shows the QR code and the hospital decodes it (6101).</summary>
    public async Task<Patient> ScansAsync(SandboxPerson person)
    {
        var reply = await Center.DecodeQrCodeAsync(new DecodeQrCodeRequest
        {
            OrgId = OrgCodg, BusinessType = "01301", BusinessInfo = await _host.Control.VoucherAsync(person.PsnNo, "qrCode"), OperatorId = "0001",
            OperatorName = "收费窗口", OfficeId = "A0301", OfficeName = "门诊收费处",
        }, CancellationToken.None);
        reply.IdNo.ShouldBe(person.IdNo);
        return new Patient(person, reply.EcToken, reply.AuthNo.ShouldNotBeNull());
    }

    /// <summary>A visit of a person whose bill is not uploaded yet.</summary>
    public async Task<Visit> VisitOfAsync(SandboxPerson person, Bill bill)
    {
        var patient = await ScansAsync(person);
        return new Visit(this, patient, bill.For(this, patient));
    }

    /// <summary>A visit whose bill is uploaded (6201).</summary>
    public async Task<Visit> UploadedAsync(SandboxPerson person, Bill bill)
    {
        var visit = await VisitOfAsync(person, bill);
        await visit.UploadAsync();
        return visit;
    }

    public byte[] Seal<T>(T message)
        where T : Contracts.Contract => MobileEnvelope.SealRequest(_keys, MobileJson.Write(message), _host.Clock.GetUtcNow(), CanonicalVariant.Default);

    /// <summary>Posts bytes to an interface by the end of its path and gives the answer's bytes.</summary>
    public async Task<byte[]> PostAsync(string path, byte[] envelope)
    {
        using var content = new ByteArrayContent(envelope);
        content.Headers.ContentType = new("application/json");
        using var answer = await _http.PostAsync(path, content);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose()
    {
        _services.Dispose();
        _http.Dispose();
        _keys.Dispose();
    }
}
