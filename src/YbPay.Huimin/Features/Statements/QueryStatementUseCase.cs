using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Door;

namespace YbPay.Huimin.Features.Statements;

/// <summary>HOS00013 对账单查询: where the statement of a day can be fetched, from noon of the next day on.</summary>
internal sealed class QueryStatementUseCase(StatementMaking making, StatementLinks links) : Transaction<QueryStatementRequest>("HOS00013")
{
    protected override (string HospitalId, string CityCode)? Hospital(QueryStatementRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, QueryStatementRequest request, ContentReceiver content)
    {
        if (StatementDay.Parse(request.SettleDate) is not { } day) return Refusals.MessageInvalid.With("settleDate 不是日期");
        if (call.ReceivedAt < day.ReadyAt) return StatementRefusals.StatementNotReady;
        await making.GetAsync(call.Partner, day, CancellationToken.None);
        return Reply(new QueryStatementReply { SettleDate = request.SettleDate, SettleFileUrl = links.Of(call.HospitalId, day, call.ReceivedAt) });
    }
}
