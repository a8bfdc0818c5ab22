using YbPay.Bureau.Door;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Features.Visits;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>Loads what a bill needs and has the engine split it. Reads only.</summary>
internal sealed class SettlementCalculation(BenefitPolicy policy, PersonCipher cipher)
{
    public async Task<Outcome<SettlementCase>> CalculateAsync(DbSession session, Call call, SettlementOrder order)
    {
        var year = ChinaTime.Year(call.ReceivedAt);
        var (asked, sums, uses) = (AskFacts(session, call, order), FeeLineStore.AskSum(session, order.MdtrtId, order.Batch),
            AccumulatorStore.Ask(session, order.PersonKey, order.Insutype, year, order.MdtrtId));
        var found = await FactsAsync(session, asked, order);
        if (found is Outcome<FactsRow>.No no) return no.Why;
        var facts = ((Outcome<FactsRow>.Ok)found).Value;

        var medType = order.MedType.Length > 0 ? order.MedType : facts.MedType;
        var person = await InsuredAsync(session, order, facts, ChinaTime.Day(call.ReceivedAt));
        var visit = new VisitFacts(medType, call.Sender.Level, order.UseAccount);
        if (policy.Plan(person, visit) is not { } plan) return Refusals.NoBenefit;

        var lines = await FeeLineStore.SumAsync(sums);
        if (lines.Unsettled == 0) return lines.Settled > 0 ? Refusals.Settled : Refusals.LinesMissing;
        if (lines.Sum.Amount != order.Total) return Refusals.AmountDiffers;

        var period = plan.Rule.Grant.Span is DeductibleSpan.Stay ? order.MdtrtId : year;
        var used = AccumulatorStore.Used(await uses.RowsAsync(), plan, year, order.MdtrtId);
        var result = BenefitCalculator.Settle(plan, person, visit, lines.Sum, used);
        var reckoning = new StoredReckoning(policy.Admdvs, policy.Name, facts.PsnType, call.Sender.Level, facts.CivilServant, result.Funds);
        return new SettlementCase(order, cipher.Open(facts.Profile), facts.PsnType, medType, result, lines.Unsettled, year, period, reckoning);
    }

    /// <summary>Supplements go by further insurances and identities; without supplements nobody asks for them.</summary>
    private async Task<InsuredFacts> InsuredAsync(DbSession session, SettlementOrder order, FactsRow facts, DateOnly day)
    {
        var person = new InsuredFacts(order.Insutype, facts.PsnType, new Fen(facts.AccountBalance));
        if (policy.Supplements.Count == 0) return person;
        var insurances = await PersonStore.InsurancesAsync(session, order.PersonKey);
        var identities = await PersonStore.IdentitiesAsync(session, order.PersonKey, day);
        return person with
        {
            Insurances = [.. insurances.Where(row => row.State == InsuranceRow.Insured).Select(row => row.Insutype)],
            Identities = [.. identities.Select(row => row.PsnIdetType)],
        };
    }

    private static Asked<FactsRow> AskFacts(DbSession session, Call call, SettlementOrder order) => session.Ask<FactsRow>(
        """
        SELECT v.med_type, v.inpatient, v.state, p.psn_type, p.profile, COALESCE(i.account_balance - i.account_frozen - i.account_held, 0) AS account_balance, COALESCE(i.state, '0') AS insured,
          CASE WHEN EXISTS (SELECT 1 FROM insurance c WHERE c.person_key = v.person_key AND c.insutype = '320' AND c.state = '1') THEN 1 ELSE 0 END AS civil_servant
        FROM visit v JOIN person p ON p.person_key = v.person_key
        LEFT JOIN insurance i ON i.person_key = v.person_key AND i.insutype = @Insutype
        WHERE v.mdtrt_id = @MdtrtId AND v.person_key = @PersonKey AND v.institution = @institution
        """,
        new { order.MdtrtId, order.PersonKey, order.Insutype, institution = call.Sender.Code });

    private static async Task<Outcome<FactsRow>> FactsAsync(DbSession session, Asked<FactsRow> asked, SettlementOrder order)
    {
        var facts = await asked.FirstOrDefaultAsync();
        if (facts is null) return await PersonStore.FindAsync(session, order.PersonKey) is null ? Refusals.PersonUnknown : Refusals.VisitUnknown;
        if (facts.State is VisitState.Cancelled) return Refusals.VisitCancelled;
        if (facts.Inpatient != order.Inpatient) return Refusals.VisitKind;
        return facts.Insured == InsuranceRow.Insured ? facts : Refusals.InsuranceUnknown;
    }

    private sealed record FactsRow(string MedType, bool Inpatient, VisitState State, string PsnType, byte[] Profile, long AccountBalance, string Insured, bool CivilServant);
}
