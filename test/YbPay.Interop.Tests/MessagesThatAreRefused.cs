using System.Text.Json.Nodes;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Interop.Tests.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Testing.Messages;

namespace YbPay.Interop.Tests;

/// <summary>A trusted envelope around a wrong message: refused by name, with the place of the fault, and nothing is stored.</summary>
public sealed class MessagesThatAreRefused : IClassFixture<World>, IDisposable
{
    private const string Upload = "uldFeeInfo";
    private readonly World _world;
    private readonly RawHospital _hospital;

    public MessagesThatAreRefused(World world) => (_world, _hospital) = (world, new RawHospital(world, 0));

    private SandboxPerson Person => _world.File.Persons[0];

    [Fact]
    public async Task Every_single_break_of_an_upload_is_refused_naming_its_path()
    {
        var before = await CenterRows.CountAsync(_world);
        foreach (var broken in MessageMaker.Broken(Catalogue.For<UploadFeesRequest>()))
        {
            var told = await _hospital.AskAsync(Upload, broken.Message);
            told.Code.ShouldBe("2001", broken.ToString());
            told.Message.ShouldContain(broken.Path, Case.Sensitive, broken.ToString());
        }

        (await CenterRows.CountAsync(_world)).ShouldBe(before);
    }

    public static TheoryData<string, string, string> BadAmounts => new()
    {
        { "medfeeSumamt", "10.001", "2001" },
        { "medfeeSumamt", "-10.00", "2002" },
        { "medfeeSumamt", "0.00", "2002" },
        { "medfeeSumamt", "99999999999999.99", "2003" },
        { "medfeeSumamt", "999999999999999999999999999999", "2001" },
        { "medfeeSumamt", "0.01", "2003" },
        { "medfeeSumamt", "\"NaN\"", "2001" },
        { "medfeeSumamt", "\"１０.00\"", "2001" },
        { "detItemFeeSumamt", "10.001", "2001" },
        { "detItemFeeSumamt", "-0.01", "2002" },
        { "detItemFeeSumamt", "99999999999999.99", "2003" },
    };

    [Theory]
    [MemberData(nameof(BadAmounts))]
    public async Task Amounts_that_cannot_be_are_refused(string field, string amount, string code)
    {
        var bill = await _world.BillAsync(_hospital, Person);
        var holder = field == "medfeeSumamt" ? bill : bill["feedetailList"]![0]!.AsObject();
        holder[field] = JsonNode.Parse(amount);
        await RefusedAsync(Upload, bill, code);
    }

    [Fact]
    public async Task Two_lines_of_one_number_are_refused()
    {
        var bill = await _world.BillAsync(_hospital, Person);
        bill["feedetailList"]![1]!["feedetlSn"] = bill["feedetailList"]![0]!["feedetlSn"]!.GetValue<string>();
        await RefusedAsync(Upload, bill, "2004");
    }

    [Fact]
    public async Task A_hospital_that_is_not_the_partners_is_refused()
    {
        var bill = await _world.BillAsync(_hospital, Person);
        bill["orgCodg"] = SandboxPlan.Institutions[1].OrgCodg;
        await RefusedAsync(Upload, bill, "3001");
    }

    [Fact]
    public async Task Another_persons_token_is_refused()
    {
        var bill = await _world.BillAsync(_hospital, Person);
        bill["ecToken"] = await _world.VoucherAsync(_world.File.Persons[1], "ecToken");
        await RefusedAsync(Upload, bill, "3004");
    }

    [Fact]
    public async Task An_order_is_shown_only_to_who_knows_token_and_person_and_owns_it()
    {
        var bill = await _world.BillAsync(_hospital, Person);
        var order = (await _hospital.AskAsync(Upload, bill)).Data;
        var question = Bills.Question(_hospital, Person, order);
        foreach (var (field, value) in new[] { ("payToken", new string('0', 32)), ("payOrdId", "ORD1"), ("idNo", _world.File.Persons[1].IdNo), ("userName", "张三"), ("idType", "02") })
        {
            var other = question.DeepClone().AsObject();
            other[field] = value;
            await RefusedAsync("query_order_info", other, "3101");
            await RefusedAsync("revoke_order", other, "3101");
        }

        using var neighbour = new RawHospital(_world, 1);
        var stolen = question.DeepClone().AsObject();
        (await neighbour.AskAsync("query_order_info", stolen)).Code.ShouldBeOneOf("3001", "3101");
        stolen["orgCodg"] = neighbour.OrgCodg;
        (await neighbour.AskAsync("query_order_info", stolen)).Code.ShouldBe("3101");
        (await neighbour.AskAsync("revoke_order", stolen)).Code.ShouldBe("3101");

        var payment = await _world.PaymentAsync(bill, Person, order);
        payment["payAuthNo"] = await _world.VoucherAsync(_world.File.Persons[1], "payAuthNo");
        (await _hospital.AskAsync("pay_order", payment)).Code.ShouldBeOneOf("3003", "3004");
        (await _hospital.AskAsync("query_order_info", question)).Data["ordStas"]!.ToString().ShouldBeOneOf("0", "1");
    }

    public void Dispose() => _hospital.Dispose();

    private async Task RefusedAsync(string path, JsonObject message, string code)
    {
        var before = await CenterRows.CountAsync(_world);
        var told = await _hospital.AskAsync(path, message);
        told.Code.ShouldBe(code, told.Message);
        told.Message.ShouldNotBeEmpty();
        (await CenterRows.CountAsync(_world)).ShouldBe(before);
    }
}
