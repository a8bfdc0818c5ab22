using YbPay.Bureau.Door;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>What was used up of one group in one period (a year, or a stay's number); amounts in fen.</summary>
internal sealed record AccumulatorRow(string BenefitGroup, string Period, long Deductible, long Shared, long SpanFund, long Fund);

/// <summary>What a person used up of deductibles, segments and caps, by group: a year's row, and a stay's row for what counts per stay.</summary>
internal static class AccumulatorStore
{
    /// <summary>What was used up in a year and in a stay, of whatever group.</summary>
    public static Asked<AccumulatorRow> Ask(DbSession session, string personKey, string insutype, string year, string mdtrtId) => session.Ask<AccumulatorRow>(
        """
        SELECT benefit_group, period, deductible, shared, span_fund, fund FROM accumulator
        WHERE person_key = @personKey AND insutype = @insutype AND (period = @year OR period = @mdtrtId)
        """,
        new { personKey, insutype, year, mdtrtId });

    /// <summary>What was used up of each of the plan's grants, in their order.</summary>
    public static UsedBefore[] Used(IReadOnlyList<AccumulatorRow> rows, BenefitPlan plan, string year, string mdtrtId) =>
        [.. plan.Grants.Select(grant => Used(rows, grant, year, grant.Span is DeductibleSpan.Stay ? mdtrtId : year))];

    private static UsedBefore Used(IReadOnlyList<AccumulatorRow> rows, BenefitGrant grant, string year, string span)
    {
        var used = default(UsedBefore);
        foreach (var row in rows)
        {
            if (row.BenefitGroup != grant.Group) continue;
            if (row.Period == span) used = used with { Deductible = new Fen(row.Deductible), Shared = new Fen(row.Shared), SpanFund = new Fen(row.SpanFund) };
            if (row.Period == year) used = used with { Fund = new Fen(row.Fund) };
        }

        return used;
    }

    /// <summary>Adds a settlement's parts; ends the work with <paramref name="otherwise"/> when a fund's part would pass a cap.</summary>
    public static async Task AddAsync(DbSession session, SettlementRow row, Func<Exception> otherwise)
    {
        foreach (var use in AccumulatorUse.Of(row))
        {
            if (use.Fund > use.Cap || use.SpanFund > use.SpanCap) throw otherwise();
            await session.LaterAsync(
                """
                INSERT INTO accumulator (person_key, insutype, period, benefit_group, deductible, shared, span_fund, fund)
                VALUES (@PersonKey, @Insutype, @Period, @Group, @Deductible, @Shared, @SpanFund, @Fund)
                ON CONFLICT (person_key, insutype, period, benefit_group) DO UPDATE
                SET deductible = accumulator.deductible + excluded.deductible, shared = accumulator.shared + excluded.shared,
                  span_fund = accumulator.span_fund + excluded.span_fund, fund = accumulator.fund + excluded.fund
                WHERE accumulator.fund + excluded.fund <= @Cap AND accumulator.span_fund + excluded.span_fund <= @SpanCap
                """,
                new { row.PersonKey, row.Insutype, use.Period, use.Group, use.Deductible, use.Shared, use.SpanFund, use.Fund, use.Cap, use.SpanCap },
                new Guard(1, otherwise));
        }
    }

    /// <summary>Takes a settlement's parts off again.</summary>
    public static async Task RemoveAsync(DbSession session, SettlementRow row)
    {
        foreach (var use in AccumulatorUse.Of(row))
        {
            await session.LaterAsync(
                """
                UPDATE accumulator SET deductible = deductible - @Deductible, shared = shared - @Shared, span_fund = span_fund - @SpanFund, fund = fund - @Fund
                WHERE person_key = @PersonKey AND insutype = @Insutype AND period = @Period AND benefit_group = @Group
                """,
                new { row.PersonKey, row.Insutype, use.Period, use.Group, use.Deductible, use.Shared, use.SpanFund, use.Fund },
                new Guard(1, () => new InvalidOperationException($"Settlement {row.SetlId} has no accumulator row to be taken off.")));
        }
    }
}
