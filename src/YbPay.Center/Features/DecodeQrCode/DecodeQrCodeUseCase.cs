using System.Text.Json;
using YbPay.Center.Pipeline;
using YbPay.Center.Vouchers;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Features.DecodeQrCode;

/// <summary>
/// 6101: who shows this QR code, with a fresh ecToken and payment authorisation. The printed table leaves the scanned code
/// to the native library; here it comes as <c>qrCode</c> (or <c>ecQrCode</c>) beside the printed fields, or as <c>businessInfo</c>.
/// </summary>
internal sealed class DecodeQrCodeUseCase(VoucherStore vouchers) : IUseCase<DecodeQrCodeRequest, DecodeQrCodeReply>
{
    public async Task<Outcome<DecodeQrCodeReply>> RunAsync(Caller caller, DecodeQrCodeRequest request)
    {
        if (caller.Partner.Institution(request.OrgId) is null) return Refusals.InstitutionNotPartners;
        if (QrCodeOf(caller.Data) is not { } code || await vouchers.FindAsync(VoucherKind.QrCode, code) is not { } person) return Refusals.QrCodeRejected;
        var issued = await vouchers.IssueAsync(person, VoucherKind.EcToken, VoucherKind.PayAuthNo);
        return new DecodeQrCodeReply
        {
            UserName = person.UserName.Reveal(),
            IdNo = person.IdNo.Reveal(),
            IdType = person.IdType,
            EcToken = issued[0].Value,
            InsuOrg = person.InsuplcAdmdvs,
            AuthNo = issued[1].Value,
        };
    }

    private static string? QrCodeOf(byte[] data)
    {
        using var message = JsonDocument.Parse(data);
        foreach (var name in (ReadOnlySpan<string>)["qrCode", "ecQrCode", "businessInfo"])
            if (message.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) return value.GetString();
        return null;
    }
}
