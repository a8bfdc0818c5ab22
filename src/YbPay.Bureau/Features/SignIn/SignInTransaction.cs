using System.Text.Json;
using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;

namespace YbPay.Bureau.Features.SignIn;

/// <summary>9001: issues a sign_no, which authorises the institution's later messages until it runs out.</summary>
internal sealed class SignInTransaction(BureauDatabase database, PersonCipher cipher, BureauOptions options) : Transaction<SignInRequest>(cipher)
{
    public override string Infno => Infnos.SignIn;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, SignInRequest request, string personKey, CancellationToken cancel)
    {
        var signNo = BureauNumbers.SignNumber();
        var expiresAt = (call.ReceivedAt + options.SignInLife).ToUnixTimeMilliseconds();
        return database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, null, null);
                await session.ExecuteAsync(
                    "INSERT INTO sign_in (sign_key, institution, issued_at, expires_at) VALUES (@signKey, @institution, @now, @expiresAt)",
                    new { signKey = Cipher.SignKey(signNo), institution = call.Sender.Code, now = call.Now, expiresAt });
                return Output.Of(new SignInReply { Signinoutb = new SignInResult { SignTime = ChinaTime.Text(call.ReceivedAt), SignNo = signNo } });
            },
            cancel);
    }
}
