using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>
/// A bill that is uploaded and not paid, and the address at which its patient pays it: what the hospital's side of the cashier is, whole.
/// </summary>
internal sealed record CashierOrder(SandboxPartner Partner, UploadFeesRequest Bill, UploadFeesReply Order, string Address)
{
    /// <param name="deposit">In yuan, what the hospital holds of the patient already; null for none.</param>
    public static async Task<CashierOrder> UploadAsync(SandboxFile sandbox, TimeProvider clock, Random random, decimal? deposit, CancellationToken cancel)
    {
        var partner = sandbox.Partners[random.Next(sandbox.Partners.Count)];
        var person = sandbox.Persons[random.Next(sandbox.Persons.Count)];
        using var services = new ServiceCollection().AddClient(sandbox, partner);
        var client = services.GetRequiredService<IYbPayClient>();
        var credential = await client.DecodeQrCodeAsync(
            new DecodeQrCodeRequest
            {
                OrgId = partner.OrgCodg, BusinessType = "01301", BusinessInfo = person.QrCode, OperatorId = "0001", OperatorName = "线上服务", OfficeId = "A0301", OfficeName = "互联网收费",
            },
            cancel);
        var bill = new DemoBill(random, clock).Outpatient(partner.OrgCodg, credential, person);
        var order = await client.UploadFeesAsync(bill, cancel);
        return new(partner, bill, order, AddressOf(sandbox, partner, order.CashierUrl ?? throw new DemoFailedException("6201没有返回收银台地址"), credential.AuthNo!, deposit));
    }

    public override string ToString() => Order.PayOrdId;

    /// <summary>cashierUrl with the hospital's appId and the encrypted authorisation (document, 6201: 收银台拼接说明).</summary>
    public static string AddressOf(SandboxFile sandbox, SandboxPartner partner, string cashierUrl, string payAuthNo, decimal? deposit)
    {
        using var keys = new MobileKeys(partner.AppId, partner.AppSecret, Sm2PrivateKey.Parse(partner.PrivateKey), Sm2PublicKey.Parse(sandbox.Center.PublicKey));
        var held = deposit is { } yuan ? string.Create(CultureInfo.InvariantCulture, $",\"deposit\":{yuan:0.00}") : "";
        return $"{cashierUrl}&chnlAppId={partner.AppId}&chnlEncData={keys.EncryptHex(Encoding.UTF8.GetBytes($"{{\"payAuthNo\":\"{payAuthNo}\"{held}}}"))}";
    }
}
