using YbPay.Cli.Days.Plan;
using YbPay.Client;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Walk;

/// <summary>The hospital's cashier has accounts pay what is owed, one kind after the other; what is not clear yet is asked again, as the core advises.</summary>
internal sealed class PayingDown(Visit visit)
{
    private const int MostTries = 6;

    /// <summary>What the core said that was paid.</summary>
    public Fen Paid { get; private set; }

    public string? GivenUp { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var settled = await visit.QueryAsync(cancel);
        var (psnNo, setlId, mdtrtId) = (visit.Person.PsnNo, settled.HiDocSn!, settled.HiRgstSn!);
        var core = visit.Hospital.Core;
        await visit.OrderFaultsAsync(Moment.PayDown, cancel);
        foreach (var kind in visit.Plan.PaysDown)
            await AskAsync(kind switch
            {
                PaysDown.Wallet => async () => (await core.DeductWalletAsync(new DeductWalletRequest { PsnNo = psnNo, SetlId = setlId, MdtrtId = mdtrtId }, cancel)).EnttAcctPay,
                PaysDown.Family => async () => (await core.DeductMutualAidAsync(new DeductMutualAidRequest { PsnNo = psnNo, SetlId = setlId, MdtrtId = mdtrtId }, cancel)).AllEnttAcctPay,
                PaysDown.PersonalAccount => async () => (await core.DeductPersonalAccountAsync(new DeductPersonalAccountRequest { PsnNo = psnNo, SetlId = setlId, MdtrtId = mdtrtId }, cancel)).EnttAcctPay,
            }, cancel);
    }

    private async Task AskAsync(Func<Task<decimal>> deduct, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                Paid += Fen.FromYuan(await deduct())!.Value;
                return;
            }
            catch (YbPayException refused) when (refused.RefusalName is not (null or "DEDUCTION_OPEN" or "REFUSED"))
            {
                // There is no such account, or nothing that it could pay with: nothing was taken.
                return;
            }
            catch (YbPayException)
            {
                await visit.World.Still.PassAsync(TimeSpan.FromSeconds(20), cancel);
            }
        }

        GivenUp = "5379";
    }
}
