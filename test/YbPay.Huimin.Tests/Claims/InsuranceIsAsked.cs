using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Tests;
using YbPay.Sandbox.Time;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>1101: the platform asks the hospital, the hospital its core, and HOS00001 says how the person is insured.</summary>
public sealed class InsuranceIsAsked
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_core_says_of_a_person_reaches_the_enrolment(string database)
    {
        await using var place = TestPlace.Create(database);
        var clock = new SandboxClock();
        await using var core = await CoreAsync(place, clock);
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true, clock, core.Address);
        (await InsutypeAsync(host, TestPatient.Rich)).ShouldBe("310");
        (await InsutypeAsync(host, TestPatient.Poor)).ShouldBe("390");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Where_the_hospital_says_nothing_usable_it_is_not_known_and_nobody_is_kept_from_signing(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => (options.Retired, options.HospitalTimeout) = (true, TimeSpan.FromMilliseconds(500)));
        (await InsutypeAsync(host, TestPatient.Rich)).ShouldBe("999"); // these hospitals reach no core
        host.Order(FaultTarget.Hospital, "1101", FaultKind.Timeout, 10);
        (await InsutypeAsync(host, TestPatient.Second)).ShouldBe("999");
        host.Faults.Clear();
        host.Ward.Modes.Order(host.First.HospitalId, HospitalAnswer.Down, 10);
        (await InsutypeAsync(host, TestPatient.Poor)).ShouldBe("999");
        host.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retired_as_it_is_it_is_not_asked_unless_it_is_switched_on()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        host.Order(FaultTarget.Hospital, "1101", FaultKind.Timeout);
        (await InsutypeAsync(host, TestPatient.Rich)).ShouldBe("999");
        host.Faults.Waiting().Count.ShouldBe(1);
    }

    private static async Task<string?> InsutypeAsync(HuiminHost host, TestPatient patient)
    {
        await host.First.EnrolAsync(patient, "V0001" + patient.Ending);
        return (await host.First.AskEnrolmentAsync(patient, "V0001" + patient.Ending)).Done<QueryEnrolmentReply>().Insutype;
    }

    private static Task<LocalServer> CoreAsync(TestPlace place, SandboxClock clock) => LocalServer.StartAsync(
        services => services.AddSingleton<TimeProvider>(clock).AddBureau(options =>
        {
            options.Database = place.Options("bureau");
            options.MasterKeys = new Dictionary<int, byte[]> { [1] = HuiminHost.MasterKey };
            options.Seed = BureauSeed.Default;
        }),
        app => app.MapBureau());
}
