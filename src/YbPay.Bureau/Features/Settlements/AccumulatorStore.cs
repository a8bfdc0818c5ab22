using YbPay.Bureau.Door;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>What a person used up of deductible and cap.</summary>
internal static class AccumulatorStore
{
    /// <param name="year">The period of the fund's part.</param>
    /// <param name="deductiblePeriod">The year again, or the visit of a stay.</param>
    public static async Task<UsedBefore> UsedAsync(DbSession session, string personKey, string insutype, string group, string year, string deductiblePeriod)
    {
        var rows = await session.QueryAsync<(string Period, long Deductible, long Fund)>(
            """
            SELECT period, deductible, fund FROM accumulator
            WHERE person_key = @personKey AND insutype = @insutype AND benefit_group = @group AND (period = @year OR period = @deductiblePeriod)
            """,
            new { personKey, insutype, group, year, deductiblePeriod });
        var (deductible, fund) = (0L, 0L);
        foreach (var row in rows)
        {
            if (row.Period == deductiblePeriod) deductible = row.Deductible;
            if (row.Period == year) fund = row.Fund;
        }

        return new UsedBefore(new Fen(deductible), new Fen(fund));
    }

    /// <summary>Adds a settlement's parts; ends the work with <paramref name="otherwise"/> when the fund's part would pass the cap.</summary>
    public static async Task AddAsync(DbSession session, SettlementRow row, long cap, Func<Exception> otherwise)
    {
        if (row.FundSum > cap) throw otherwise();
        if (row.FundYear == row.DeductiblePeriod)
        {
            await AddAsync(session, row, row.FundYear, row.Deductible, row.FundSum, cap, otherwise);
            return;
        }

        await AddAsync(session, row, row.DeductiblePeriod, row.Deductible, 0, cap, otherwise);
        await AddAsync(session, row, row.FundYear, 0, row.FundSum, cap, otherwise);
    }

    private static Task AddAsync(DbSession session, SettlementRow row, string period, long deductible, long fund, long cap, Func<Exception> otherwise) =>
        deductible == 0 && fund == 0 ? Task.CompletedTask : session.LaterAsync(
            """
            INSERT INTO accumulator (person_key, insutype, period, benefit_group, deductible, fund)
            VALUES (@PersonKey, @Insutype, @period, @BenefitGroup, @deductible, @fund)
            ON CONFLICT (person_key, insutype, period, benefit_group) DO UPDATE
            SET deductible = accumulator.deductible + excluded.deductible, fund = accumulator.fund + excluded.fund
            WHERE accumulator.fund + excluded.fund <= @cap
            """,
            new { row.PersonKey, row.Insutype, period, row.BenefitGroup, deductible, fund, cap },
            RefusedWrite.Changes(1, otherwise));

    /// <summary>Takes a settlement's parts off again.</summary>
    public static async Task RemoveAsync(DbSession session, SettlementRow row)
    {
        if (row.FundYear == row.DeductiblePeriod)
        {
            await RemoveAsync(session, row, row.FundYear, row.Deductible, row.FundSum);
            return;
        }

        await RemoveAsync(session, row, row.DeductiblePeriod, row.Deductible, 0);
        await RemoveAsync(session, row, row.FundYear, 0, row.FundSum);
    }

    private static Task RemoveAsync(DbSession session, SettlementRow row, string period, long deductible, long fund) =>
        deductible == 0 && fund == 0 ? Task.CompletedTask : session.LaterAsync(
            """
            UPDATE accumulator SET deductible = deductible - @deductible, fund = fund - @fund
            WHERE person_key = @PersonKey AND insutype = @Insutype AND period = @period AND benefit_group = @BenefitGroup
            """,
            new { row.PersonKey, row.Insutype, period, row.BenefitGroup, deductible, fund },
            RefusedWrite.Changes(1, () => new InvalidOperationException($"Settlement {row.SetlId} has no accumulator row to be taken off.")));
}
