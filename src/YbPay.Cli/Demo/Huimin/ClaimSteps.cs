using System.Text.Json;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>What basic insurance and the discharge left over is claimed from the patient's second insurer, until it has paid.</summary>
internal static class ClaimSteps
{
    private const string Insurance = "YBC44003";
    private const int Percent = 30;
    private static readonly TimeSpan Stage = TimeSpan.FromMinutes(1);

    /// <summary>The insurer's stages after it has received the case, and the node at which the hospital then sees it.</summary>
    private static readonly (string Stage, string Node)[] Stages =
        [("DECLARED", ClaimNode.Declaring), ("COSTED", ClaimNode.Costed), ("ASSESSED", ClaimNode.Tried), ("SETTLED", ClaimNode.Settled), ("PAID", ClaimNode.Settled)];

    public static async Task WalkAsync(HuiminScene scene, long paidByOthers, ISet<string> called, CancellationToken cancel)
    {
        var documents = new StayDocuments(scene.Stay, paidByOthers);
        var caseId = await ApplyAsync(scene, called, cancel);
        await HandInAsync(scene, documents, cancel);
        var received = await UntilAsync(async () => await scene.Control.AskAsync($"/claims/{caseId}", cancel), "保险公司没有收到案件", HuiminScene.Patience, cancel);
        scene.Timeline.Step("insurer", "保险公司受理", Said(received));
        foreach (var (stage, node) in Stages) await AdvanceAsync(scene, caseId, stage, node, cancel);
        var paid = (await scene.Control.AskAsync($"/claims/{caseId}", cancel))!.Value.GetProperty("amount").GetInt64();
        Demand(paid == documents.Left * Percent / 100, $"赔付金额 {HuiminScene.Yuan(paid)} 不是 {HuiminScene.Yuan(documents.Left)} 的 {Percent}%");
        await ToldAsync(scene, called, cancel);
    }

    /// <summary>The patient names no visit: the platform asks the hospital, takes the newest, and sends the letter.</summary>
    private static async Task<string> ApplyAsync(HuiminScene scene, ISet<string> called, CancellationToken cancel)
    {
        var begun = await scene.Control.OrderAsync("/claims", new { psnNo = scene.Stay.Patient.PsnNo, hospitalId = scene.HospitalId, insuranceId = Insurance, claimType = ClaimType.Fast }, cancel);
        var (caseId, visit) = (begun.GetProperty("caseId").GetString()!, begun.GetProperty("treatmentSerialNo").GetString());
        Demand(visit == scene.Stay.VisitNo, $"平台选的就诊 {visit} 不是医院最近一次的就诊");
        called.Add("HIS00003"); // the platform knew of this visit as a visit of the patient by no other way
        scene.Timeline.Step("app", "患者在平台申请快赔，签授权书", Values(("caseId", caseId), ("insuranceName", begun.GetProperty("insuranceName").GetString()!)));
        scene.Timeline.Step("HIS00003", "平台向医院查询就诊记录，选最近一次", Values(("treatmentSerialNo", visit!)));
        var letter = await UntilAsync(async () => (await ReceivedAsync(scene, "HIS00002", cancel)).Select(row => (JsonElement?)row).FirstOrDefault(), "医院没有收到授权书", HuiminScene.Patience, cancel);
        called.Add("HIS00002");
        scene.Timeline.Step("HIS00002", "医院收到授权书", Values(("file", letter.GetProperty("file").GetString()!), ("insuranceId", letter.GetProperty("insuranceId").GetString()!)));
        var stands = await AskAsync(scene, cancel);
        scene.Timeline.Step("HOS00029", "案件状态", Values(("claimNode", stands.ClaimNode), ("claimType", stands.ClaimType ?? "-")));
        Demand(stands is { ClaimNode: ClaimNode.Declaring, ClaimType: ClaimType.Fast, InsuranceId: Insurance }, "申请后案件状态应为就医申报");
        return caseId;
    }

