using System.Text.Json;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>5378: the wallet of the holder of an identity document; the balance is what can be spent now.</summary>
internal sealed class QueryWallet(BureauDatabase database, PersonCipher cipher) : WalletTransaction<QueryWalletRequest>(cipher)
{
    public override string Infno => Infnos.WalletQuery;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, QueryWalletRequest request, string personKey, CancellationToken cancel) =>
        database.Get().WriteOutcomeAsync<JsonElement>(
            async session =>
            {
                var number = Cipher.NumberKey(CredentialKind.Certificate, request.Certno);
                if (await PersonStore.FindByCredentialAsync(session, CredentialKind.Certificate, number, call.Now) is not { } person) return Refusals.PersonUnknown;
                var profile = Cipher.Open(person.Profile);
                if (profile.PsnCertType != request.PsnCertType) return Refusals.PersonUnknown;
                if (await AccountStore.OwnAsync(session, person.PersonKey, AccountKind.Wallet) is not [var wallet, ..]) return Refusals.AccountUnknown;
                await MessageStore.ClaimAsync(session, call, person.PersonKey, null);
                return DeductionReply.Output(WalletJson.ToElement(new QueryWalletReply
                {
                    PsnNo = profile.PsnNo,
                    PsnCertType = profile.PsnCertType,
                    Certno = profile.CertNo,
                    PsnName = profile.Name,
                    WltNo = wallet.PublicNumber,
                    WltBalc = wallet.Available.ToYuan(),
                    BankTypeCode = wallet.BankType,
                    Bankcode = wallet.BankCode,
                }));
            },
            cancel);
}
