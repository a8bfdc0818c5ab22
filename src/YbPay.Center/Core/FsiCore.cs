using System.Text.Json;
using YbPay.Center.Orders;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Core;

/// <summary>The core over the national interface (FSI) by HTTP.</summary>
internal sealed class FsiCore(FsiLink link, SettlementFinder finder, SettlementQuestion question) : ICore
{
    /// <summary>Every unsettled line of a stay.</summary>
    private const string AllLines = "0000";

    public async Task<Answer<string>> RegisterVisitAsync(string msgid, CoreParty party, CoreVisit visit)
    {
        if (visit.IsInpatient)
        {
            var admitted = await link.CallAsync("2401", msgid, party, FsiJson.Write(FsiMessages.Admission(party.Person, visit.Bill)));
            return Read(admitted, output => FsiJson.Read<AdmitInpatientReply>(output).Result.MdtrtId);
        }

        var registered = await link.CallAsync("2201", msgid, party, FsiJson.Write(FsiMessages.Registration(party.Person, visit.Bill)));
        return Read(registered, output => FsiJson.Read<RegisterOutpatientReply>(output).Data.MdtrtId);
    }

    public Task<Answer<Done>> SendDiagnosesAsync(string msgid, CoreParty party, string mdtrtId, UploadFeesRequest bill) =>
        DoneAsync("2203", msgid, party, FsiJson.Write(FsiMessages.Visit(party.Person, mdtrtId, bill)));

    public Task<Answer<Done>> UploadLinesAsync(string msgid, CoreParty party, string mdtrtId, UploadFeesRequest bill) => bill.FeeType == "02"
        ? DoneAsync("2301", msgid, party, FsiJson.Write(FsiMessages.StayLines(mdtrtId, bill)))
        : DoneAsync("2204", msgid, party, FsiJson.Write(FsiMessages.Lines(mdtrtId, bill)));

    public async Task<Answer<Done>> CancelLinesAsync(string msgid, CoreParty party, OrderRow order)
    {
        var psnNo = party.Person.PsnNo.Reveal();
        var answer = order.IsInpatient
            ? await DoneAsync("2302", msgid, party, FsiJson.Write(new CancelInpatientFeesRequest
            {
                Data = [new CancelInpatientFeesData { FeedetlSn = AllLines, MdtrtId = Visit(order), PsnNo = psnNo }],
            }))
            : await DoneAsync("2205", msgid, party, FsiJson.Write(new CancelOutpatientFeesRequest
            {
                Data = new CancelOutpatientFeesData { MdtrtId = Visit(order), ChrgBchno = order.ChrgBchno, PsnNo = psnNo },
            }));
        return answer is Answer<Done>.Refused { Code: CoreRefusals.LinesMissing } ? new Answer<Done>.Given(default) : answer;
    }

    public async Task<Answer<Done>> CancelVisitAsync(string msgid, CoreParty party, OrderRow order)
    {
        var answer = await DoneAsync("2202", msgid, party, FsiJson.Write(new CancelRegistrationRequest
        {
            Data = new CancelRegistrationData { PsnNo = party.Person.PsnNo.Reveal(), MdtrtId = Visit(order), IptOtpNo = Visit(order) },
        }));
        return answer is Answer<Done>.Refused { Code: CoreRefusals.VisitUnknown or CoreRefusals.VisitCancelled } ? new Answer<Done>.Given(default) : answer;
    }

    public async Task<Answer<CoreSettlement>> PreSettleAsync(CoreParty party, OrderRow order) => order.IsInpatient
        ? Read(await link.AskAsync("2303", party, FsiJson.Write(FsiMessages.PreSettleStay(party.Person, order))),
            output => FsiJson.Read<PreSettleInpatientReply>(output).Setlinfo, Settlement)
        : Read(await link.AskAsync("2206", party, FsiJson.Write(FsiMessages.PreSettle(party.Person, order))),
            output => FsiJson.Read<PreSettleOutpatientReply>(output).Setlinfo, Settlement);

    public async Task<Answer<CoreSettlement>> SettleAsync(string msgid, CoreParty party, OrderRow order) => order.IsInpatient
        ? Read(await link.CallAsync("2304", msgid, party, FsiJson.Write(FsiMessages.SettleStay(party.Person, order))),
            output => FsiJson.Read<SettleInpatientReply>(output).Setlinfo, Settlement)
        : Read(await link.CallAsync("2207", msgid, party, FsiJson.Write(FsiMessages.Settle(party.Person, order))),
            output => FsiJson.Read<SettleOutpatientReply>(output).Setlinfo, Settlement);

