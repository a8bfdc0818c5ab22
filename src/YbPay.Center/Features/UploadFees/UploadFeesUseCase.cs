using System.Text.Json;
using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Partners;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Bills;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Center.Features.UploadFees;

/// <summary>6201: takes a bill in and has the core register it. The same bill again gives the same order (ruling C5).</summary>
internal sealed class UploadFeesUseCase(CenterBooks books, VoucherStore vouchers, Credentials credentials, UploadToCore core)
    : IUseCase<UploadFeesRequest, UploadFeesReply>
{
    public async Task<Outcome<UploadFeesReply>> RunAsync(Caller caller, UploadFeesRequest request)
    {
        if (caller.Partner.Institution(request.OrgCodg) is not { } institution) return Refusals.InstitutionNotPartners;
        var bill = TotalOf(request);
        if (bill is not Outcome<Fen>.Ok { Value: var total }) return ((Outcome<Fen>.No)bill).Why;

        var digest = UploadDigest.Of(caller.Data);
        var (kind, credential) = string.IsNullOrEmpty(request.EcToken) ? (VoucherKind.PayAuthNo, request.PayAuthNo!) : (VoucherKind.EcToken, request.EcToken);
        var (known, voucher) = await books.Database.ReadAsync(async session =>
        {
            var (before, asked) = (OrderStore.AskByHospital(session, request.OrgCodg, request.MedOrgOrd), VoucherStore.Ask(session, credential));
            return (await before.FirstOrDefaultAsync(), await asked.FirstOrDefaultAsync());
        });
        if (known is not null) return Again(known, caller, digest);

        return PersonOf(request, vouchers.PersonOf(kind, voucher)) switch
        {
            Outcome<Person>.Ok person => await TakeInAsync(NewOrder(caller, request, digest, total, person.Value), person.Value, institution, caller, request),
            Outcome<Person>.No no => no.Why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Outcome<UploadFeesReply>> TakeInAsync(OrderRow order, Person person, InstitutionOptions institution, Caller caller, UploadFeesRequest request)
    {
        if (await core.OpenAsync(order, caller.Data) is { } legs)
        {
            var party = new CoreParty(order.OrgCodg, institution.OrgName, person);
            return (await core.SendAsync(order, legs, party, request)).Then<UploadFeesReply>(uploaded => Reply(uploaded));
        }

        var rival = await books.Database.ReadAsync(session => OrderStore.AskByHospital(session, request.OrgCodg, request.MedOrgOrd).FirstOrDefaultAsync());
        return rival is null ? Refusals.OrderBeingUploaded : Again(rival, caller, order.UploadDigest);
    }

    /// <summary>What stands under this hospital order number already.</summary>
    private Outcome<UploadFeesReply> Again(OrderRow known, Caller caller, string digest)
    {
        if (known.AppId != caller.Partner.AppId || known.UploadDigest != digest)
            return known.State.IsPaidInFull() ? Refusals.AlreadyPaid : Refusals.RevokeFirst;
        return known.State == OrderState.Uploading ? Refusals.OrderBeingUploaded : Reply(known);
    }

    private static Outcome<Fen> TotalOf(UploadFeesRequest request)
    {
        if (request.FeeType is not ("01" or "02")) return Refusals.FeeTypeUnknown;
        if (string.IsNullOrEmpty(request.EcToken) && string.IsNullOrEmpty(request.PayAuthNo)) return Refusals.CredentialMissing;
        if (string.IsNullOrEmpty(request.EcToken) && string.IsNullOrEmpty(request.MdtrtId)) return Refusals.VisitMissing;
        return BillRules.Total(
            request.MedfeeSumamt,
            [.. request.FeedetailList.Select(line => new LineAmount(line.FeedetlSn, line.DetItemFeeSumamt, line.Cnt, line.Pric))],
            new BillParts(request.FulamtOwnpayAmt, request.OverlmtSelfpay, request.PreselfpayAmt, request.InscpScpAmt));
    }

    /// <summary>The credential decides who the patient is; the message must say the same.</summary>
    private Outcome<Person> PersonOf(UploadFeesRequest request, Person? person)
    {
        if (person is null) return Refusals.CredentialRejected;
        if (!Credentials.Same(person.Index(books.Cipher), Person.Index(books.Cipher, request.IdType, request.IdNo, request.UserName))) return Refusals.PersonDiffers;
        if (person.PsnNo.Reveal() != request.PsnNo || request.FeedetailList.Any(line => line.PsnNo != request.PsnNo)) return Refusals.PersonDiffers;
        var region = request.InsuplcAdmdvs ?? request.InsuCode;
        return string.IsNullOrEmpty(region) ? person : person with { InsuplcAdmdvs = region };
    }

    private OrderRow NewOrder(Caller caller, UploadFeesRequest request, string digest, Fen total, Person person)
    {
        var payOrdId = books.Serials.PayOrdId(books.Options.Admdvs);
        var now = books.Now;
        return new OrderRow
        {
            PayOrdId = payOrdId, OrgCodg = request.OrgCodg, AppId = caller.Partner.AppId, MedOrgOrd = request.MedOrgOrd, UploadDigest = digest,
            State = OrderState.Uploading, Version = 0, PayTokenHash = Credentials.Hash(credentials.PayToken(payOrdId)),
            PersonIndex = person.Index(books.Cipher), Person = person.Seal(books.Cipher), FeeType = request.FeeType,
            MdtrtId = string.IsNullOrEmpty(request.MdtrtId) ? null : request.MdtrtId, ChrgBchno = request.ChrgBchno, MedType = request.MedType,
            Insutype = request.Insutype, PsnSetlway = request.PsnSetlway, AcctUsedFlag = request.AcctUsedFlag,
            MidSetlFlag = request.MidSetlFlag is { Length: > 0 } mid ? mid : "0", FeeSum = total.Value, DepositAsked = 0, DepositUsed = 0, CashDue = 0, CashPaid = 0,
            CashRefundHeld = 0, InsuranceRefundHeld = 0, RevsUsed = 0, CreatedAt = now, UpdatedAt = now,
            ClosesAt = now + (long)books.Options.UnpaidLimit.TotalMilliseconds,
        };
    }

    private UploadFeesReply Reply(OrderRow order) => new()
    {
        PayOrdId = order.PayOrdId,
        PayToken = credentials.PayToken(order.PayOrdId),
        CashierUrl = $"{books.Options.PublicBase.TrimEnd('/')}/cashier?t={order.PayOrdId}.{credentials.CashierMac(order.PayOrdId)}",
        ExtData = order.CoreMdtrtId is null ? null : JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["mdtrtId"] = order.MdtrtId ?? order.CoreMdtrtId }, ExtensionJson.Default.DictionaryStringString),
    };
}
