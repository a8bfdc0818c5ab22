using YbPay.Bureau.Accounts;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.FeeLines;
using YbPay.Bureau.Ledger;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>Settles: message, account, accumulators, settlement, lines and ledger entry in one transaction, or nothing.</summary>
internal sealed class SettlementBooking(BureauDatabase database, SettlementCalculation calculation, BureauNumbers numbers)
{
    public Task<Outcome<(SettlementRow Row, SettlementCase Case)>> SettleAsync(Call call, SettlementOrder order, CancellationToken cancel)
    {
        var setlId = numbers.Next();
        return database.Get().WriteOutcomeAsync<(SettlementRow, SettlementCase)>(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, order.PersonKey, order.MdtrtId);
                SettlementLock.Take(session, order.MdtrtId, order.PersonKey, order.Insutype);
                if (order.Inpatient && await SettlementStore.IsFinalAsync(session, order.MdtrtId)) return Refusals.Settled;
                var calculated = await calculation.CalculateAsync(session, call, order);
                if (calculated is Outcome<SettlementCase>.No no) return no.Why;
                var bill = ((Outcome<SettlementCase>.Ok)calculated).Value;
                var row = NewRow(call, bill, setlId);

                await SettlementStore.InsertAsync(session, row, RefusedWrite.Because(Refusals.Settled));
                await FeeLineStore.SettleAsync(session, order.MdtrtId, order.Batch, setlId, bill.Lines);
                await AccumulatorStore.AddAsync(
                    session, row, () => new InvalidOperationException("The engine let a settlement pass a cap, or the person's row was not locked."));
                await AccountMoney.MovePersonalAsync(
                    session, order.PersonKey, order.Insutype, -row.AccountPaid, MovementReason.Settled, setlId, call.Now,
                    () => new InvalidOperationException("The engine took more from a personal account than it holds, or the person's row was not locked."));
                await BureauLedger.SettledAsync(session, row, call.Now);
                return (row, bill);
            },
            cancel);
    }

    /// <summary>What would be stored; a pre-settlement shows it and forgets it.</summary>
    public static SettlementRow NewRow(Call call, SettlementCase bill, string setlId)
    {
        var result = bill.Result;
        return new SettlementRow
        {
            SetlId = setlId,
            MdtrtId = bill.Order.MdtrtId,
            PersonKey = bill.Order.PersonKey,
            Institution = call.Sender.Code,
            ChrgBchno = bill.Order.Batch,
            OnceKey = !bill.Order.Inpatient ? bill.Order.Batch : bill.Order.Final ? SettlementStore.FinalKey : "MID:" + setlId,
            Msgid = call.Msgid,
            State = SettlementState.InForce,
            Insutype = bill.Order.Insutype,
            MedType = bill.MedType,
            ClrType = result.Rule.ClearingType,
            BenefitGroup = result.Rule.Grant.Group,
            FundYear = bill.FundYear,
            DeductiblePeriod = bill.DeductiblePeriod,
            MdtrtCertType = bill.Order.MdtrtCertType,
            SettledAt = call.Now,
            Medfee = result.Bill.Amount.Value,
            OwnPaid = result.Bill.OwnPaid.Value,
            OverLimit = result.Bill.OverLimit.Value,
            FirstOwnPaid = result.Bill.FirstOwnPaid.Value,
            InScope = result.Bill.InScope.Value,
            Deductible = result.Deductible.Value,
            Ratio = result.Funds[0].Ratio,
            Hifp = result.Paid(FundKind.Basic).Value,
            Cvlserv = result.Paid(FundKind.CivilServant).Value,
            Hifes = result.Paid(FundKind.Enterprise).Value,
            Hifmi = result.Paid(FundKind.SeriousIllness).Value,
            Hifob = result.Paid(FundKind.LargeAmount).Value,
            Hifdm = result.Paid(FundKind.Disabled).Value,
            Maf = result.Paid(FundKind.MedicalAid).Value,
            Oth = result.Paid(FundKind.Other).Value,
            FundSum = result.FundSum.Value,
            HospPart = result.HospitalPart.Value,
            PersonPart = result.PersonPart.Value,
            AccountPaid = result.AccountPaid.Value,
            Cash = result.Cash.Value,
            AccountLeft = result.AccountLeft.Value,
            Funds = FundRow.Write(result),
            Reckoning = bill.Reckoning.Write(),
        };
    }
}
