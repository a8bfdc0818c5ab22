using YbPay.Cashier.Tests.Browsers;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;

namespace YbPay.Huimin.Tests.Enrolment;

/// <summary>The signing pages in a real browser without script: small phones, large print, dark, by finger and by keyboard.</summary>
public sealed class PagesOnPhones(CashierBrowser browser)
{
    private static readonly TestPatient Patient = TestPatient.Rich;

    /// <summary>Width, height, text size, dark; 188 is what a phone of 375 has left at 200 per cent.</summary>
    public static TheoryData<int, int, int, bool> Phones => new() { { 360, 640, 16, false }, { 360, 640, 16, true }, { 320, 568, 32, false }, { 430, 932, 16, true }, { 188, 406, 16, false } };

    [Theory]
    [MemberData(nameof(Phones))]
    public async Task Every_page_fits_is_legible_and_can_be_hit(int width, int height, int textSize, bool isDark)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        await using var sized = await browser.WithTextSizeAsync(textSize);
        var seen = new List<string>();
        await WalkAsync(host, address => Phone.StartAsync(sized, address, new Display(width, height, isDark, HasScript: false)), async (name, phone) =>
        {
            seen.Add(name);
            await phone.PictureAsync($"enrol-{name}-{width}{(textSize == 16 ? "" : "-large")}{(isDark ? "-dark" : "")}", isWhole: true);
            (await phone.Page.EvaluateAsync<int>(Measures.Overflow)).ShouldBe(0, name);
            (await phone.Page.EvaluateAsync<string[]>(Measures.Overlaps)).ShouldBeEmpty(name);
            (await phone.Page.EvaluateAsync<string[]>(Measures.Faint)).ShouldBeEmpty(name);
            (await phone.Page.EvaluateAsync<string[]>(Measures.Small)).ShouldBeEmpty(name);
            (await phone.Page.EvaluateAsync<string[]>(Measures.Nameless)).ShouldBeEmpty(name);
            (await phone.Page.EvaluateAsync<string>("() => document.documentElement.lang")).ShouldBe("zh-CN");
            (await phone.At("h1").CountAsync()).ShouldBe(1, name);
            var print = await phone.StyleAsync("body", "font-size");
            double.Parse(print[..^2], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(textSize * 1.1, name);
        });
        seen.ShouldBe(["form", "wrong", "refused", "waiting", "done", "ended", "gone", "nobody", "busy"]);
    }

    [Fact]
    public async Task A_patient_signs_by_finger_and_may_tap_twice()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        await using var phone = await browser.OpenAsync(await AddressAsync(host), hasScript: false, width: 360, height: 640);
        await phone.Page.GetByText("示例银行信用卡").TapAsync();
        await phone.At("input[name=consent]").TapAsync();
        await phone.At("input[name=ending]").FillAsync(Patient.Ending);
        await phone.TapsTwiceAsync("同意并签约");
        await phone.SeesAsync("签约成功");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments WHERE state = 1 AND acc_type = '02'")).ShouldBe(1);
        phone.Complaints.ShouldBeEmpty(); // the content policy allows all that the page needs
        phone.Requests.Select(request => new Uri(request.Url).Host).Distinct().ShouldBe(["127.0.0.1"]);
    }

    [Fact]
    public async Task A_patient_signs_by_keyboard_alone()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        await using var phone = await browser.OpenAsync(await AddressAsync(host), hasScript: false);
        var keyboard = phone.Page.Keyboard;
        (await phone.TabsAsync(1)).ShouldHaveSingleItem().ShouldStartWith("示例银行借记卡");
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowDown");
        (await phone.StyleAsync("input[name=account]:checked", "outline-style")).ShouldBe("solid");
        (await phone.TabsAsync(1)).ShouldBe(["我已阅读并同意以上协议"]);
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(Patient.Ending);
        (await phone.TabsAsync(1)).ShouldBe(["同意并签约"]);
        await keyboard.PressAsync("Enter");
        await phone.SeesAsync("签约成功");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments WHERE state = 1 AND acc_type = '02'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_waits_comes_to_its_end_by_itself()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        await using var phone = await browser.OpenAsync(await AddressAsync(host), hasScript: false);
        host.PullAtBank(LeverAction.Late, "AGREEMENT");
        await SignAsync(phone, Patient.Ending);
        await phone.SeesAsync("处理中");
        await host.Bank.FinishAllAsync(default);
        await phone.SeesAsync("签约成功");
    }

    [Fact]
    public async Task A_screen_reader_is_told_what_stands_there()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        await using var phone = await browser.OpenAsync(await AddressAsync(host), hasScript: false);
        var tree = await phone.At("body").AriaSnapshotAsync();
        foreach (var part in (string[])["heading \"信用就医签约\" [level=1]", "group \"第一步", "radio \"示例银行借记卡", "checkbox \"我已阅读并同意以上协议\"", "textbox \"填写证件号码的后六位\"", "button \"同意并签约\""])
            tree.ShouldContain(part);
        await SignAsync(phone, "000000");
        await phone.SeesAsync("还可以再试4次");
        (await phone.At("body").AriaSnapshotAsync()).ShouldContain("alert: 证件号码后六位不正确");
    }

    /// <summary>Through every page that a patient can come to.</summary>
    private static async Task WalkAsync(HuiminHost host, Func<string, Task<Phone>> open, Func<string, Phone, Task> look)
    {
        await using var phone = await open(await AddressAsync(host));
        await look("form", phone);
        await SignAsync(phone, "000000");
        await phone.SeesAsync("后六位不正确");
        await look("wrong", phone);
        host.PullAtBank(LeverAction.Refuse, "AGREEMENT");
        await SignAsync(phone, Patient.Ending);
        await phone.SeesAsync("没有同意");
        await look("refused", phone);
        host.PullAtBank(LeverAction.Late, "AGREEMENT");
        await SignAsync(phone, Patient.Ending);
        await phone.SeesAsync("处理中");
        await look("waiting", phone);
        await host.Bank.FinishAllAsync(default);
        await Eventually.HoldsAsync(async () => await host.NumberAsync("SELECT COUNT(*) FROM enrolments WHERE state = 1") == 1, "the bank has agreed");
        await phone.TapsAsync("查看结果");
        await phone.SeesAsync("签约成功");
        await look("done", phone);
        (await host.OrderAsync(Patient.IdNo, "end")).Status.ShouldBe(200);
        await phone.Page.ReloadAsync();
        await look("ended", phone);
        await using var gone = await open((await AddressAsync(host))[..^1] + "_");
        await look("gone", gone);
        await using var nobody = await open((await host.First.AskAddressAsync(TestPatient.Second with { Name = "王五" })).Done<EnrolmentAddressReply>().ForwardUrl);
        await look("nobody", nobody);
        host.Order(FaultTarget.CreditBank, "accounts", FaultKind.LostAnswer);
        await using var busy = await open(await AddressAsync(host));
        await look("busy", busy);
    }

    private static async Task SignAsync(Phone phone, string ending)
    {
        await phone.At("input[name=account]").First.CheckAsync();
        await phone.At("input[name=consent]").CheckAsync();
        await phone.At("input[name=ending]").FillAsync(ending);
        await phone.TapsAsync("同意并签约");
    }

    private static async Task<string> AddressAsync(HuiminHost host) => (await host.First.AskAddressAsync(Patient)).Done<EnrolmentAddressReply>().ForwardUrl;
}
