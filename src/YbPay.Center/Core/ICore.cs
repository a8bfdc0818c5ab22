using YbPay.Center.Orders;
using YbPay.Center.Vouchers;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Core;

/// <summary>Nothing to say beyond that it was done.</summary>
internal readonly record struct Done;

/// <summary>What the core settled, or would settle.</summary>
/// <param name="SetlId">Empty in a pre-settlement.</param>
internal sealed record CoreSettlement(string SetlId, Split Split);

/// <summary>For whom and about whom a transaction is sent.</summary>
internal sealed record CoreParty(string OrgCodg, string OrgName, Person Person);

/// <summary>A visit to be registered: what 2201 or 2401 ask for.</summary>
internal sealed record CoreVisit(UploadFeesRequest Bill, bool IsInpatient);

/// <summary>What became of a settlement whose answer was lost.</summary>
internal abstract record Landing
{
    /// <summary>It stands at the core.</summary>
    public sealed record Landed(CoreSettlement Settlement) : Landing;

    /// <summary>The core has no such message, yet: it may still arrive until it is fenced off by a reversal.</summary>
    public sealed record NotThere : Landing;
}

/// <summary>What the person's accounts paid of a settlement's cash part after it (5369, 5373, 5379).</summary>
/// <param name="PaidDown">All of it.</param>
/// <param name="Undecided">With a bank that has not said whether it paid: neither owed nor paid.</param>
internal sealed record AccountsPaid(Fen PaidDown, Fen Undecided);

/// <summary>
/// The bureau's core system as the centre needs it. A method with a msgid is one transaction of the national
/// interface under that number, which was written down before; the others only ask. Where outpatient and inpatient differ, both numbers are named.
/// </summary>
internal interface ICore
{
    /// <summary>2201 / 2401: gives the visit's id.</summary>
    Task<Answer<string>> RegisterVisitAsync(string msgid, CoreParty party, CoreVisit visit);

    /// <summary>2203: the visit's diagnoses. Refused with VISIT_UNKNOWN when the core has no such visit.</summary>
    Task<Answer<Done>> SendDiagnosesAsync(string msgid, CoreParty party, string mdtrtId, UploadFeesRequest bill);

    /// <summary>2204 / 2301.</summary>
    Task<Answer<Done>> UploadLinesAsync(string msgid, CoreParty party, string mdtrtId, UploadFeesRequest bill);

    /// <summary>2205 / 2302. Lines that are not there count as cancelled.</summary>
    Task<Answer<Done>> CancelLinesAsync(string msgid, CoreParty party, OrderRow order);

    /// <summary>2202. A visit that is not there counts as cancelled.</summary>
    Task<Answer<Done>> CancelVisitAsync(string msgid, CoreParty party, OrderRow order);

    /// <summary>2206 / 2303: asks, changes nothing.</summary>
    Task<Answer<CoreSettlement>> PreSettleAsync(CoreParty party, OrderRow order);

    /// <summary>2207 / 2304.</summary>
    Task<Answer<CoreSettlement>> SettleAsync(string msgid, CoreParty party, OrderRow order);

    /// <summary>2208 / 2305: gives the number of the cancelling settlement.</summary>
    Task<Answer<string>> CancelSettlementAsync(string msgid, CoreParty party, OrderRow order);

    /// <summary>
    /// 2601: undoes the message <paramref name="reversed"/>, or fences it off when it has not arrived. A core that has another's message under that
    /// number has never carried ours out and never will, which is as good.
    /// </summary>
    Task<Answer<Done>> ReverseAsync(string msgid, CoreParty party, string infno, string reversed);

    /// <summary>3202: whether a settlement (or its cancellation) sent under <paramref name="asked"/> stands at the core.</summary>
    Task<Answer<Landing>> FindSettlementAsync(CoreParty party, OrderRow order, string asked, bool cancellation);

    /// <summary>5203: what accounts paid of a settled order's cash. Null from a core that does not tell: it knows no such payments.</summary>
    Task<Answer<AccountsPaid?>> AccountsPaidAsync(CoreParty party, OrderRow order);
}
