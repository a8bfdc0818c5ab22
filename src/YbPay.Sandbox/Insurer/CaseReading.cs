using System.Globalization;
using System.Text.Json;

namespace YbPay.Sandbox.Insurer;

/// <summary>What a case comes to before the policy is looked at.</summary>
/// <param name="Costs">Fen: what counts of the person's own costs.</param>
/// <param name="Refusal">Why it cannot be paid; empty when nothing speaks against it.</param>
public sealed record CaseSum(long Costs, string Refusal);

/// <summary>Reads a case's documents by the rules of a plan. Pure; what is not as it must be is a reason to refuse, never an error.</summary>
public static class CaseReading
{
    private const string MedicalRecord = "HOS00021";
    private const string Expenses = "HOS00022";

    public static CaseSum Read(CaseOrder order, InsurancePlan plan)
    {
        if (plan.Documents.FirstOrDefault(kind => order.Documents.All(document => document.Kind != kind)) is { } missing) return Refused($"缺少资料 {missing}");
        if (plan.Images.FirstOrDefault(group => !order.Images.Any(image => group.Contains(image.ImageType))) is { } group) return Refused($"缺少影像资料 {string.Join('/', group)}");
        var codes = BodiesOf(order, MedicalRecord).SelectMany(body => Items(body, "diagnosisList")).Select(diagnosis => Text(diagnosis, "diseaseCode")).ToList();
        if (codes.Any(code => plan.ExcludedDiagnoses.Any(excluded => code.StartsWith(excluded, StringComparison.OrdinalIgnoreCase)))) return Refused("诊断属于责任免除范围");
        if (plan.Diagnoses.Count > 0 && !codes.Any(code => plan.Diagnoses.Any(covered => code.StartsWith(covered, StringComparison.OrdinalIgnoreCase)))) return Refused("诊断不属于保障范围");

        long costs = 0;
        foreach (var bill in BodiesOf(order, Expenses).SelectMany(body => Items(body, "feeList")))
        {
            if (Fen(bill, "total") is not { } total || Fen(bill, "socialInsuranceTotal") is not { } basic || Fen(bill, "thirdpartyPayTotal") is not { } third
                || Fen(bill, "totalAmount") is not { } own || Fen(bill, "outOfPocketTotal") is not { } outOfPocket)
                return Refused("费用信息无法读取");
            if (own > total - basic - third) return Refused("费用信息金额不一致");
            costs += plan.ExcludesOutOfPocket ? Math.Max(0, own - outOfPocket) : own;
        }

        return new(costs, "");
    }

    private static CaseSum Refused(string why) => new(0, why);

    private static IEnumerable<JsonElement> BodiesOf(CaseOrder order, string kind) => order.Documents.Where(document => document.Kind == kind).Select(document => Opened(document.Body));

    /// <summary>A JSON text is read; anything else stays as it is.</summary>
    private static JsonElement Opened(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.String) return body;
        try
        {
            return JsonElement.Parse(body.GetString()!);
        }
        catch (JsonException)
        {
            return body; // no document: it has no items, and so nothing to pay for
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>At most 11 digits, as printed.</summary>
    private static long? Fen(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ToString() is { Length: > 0 and <= 11 } digits
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) ? fen : null;
}
