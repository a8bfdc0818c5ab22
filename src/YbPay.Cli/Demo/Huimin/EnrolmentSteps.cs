using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>The patient signs for credit payment on the page that his hospital shows him.</summary>
internal static class EnrolmentSteps
{
    private const string Mobile = "13800000001";
    private const string Account = "示例银行借记卡";
    private const string UnknownInsurance = "999";

    /// <summary>The signToken by which the hospital then takes payments.</summary>
    public static async Task<string> WalkAsync(HuiminScene scene, ISet<string> called, CancellationToken cancel)
    {
        var patient = scene.Stay.Patient;
        await ForgetEarlierAsync(scene, cancel);
        var before = await AskAsync(scene, cancel);
        scene.Timeline.Step("HOS00001", "签约查询：尚未签约", Values(("signStatus", before.SignStatus)));
        Demand(before is { SignStatus: SignStatus.NotEnrolled, ForwardUrl.Length: > 0 }, "未签约时应返回签约地址");
        var address = (await scene.Platform.GetEnrolmentAddressAsync(
            new EnrolmentAddressRequest
            {
                IdNo = patient.IdNo, UserName = patient.UserName, Mobile = Mobile, CityCode = scene.CityCode, HospitalId = scene.HospitalId, TreatmentSerialNo = scene.Stay.VisitNo,
            },
            cancel)).ForwardUrl;
        scene.Timeline.Step("HOS00025", "申请签约页地址", Values(("forwardUrl", new Uri(address).GetLeftPart(UriPartial.Authority) + "/…")));
        using var page = new SignOnPage();
        var title = await page.SignAsync(address, Account, patient.IdNo[^6..], cancel);
        scene.Timeline.Step("page", "患者在手机上选择账户、同意协议并签约", Values(("账户", string.Join("、", page.Offered)), ("页面", title)));
        var signed = await UntilAsync(() => AskAsync(scene, cancel), reply => reply.SignStatus == SignStatus.Enrolled, "签约后查询不到签约状态", HuiminScene.Patience, cancel);
        scene.Timeline.Step("HOS00001", "签约查询：已签约", Values(("signStatus", signed.SignStatus), ("signDate", signed.SignDate!), ("insutype", signed.Insutype ?? "-")));
        Demand(signed.SignToken is { Length: 64 }, "已签约时应返回64位的签约token");
        // Which insurance it is the platform can know from the hospital alone.
        if (signed.Insutype is { } insutype and not UnknownInsurance && called.Add("1101")) scene.Timeline.Step("1101", "平台向医院查询参保信息", Values(("insutype", insutype)));
        return signed.SignToken!;
    }

    /// <summary>Somebody who signed in an earlier demonstration signs anew: an operator ends what stands.</summary>
    private static async Task ForgetEarlierAsync(HuiminScene scene, CancellationToken cancel)
    {
        var (status, answer) = await scene.Control.TryAsync("/enrolments", new { psnNo = scene.Stay.Patient.PsnNo, action = "end", reason = "演示重新开始" }, cancel);
        if (status == 200) scene.Timeline.Step("control", "上一次演示的签约由平台解除", Values(("signStatus", answer.GetProperty("signStatus").GetString()!)));
        else Demand(status == 404, $"控制接口 /enrolments：HTTP {status}");
    }

    private static Task<QueryEnrolmentReply> AskAsync(HuiminScene scene, CancellationToken cancel) => scene.Platform.QueryEnrolmentAsync(
        new QueryEnrolmentRequest
        {
            IdNo = scene.Stay.Patient.IdNo, IdType = "01", UserName = scene.Stay.Patient.UserName, HospitalId = scene.HospitalId, CityCode = scene.CityCode,
            TreatmentSerialNo = scene.Stay.VisitNo, Mobile = Mobile,
        },
        cancel);
}
