using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Features.Visits;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>Loads what a bill needs and has the engine split it. Reads only.</summary>
internal sealed class SettlementCalculation(BenefitPolicy policy, PersonCipher cipher)
{
    public BenefitPolicy Policy { get; } = policy;

    public async Task<Outcome<SettlementCase>> CalculateAsync(DbSession session, Call call, SettlementOrder order)
    {
        var found = await FactsAsync(session, call, order);
        if (found is Outcome<FactsRow>.No no) return no.Why;
        var facts = ((Outcome<FactsRow>.Ok)found).Value;

        var medType = order.MedType.Length > 0 ? order.MedType : facts.MedType;
        if (Policy.Find(order.Insutype, facts.PsnType, medType, call.Sender.Level) is not { } rule) return Refusals.NoBenefit;

        var lines = await FeeLineStore.SumAsync(session, order.MdtrtId, order.Batch);
        if (lines.Unsettled == 0) return lines.Settled > 0 ? Refusals.Settled : Refusals.LinesMissing;
        if (lines.Sum.Amount != order.Total) return Refusals.AmountDiffers;

        var year = ChinaTime.Year(call.ReceivedAt);
        var period = rule.Span is DeductibleSpan.Stay ? order.MdtrtId : year;
        var used = await AccumulatorStore.UsedAsync(session, order.PersonKey, order.Insutype, rule.Group, year, period);
        var person = new InsuredFacts(order.Insutype, facts.PsnType, new Fen(facts.AccountBalance));
        var visit = new VisitFacts(medType, call.Sender.Level, order.UseAccount);
        var result = BenefitCalculator.Settle(rule, person, visit, lines.Sum, used);
        return new SettlementCase(order, cipher.Open(facts.Profile), facts.PsnType, medType, result, lines.Unsettled, year, period);
    }

    private static async Task<Outcome<FactsRow>> FactsAsync(DbSession session, Call call, SettlementOrder order)
    {
        var facts = await session.FirstOrDefaultAsync<FactsRow>(
            """
            SELECT v.med_type, v.inpatient, v.state, p.psn_type, p.profile, COALESCE(i.account_balance, 0) AS account_balance, COALESCE(i.state, '0') AS insured
            FROM visit v JOIN person p ON p.person_key = v.person_key
            LEFT JOIN insurance i ON i.person_key = v.person_key AND i.insutype = @Insutype
            WHERE v.mdtrt_id = @MdtrtId AND v.person_key = @PersonKey AND v.institution = @institution
            """,
            new { order.MdtrtId, order.PersonKey, order.Insutype, institution = call.Sender.Code });
        if (facts is null) return await PersonStore.FindAsync(session, order.PersonKey) is null ? Refusals.PersonUnknown : Refusals.VisitUnknown;
        if (facts.State is VisitState.Cancelled) return Refusals.VisitCancelled;
        if (facts.Inpatient != order.Inpatient) return Refusals.VisitKind;
        return facts.Insured == "1" ? facts : Refusals.InsuranceUnknown;
    }

    private sealed record FactsRow(string MedType, bool Inpatient, VisitState State, string PsnType, byte[] Profile, long AccountBalance, string Insured);
}