    public async Task<Answer<string>> CancelSettlementAsync(string msgid, CoreParty party, OrderRow order)
    {
        var psnNo = party.Person.PsnNo.Reveal();
        return order.IsInpatient
            ? Read(await link.CallAsync("2305", msgid, party, FsiJson.Write(new CancelInpatientSettlementRequest
                {
                    Data = new CancelInpatientSettlementData { MdtrtId = Visit(order), SetlId = order.SetlId!, PsnNo = psnNo },
                })),
                output => FsiJson.Read<CancelInpatientSettlementReply>(output).Setlinfo.SetlId)
            : Read(await link.CallAsync("2208", msgid, party, FsiJson.Write(new CancelOutpatientSettlementRequest
                {
                    Data = new CancelOutpatientSettlementData { MdtrtId = Visit(order), SetlId = order.SetlId!, PsnNo = psnNo },
                })),
                output => FsiJson.Read<CancelOutpatientSettlementReply>(output).Setlinfo.SetlId);
    }

    public async Task<Answer<Done>> ReverseAsync(string msgid, CoreParty party, string infno, string reversed)
    {
        var answer = await DoneAsync("2601", msgid, party, FsiJson.Write(new ReverseRequest
        {
            Data = new ReverseData { PsnNo = party.Person.PsnNo.Reveal(), Omsgid = reversed, Oinfno = infno },
        }));
        return answer is Answer<Done>.Refused { Code: CoreRefusals.ReversalMismatch } ? new Answer<Done>.Given(default) : answer;
    }

    public Task<Answer<Landing>> FindSettlementAsync(CoreParty party, OrderRow order, string asked, bool cancellation) =>
        finder.FindAsync(party, order, asked, cancellation);

    public Task<Answer<AccountsPaid?>> AccountsPaidAsync(CoreParty party, OrderRow order) => question.AccountsPaidAsync(party, order);

    /// <summary>
    /// The core's division as ours: fundPay is fund_pay_sumamt, othFeeAmt is hosp_part_amt. Amounts that contradict each other
    /// are not believed: the outcome is then unknown, and a human is called in the end.
    /// </summary>
    internal static Answer<CoreSettlement> Settlement(SettlementInfo info)
    {
        if (Fen.FromYuan(info.MedfeeSumamt) is not { } sum || Fen.FromYuan(info.FundPaySumamt) is not { } fund || Fen.FromYuan(info.AcctPay) is not { } account
            || Fen.FromYuan(info.PsnCashPay) is not { } cash || Fen.FromYuan(info.HospPartAmt ?? 0) is not { } hospital)
            return new Answer<CoreSettlement>.Unknown("amounts with parts of a fen");
        return Split.Of(sum, fund, account, cash, hospital).Match<Answer<CoreSettlement>>(
            split => new Answer<CoreSettlement>.Given(new CoreSettlement(info.SetlId ?? "", split)),
            why => new Answer<CoreSettlement>.Unknown($"amounts that contradict each other, {why}"));
    }

    private static string Visit(OrderRow order) => order.CoreMdtrtId ?? order.MdtrtId ?? "";

    private async Task<Answer<Done>> DoneAsync(string infno, string msgid, CoreParty party, byte[] input) =>
        (await link.CallAsync(infno, msgid, party, input)).Select(_ => default(Done));

    private static Answer<T> Read<T>(Answer<JsonElement> answer, Func<JsonElement, T> read) => Read(answer, read, value => new Answer<T>.Given(value));

    /// <summary>A success whose output is not what it should be leaves the outcome unknown.</summary>
    private static Answer<R> Read<T, R>(Answer<JsonElement> answer, Func<JsonElement, T> read, Func<T, Answer<R>> then)
    {
        if (answer is not Answer<JsonElement>.Given { Value: var output }) return answer.Select<R>(_ => throw new System.Diagnostics.UnreachableException());
        try
        {
            return then(read(output));
        }
        catch (JsonException)
        {
            return new Answer<R>.Unknown("an output that is not as published");
        }
    }
}
