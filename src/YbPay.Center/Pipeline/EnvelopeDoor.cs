using System.Net;
using YbPay.Center.Partners;
using YbPay.Protocol.MobilePay;

namespace YbPay.Center.Pipeline;

/// <summary>Finds an envelope's partner and opens it. What went wrong is for the log; outside, every failure looks the same.</summary>
internal sealed class EnvelopeDoor(PartnerRegistry partners, IFreshness freshness)
{
    /// <summary>Null when the envelope is not accepted.</summary>
    public (Partner Partner, OpenedEnvelope Envelope)? Accept(byte[] body, IPAddress? address, out EnvelopeFault fault)
    {
        fault = EnvelopeFault.UnknownPartner;
        if (MobileEnvelope.PeekAppId(body) is not { } appId || partners.Find(appId) is not { } partner || !partner.MayCallFrom(address)) return null;
        fault = MobileEnvelope.Open(partner.Keys, body, freshness, partner.Requests, out var envelope, out _);
        return fault == EnvelopeFault.None ? (partner, envelope!) : null;
    }
}
