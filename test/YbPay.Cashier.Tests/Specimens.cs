using YbPay.Center.Features.Cashier.Pages;
using YbPay.Engine.Money;

namespace YbPay.Cashier.Tests;

/// <summary>Each page once, with invented content; and the same with texts that mean harm.</summary>
internal static class Specimens
{
    public const string ConfirmPath = "/confirm";
    public const string Token = "a-token-of-this-form";

    private static readonly ChannelChoice[] Channels = [new("WX", "微信支付"), new("ALI", "支付宝"), new("BANK", "银行支付"), new("CARD", "银行卡")];

    private static readonly DetailView Detail = new(
        "普通门诊", "消化内科", "2026-03-18 09:42", ["慢性胃炎（K29.500）", "胃食管反流病（K21.900）"], "门诊慢特病：无",
        [
            new("阿莫西林胶囊", "0.5g/粒/24", 2, new(3_860)), new("铝碳酸镁咀嚼片", "0.5g/片/20", 1, new(2_475)), new("多潘立酮片", "8g/片/3", 1.5m, new(1_980)),
            new("普通门诊诊查费", "次", 1, new(2_000)), new("胃镜检查", "次", 1, new(28_500)),
        ],
        new(500), new(2_000));

    private static readonly CashierView Several = new(
        "清江市第一人民医院", "陈**", new(38_815), new(21_340), new(6_000), new(2_500), new(8_975), Channels, Detail, ConfirmPath, Token);

    /// <summary>The direction-turning marks, markup in every context, and a name that does not end.</summary>
    private const string Harm = "\u202E\u2066<script>window.harm=1</script>\"'><img src=x onerror=window.harm=1>&amp;${7*7}{{7*7}}\u200F\0";

    private static readonly string Endless = string.Concat(Enumerable.Repeat("极长名称", 500));

    private static readonly string Unbroken = new('W', 2_000);

    /// <summary>By name; the ones that an ordinary patient may see.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["cashier"] = CashierPages.Cashier(Several),
        ["cashier-single"] = CashierPages.Cashier(Several with { Channels = [Channels[0]] }),
        ["cashier-insured"] = CashierPages.Cashier(Several with { Channels = [], PersonalAccount = new(14_975), CashDue = Fen.Zero }),
        ["cashier-paid-down"] = CashierPages.Cashier(Several with { Channels = [Channels[0]], PaidDown = new(3_025), CashDue = new(5_950) }),
        ["loading"] = CashierPages.Loading("正在加载医保支付信息，请稍候"),
        ["paid"] = CashierPages.Result(new(ResultKind.Paid, Several.OrgName, Several.FeeSum, Several.Fund, Several.PersonalAccount, Several.CashDue, "https://hospital.example/back", null)),
        ["paid-down"] = CashierPages.Result(new(ResultKind.Paid, Several.OrgName, Several.FeeSum, Several.Fund, Several.PersonalAccount, new(5_950), "https://hospital.example/back", null)
        {
            PaidDown = new(3_025), CashReturned = new(3_025),
        }),
        ["waiting"] = CashierPages.Result(new(ResultKind.Waiting, Several.OrgName, Several.FeeSum, Fen.Zero, Fen.Zero, Fen.Zero, null, null)),
        ["failed"] = CashierPages.Result(new(ResultKind.Failed, Several.OrgName, Several.FeeSum, Fen.Zero, Fen.Zero, Fen.Zero, "https://hospital.example/back", "/page/cashier")),
        ["closed"] = CashierPages.Result(new(ResultKind.Closed, Several.OrgName, Several.FeeSum, Fen.Zero, Fen.Zero, Fen.Zero, "https://hospital.example/back", null)),
        ["expired"] = CashierPages.Expired(),
        ["invalid"] = CashierPages.Invalid(),
        ["dialog-one"] = CashierPages.Dialog(new("无法使用该支付方式", "所选支付方式暂时不可用，请换一种方式支付。", "我知道了", "/page/cashier", null, null)),
        ["dialog-two"] = CashierPages.Dialog(new("确认放弃支付？", "订单将保留至 11:42，超过时限后自动关闭，需要返回就诊机构重新下单。", "继续支付", "/page/cashier", "放弃", "/page/closed")),
        ["hostile"] = CashierPages.Cashier(Several with
        {
            OrgName = Harm + Endless, Patient = Harm, Detail = Detail with { Category = Harm, Department = Unbroken, Diagnoses = [Harm, Endless], SpecialInformation = Harm, Lines = [new(Harm + Unbroken, Harm, 1, new(1))] },
            Channels = [new("\"><script>window.harm=1</script>", Harm + Endless), new("WX", Unbroken)], FormToken = "\" onfocus=\"window.harm=1", FeeSum = new(Fen.Largest), Fund = new(Fen.Largest),
        }),
        ["hostile-result"] = CashierPages.Result(new(ResultKind.Failed, Harm + Unbroken, new(Fen.Largest), Fen.Zero, Fen.Zero, Fen.Zero, "javascript:window.harm=1", "//elsewhere.example/")),
        ["hostile-dialog"] = CashierPages.Dialog(new(Harm + Endless, Harm + Unbroken, Harm, "javascript:window.harm=1", Unbroken, "data:text/html,<script>window.harm=1</script>")),
    };

    /// <summary>The pages that a test of looks goes through.</summary>
    public static TheoryData<string> Ordinary => [.. All.Keys.Where(name => !name.StartsWith("hostile", StringComparison.Ordinal))];

    public static TheoryData<string> Hostile => [.. All.Keys.Where(name => name.StartsWith("hostile", StringComparison.Ordinal))];
}
