using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace YbPay.Channels.Tests;

/// <summary>The medical-insurance part of the local WeChat: knows the printed fields, refuses what the document forbids, keeps orders and refund notices.</summary>
internal sealed partial class MedInsDesk(Func<string, string?> unseal, ConcurrentDictionary<string, JsonObject> prepaid)
{
    private static readonly string[] InsuranceFields =
        ["pay_order_id", "pay_auth_no", "geo_location", "med_ins_order_create_time", "med_ins_gov_fee", "med_ins_self_fee", "med_ins_other_fee", "med_ins_cash_fee"];

    private static readonly HashSet<string> KnownFields =
    [
        .. InsuranceFields, "mix_pay_type", "order_type", "appid", "openid", "payer", "pay_for_relatives", "relative", "out_trade_no", "serial_no", "city_id", "med_inst_name",
        "med_inst_no", "total_fee", "callback_url", "prepay_id", "wechat_pay_cash_fee", "cash_add_detail", "cash_reduce_detail", "passthrough_request_content", "attach",
        "channel_no", "med_ins_test_env",
    ];

    private readonly ConcurrentDictionary<string, JsonObject> _orders = new();

    /// <summary>mix_trade_no to the last notice.</summary>
    public ConcurrentDictionary<string, JsonObject> RefundNotices { get; } = new();

    /// <summary>What WeChat read of the last payer and relative: name and digest.</summary>
    public IReadOnlyList<string?> Read { get; private set; } = [];

    public void Stand(string outTradeNo, string mix, string cash, string insurance)
    {
        var order = _orders[outTradeNo];
        (order["mix_pay_status"], order["self_pay_status"], order["med_ins_pay_status"], order["paid_time"]) = (mix, cash, insurance, "2026-01-02T03:04:05+08:00");
    }

    public (int Status, JsonObject? Reply) Answer(HttpRequest request, JsonObject body)
    {
        var path = request.Path.Value!;
        if (path == "/v3/med-ins/orders") return Create(body);
        if (path == "/v3/med-ins/refunds/notify") return Notified(request.Query["mix_trade_no"].ToString(), body);
        var (by, no) = (path.Split('/')[4], path.Split('/')[5]);
        var found = by == "mix-trade-no" ? _orders.Values.FirstOrDefault(order => (string?)order["mix_trade_no"] == no) : _orders.GetValueOrDefault(no);
        return found is null ? (404, Refused("ORDER_NOT_EXIST")) : (200, found);
    }

    private (int, JsonObject?) Create(JsonObject body)
    {
        if (WhyNot(body) is { } why) return (why.StartsWith("2685", StringComparison.Ordinal) ? 403 : 400, Refused(why));
        var no = (string)body["out_trade_no"]!;
        if (_orders.ContainsKey(no)) return (403, Refused("268512536"));
        var type = (string)body["mix_pay_type"]!;
        var order = new JsonObject
        {
            ["mix_trade_no"] = "MIX" + no, ["out_trade_no"] = no, ["mix_pay_status"] = "MIX_PAY_CREATED",
            ["self_pay_status"] = type == "INSURANCE_ONLY" ? "NO_SELF_PAY" : "SELF_PAY_CREATED", ["med_ins_pay_status"] = type == "CASH_ONLY" ? "NO_MED_INS_PAY" : "MED_INS_PAY_CREATED",
        };
        return (200, _orders.GetOrAdd(no, order));
    }

    private string? WhyNot(JsonObject body)
    {
        if (body.Any(member => !KnownFields.Contains(member.Key))) return "PARAM_ERROR";
        var (type, insured) = ((string?)body["mix_pay_type"], body.ContainsKey("pay_order_id"));
        if (type is not ("CASH_ONLY" or "INSURANCE_ONLY" or "CASH_AND_INSURANCE")) return "PARAM_ERROR";
        foreach (var field in new[] { "order_type", "serial_no", "city_id", "med_inst_name", "med_inst_no" })
            if (string.IsNullOrEmpty((string?)body[field])) return "PARAM_ERROR";
        if ((string?)body["appid"] != "wxtest" || (string?)body["openid"] != "oUser" || (string?)body["callback_url"] != "https://center.example/mix") return "PARAM_ERROR";
        if (InsuranceFields.Any(field => body.ContainsKey(field) == (type == "CASH_ONLY"))) return "268529474";
        if (body.ContainsKey("prepay_id") == (type == "INSURANCE_ONLY")) return "268529475";
        if (insured && !ChinaTime().IsMatch((string)body["med_ins_order_create_time"]!)) return "PARAM_ERROR";
        if (type != "INSURANCE_ONLY" && (!prepaid.TryGetValue((string)body["out_trade_no"]!, out var cash) || (string?)body["prepay_id"] != "wx" + (string)body["out_trade_no"]!
            || (long)cash["amount"]!["total"]! != Fee(body, "wechat_pay_cash_fee"))) return "268529481";
        if (!AmountsFit(body)) return "268529476";
        var people = new[] { body["payer"], body["relative"] }.OfType<JsonObject>().ToList();
        if ((bool)body["pay_for_relatives"]! != (people.Count == 2)) return "PARAM_ERROR";
        Read = [.. people.SelectMany(person => new[] { unseal((string)person["name"]!), unseal((string)person["id_digest"]!) })];
        return Read.Contains(null) || people.Any(person => (string?)person["card_type"] != "ID_CARD") ? "PARAM_ERROR" : null;
    }

    private static bool AmountsFit(JsonObject body)
    {
        var (added, reduced) = (Sum(body["cash_add_detail"], "cash_add_fee"), Sum(body["cash_reduce_detail"], "cash_reduce_fee"));
        var insurance = Fee(body, "med_ins_gov_fee") + Fee(body, "med_ins_self_fee") + Fee(body, "med_ins_other_fee");
        var (cash, wechat) = (Fee(body, "med_ins_cash_fee"), Fee(body, "wechat_pay_cash_fee"));
        return Fee(body, "total_fee") == insurance + wechat + reduced && Fee(body, "total_fee") == insurance + cash + added && wechat == cash + added - reduced;

        static long Sum(JsonNode? parts, string fee) => parts is JsonArray array ? array.Sum(part => (long)part![fee]!) : 0;
    }

    private (int, JsonObject?) Notified(string mixTradeNo, JsonObject body)
    {
        if (!_orders.Values.Any(order => (string?)order["mix_trade_no"] == mixTradeNo)) return (404, Refused("ORDER_NOT_EXIST"));
        if (!ChinaTime().IsMatch((string?)body["refund_time"] ?? "") || string.IsNullOrEmpty((string?)body["out_refund_no"])) return (400, Refused("PARAM_ERROR"));
        if (Fee(body, "med_refund_total_fee") != Fee(body, "med_refund_gov_fee") + Fee(body, "med_refund_self_fee") + Fee(body, "med_refund_other_fee")) return (403, Refused("RULE_LIMIT"));
        RefundNotices[mixTradeNo] = body;
        return (204, null);
    }

    private static long Fee(JsonObject body, string name) => (long?)body[name] ?? 0;

    private static JsonObject Refused(string code) => new() { ["code"] = code };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$")]
    private static partial Regex ChinaTime();
}
