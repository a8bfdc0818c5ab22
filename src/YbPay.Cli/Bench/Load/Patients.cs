using System.Net.Http.Json;
using System.Text.Json;
using YbPay.Contracts.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Load;

/// <summary>Has credentials issued for the bench's persons, as the national platform would.</summary>
internal static class Patients
{
    private const int AtOnce = 16;

    public static async Task<IReadOnlyList<Patient>> CreateAsync(SandboxPlan plan, int count, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri(plan.Addresses.Center) };
        http.DefaultRequestHeaders.Add("X-Internal-Token", plan.Secrets.InternalToken);
        var patients = new Patient[count];
        var persons = BenchPersons.Of(count);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, token) =>
        {
            var person = persons[i];
            patients[i] = new Patient(person, new DecodeQrCodeReply
            {
                UserName = person.UserName, IdNo = person.IdNo, IdType = person.IdType, InsuOrg = person.InsuplcAdmdvs,
                EcToken = await IssueAsync(http, person, "ecToken", token), AuthNo = await IssueAsync(http, person, "payAuthNo", token),
            });
        });
        return patients;
    }

    private static async Task<string> IssueAsync(HttpClient http, SandboxPerson person, string kind, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync(
            "/internal/vouchers", new { person.PsnNo, person.IdNo, person.IdType, person.UserName, person.InsuplcAdmdvs, kind }, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("value").GetString()!;
    }
}
