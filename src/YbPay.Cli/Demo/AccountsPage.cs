using System.Globalization;
using System.Net.Http.Json;
using YbPay.Bureau;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>Asks a running core for the statements of a person's accounts, and shows them.</summary>
internal static class AccountsPage
{
    /// <summary>What pays a settlement's cash: the wallet and the family's accounts, in the order in which the core would use them.</summary>
    public static async Task<IReadOnlyList<AccountSheet>> AskAsync(SandboxPlan plan, string psnNo, CancellationToken cancel)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, plan.Addresses.Bureau + AccountsDoor.Path) { Content = JsonContent.Create(new { psnNo }) };
        request.Headers.Add("X-Internal-Token", plan.Secrets.InternalToken);
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        return [.. AccountsDoor.Read(await answer.Content.ReadAsByteArrayAsync(cancel)).Where(account => account.Kind != AccountKind.Personal)];
    }

    /// <summary>One line an account: its balance, and what moved it since there were so many rows.</summary>
    public static Dictionary<string, string> Values(IReadOnlyList<AccountSheet> now, IReadOnlyList<AccountSheet>? before = null)
    {
        var values = new Dictionary<string, string>();
        foreach (var account in now)
        {
            var known = before?.FirstOrDefault(old => old.AccountId == account.AccountId)?.Rows.Count ?? account.Rows.Count;
            var moved = string.Join("，", account.Rows.Skip(known).Select(row => $"{NameOf(row.Reason)} {Signed(row.Change)}"));
            values[$"{NameOf(account.Kind)}{account.MaskedNumber[^8..]}"] = $"余额 {Yuan(account.Balance)}{(moved.Length > 0 ? $"（{moved}）" : "")}";
        }

        return values;
    }

    public static string Yuan(long fen) => new Fen(fen).ToYuan().ToString("0.00", CultureInfo.InvariantCulture);

    private static string Signed(long fen) => (fen > 0 ? "+" : "") + Yuan(fen);

    private static string NameOf(AccountKind kind) => kind switch
    {
        AccountKind.Personal => "个人账户",
        AccountKind.MutualAid => "共济账户",
        AccountKind.Wallet => "钱包",
    };

    private static string NameOf(string reason) => reason switch
    {
        "deducted" => "扣减",
        "given back" => "退回",
        "topped up" => "充值",
        _ => reason,
    };
}