    private static async Task HandInAsync(HuiminScene scene, StayDocuments documents, CancellationToken cancel)
    {
        await scene.Platform.SendPatientRecordAsync(documents.Patient(), cancel);
        scene.Timeline.Step("HOS00020", "患者资料", Values());
        await scene.Platform.SendMedicalRecordAsync(documents.Record(), cancel);
        scene.Timeline.Step("HOS00021", "电子病历", Values());
        await scene.Platform.SendExpensesAsync(documents.Expenses(), cancel);
        scene.Timeline.Step("HOS00022", "费用信息", Values(("个人支付", HuiminScene.Yuan(documents.Left))));
        await scene.Platform.SendElectronicBillsAsync(documents.Bills(), cancel);
        scene.Timeline.Step("HOS00023", "电子票据", Values());
        await scene.Platform.SendExaminationReportAsync(documents.Examination(), cancel);
        scene.Timeline.Step("HOS00024", "检查报告", Values());
        foreach (var (type, what) in ((string, string)[])[("3044", "出院小结影像"), ("3085", "电子收据影像")]) await UploadAsync(scene, documents.Image(type), what, cancel);
        await scene.Platform.ReportClaimAsync(new ReportClaimRequest { TreatmentSerialNo = scene.Stay.VisitNo, IdNo = scene.Stay.Patient.IdNo, Status = UploadStatus.Complete }, cancel);
        scene.Timeline.Step("HOS00027", "资料上传完毕，医院报案", Values());
    }

    private static async Task UploadAsync(HuiminScene scene, UploadImageRequest image, string what, CancellationToken cancel)
    {
        await scene.Platform.UploadImageAsync(image, cancel);
        scene.Timeline.Step("HOS00028", what, Values(("imageType", image.ImageType), ("bytes", $"{Convert.FromBase64String(image.ImageBase64).Length}")));
    }

    private static async Task AdvanceAsync(HuiminScene scene, string caseId, string stage, string node, CancellationToken cancel)
    {
        await scene.Control.PutOnAsync(Stage, cancel);
        var told = await scene.Control.AskAsync($"/claims/{caseId}", cancel) ?? throw new DemoFailedException("保险公司没有这个案件");
        scene.Timeline.Step("insurer", "一分钟后", Said(told));
        Demand(told.GetProperty("stage").GetString() == stage, $"保险公司没有走到 {stage}：{told.GetProperty("message").GetString()}");
        var stands = await UntilAsync(() => AskAsync(scene, cancel), reply => reply.ClaimNode == node, $"案件状态没有走到 {node}", HuiminScene.Patience, cancel);
        scene.Timeline.Step("HOS00029", "案件状态", Values(("claimNode", stands.ClaimNode)));
    }

    /// <summary>Every node was told once, in the order of the case.</summary>
    private static async Task ToldAsync(HuiminScene scene, ISet<string> called, CancellationToken cancel)
    {
        string[] expected = [ClaimNode.Declaring, ClaimNode.Costed, ClaimNode.Tried, ClaimNode.Settled];
        var nodes = await UntilAsync(
            async () => (await ReceivedAsync(scene, "HIS00004", cancel)).Select(notice => notice.GetProperty("claimNode").GetString()!).ToList(),
            told => told.Count >= expected.Length, "医院没有收到全部通知", HuiminScene.Patience, cancel);
        called.Add("HIS00004");
        scene.Timeline.Step("HIS00004", "医院收到的通知", Values(("claimNode", string.Join(" → ", nodes))));
        Demand(nodes.SequenceEqual(expected), "通知的环节不是每个一次、依次到达");
    }

    /// <summary>What the hospital took of a kind about this visit, in the order in which it came.</summary>
    private static async Task<IReadOnlyList<JsonElement>> ReceivedAsync(HuiminScene scene, string transaction, CancellationToken cancel)
    {
        var all = await scene.Control.AskAsync($"/received?orgCodg={scene.Stay.Hospital.OrgCodg}", cancel) ?? throw new DemoFailedException("控制接口没有医院的收件记录");
        return [.. all.EnumerateArray().Where(row => row.GetProperty("transaction").GetString() == transaction && row.GetProperty("answer").GetString() == "ok")
            .Select(row => row.GetProperty("data")).Where(data => data.GetProperty("treatmentSerialNo").GetString() == scene.Stay.VisitNo)];
    }

    private static Task<QueryCaseReply> AskAsync(HuiminScene scene, CancellationToken cancel) =>
        scene.Platform.QueryCaseAsync(new QueryCaseRequest { TreatmentSerialNo = scene.Stay.VisitNo, IdNo = scene.Stay.Patient.IdNo, HospitalId = scene.HospitalId }, cancel);

    private static Dictionary<string, string> Said(JsonElement view) => Values(
        ("stage", view.GetProperty("stage").GetString()!), ("amount", HuiminScene.Yuan(view.GetProperty("amount").GetInt64())), ("message", view.GetProperty("message").GetString()!));
}
