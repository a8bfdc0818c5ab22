using System.Text.Json.Nodes;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>HOS00020 to HOS00024: of the case's person, while it takes documents, the same again in place of what was there.</summary>
public sealed class HospitalsSendDocuments
{
    private static readonly string[] Codes = ["HOS00020", "HOS00021", "HOS00022", "HOS00023", "HOS00024"];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_same_document_again_is_one_and_with_other_content_the_new_one_counts(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        foreach (var code in Codes)
        {
            (await claim.SendAsync(code)).RtCode.ShouldBe("0000", code);
            (await claim.SendAsync(code)).RtCode.ShouldBe("0000", code);
        }

        (await DocumentsAsync(host)).ShouldBe(5);
        // The patient's own part grows by 1000.00: 80 % of that are the insurer's.
        (await claim.SendAsync("HOS00022", message =>
        {
            message["feeList"]![0]!["total"] = "781500";
            message["feeList"]![0]!["totalAmount"] = "333500";
        })).RtCode.ShouldBe("0000");
        (await claim.SendImageAsync(Images.Png(), imageType: "3032")).RtCode.ShouldBe("0000");
        (await DocumentsAsync(host)).ShouldBe(5);
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("9");
        (await host.NumberAsync("SELECT amount FROM cases")).ShouldBe(89_600);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Several_bills_and_reports_stand_beside_each_other_and_bills_depend_on_bills(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        (await claim.SendAsync("HOS00024")).RtCode.ShouldBe("0000");
        (await claim.SendAsync("HOS00024", message => message["reportNo"] = "BG2")).RtCode.ShouldBe("0000");
        (await claim.SendAsync("HOS00022", message => message["feeList"]![0]!["payId"] = "FY2")).RtCode.ShouldBe("0000");
        (await claim.SendAsync("HOS00022")).RtCode.ShouldBe("0000");
        (await DocumentsAsync(host)).ShouldBe(4);
        (await claim.SendAsync("HOS00022", message => message["feeList"]!.AsArray().Add(message["feeList"]![0]!.DeepClone()))).RtMsg.ShouldContain("支付Id");

        (await BillsAsync(claim, Bill("1"))).RtCode.ShouldBe("0000");
        (await BillsAsync(claim, Bill("2", red: "9"))).RtMsg.ShouldBe("冲红票的原票据不存在：2");
        (await BillsAsync(claim, Bill("2", red: "1"))).RtCode.ShouldBe("0000");
        (await BillsAsync(claim, Deleted("1"))).RtMsg.ShouldBe("冲红票的原票据不存在：2");
        (await BillsAsync(claim, Deleted("7"))).RtMsg.ShouldBe("要删除的票据不存在：7");
        (await BillsAsync(claim, Bill("3"), Bill("3"))).RtMsg.ShouldBe("同一票据在报文中重复：3");
        (await DocumentsAsync(host)).ShouldBe(6);
        (await BillsAsync(claim, Deleted("1"), Deleted("2"))).RtCode.ShouldBe("0000");
        (await DocumentsAsync(host)).ShouldBe(4);
        (await claim.ReportAsync()).RtMsg.ShouldBe("资料不齐：缺少HOS00020、HOS00021、HOS00023");
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_is_of_another_person_case_or_hospital_is_not_taken(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = new TestCase(host.First, TestPatient.Rich);
        foreach (var code in Codes) (await claim.SendAsync(code)).RtCode.ShouldBe("0001", code);
        (await claim.SendImageAsync(Images.Png())).RtCode.ShouldBe("0001");
        (await claim.ReportAsync()).RtCode.ShouldBe("0001");
        (await claim.WithdrawAsync()).RtCode.ShouldBe("0001");

        await claim.ApplyAsync();
        var theirs = new TestCase(host.Second, TestPatient.Rich) { VisitNo = claim.VisitNo };
        foreach (var code in Codes) (await theirs.SendAsync(code)).RtCode.ShouldBe("0001", code);
        (await theirs.SendImageAsync(Images.Png())).RtCode.ShouldBe("0001");
        foreach (var (code, field) in new[] { ("HOS00020", "documentsNo"), ("HOS00021", "documentsNo"), ("HOS00023", "certno") })
            (await claim.SendAsync(code, message => message[field] = TestPatient.Poor.IdNo)).RtMsg.ShouldBe("证件号码或姓名与案件不符", code);
        foreach (var (code, field) in new[] { ("HOS00020", "name"), ("HOS00021", "name"), ("HOS00023", "psnName"), ("HOS00024", "patientName") })
            (await claim.SendAsync(code, message => message[field] = "别人")).RtMsg.ShouldBe("证件号码或姓名与案件不符", code);
        (await claim.SendImageAsync(Images.Png(), idNo: TestPatient.Poor.IdNo)).RtMsg.ShouldBe("证件号码或姓名与案件不符");
        (await claim.AskAsync(TestPatient.Poor.IdNo)).RtMsg.ShouldBe("证件号码或姓名与案件不符");
        (await DocumentsAsync(host) + await host.NumberAsync("SELECT COUNT(*) FROM case_images WHERE image_type <> '3001'")).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(host.ImageFolder, "incoming")).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_reported_case_takes_nothing_more(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        foreach (var code in Codes)
        {
            var reply = await claim.SendAsync(code);
            (reply.RtCode, reply.RtMsg).ShouldBe(("1000", "案件已报案，不能再上传资料或重复报案"), code);
        }

        (await claim.SendImageAsync(Images.Png(text: "late"))).RtMsg.ShouldBe("案件已报案，不能再上传资料或重复报案");
        (await claim.ReportAsync()).RtMsg.ShouldBe("案件已报案，不能再上传资料或重复报案");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit'")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Documents_of_one_case_have_an_end_and_the_insurer_takes_them_up_to_it(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        var taken = 0;
        while (await SendMuchAsync(taken) is { RtCode: "0000" }) taken++.ShouldBeLessThan(20);
        var refused = await SendMuchAsync(taken);
        (refused.RtCode, refused.RtMsg).ShouldBe(("1000", "案件资料总量超过4MB"));
        taken.ShouldBeGreaterThan(8);
        (await DocumentsAsync(host)).ShouldBe(taken + 5);
        (await SendMuchAsync(0)).RtCode.ShouldBe("0000"); // in place of the first
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        (await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default)).ShouldBe(1);
        await claim.StandsAtAsync("9");

        Task<Replied> SendMuchAsync(int number) => claim.SendAsync("HOS00022", message =>
        {
            message["feeList"]![0]!["payId"] = $"FY{number}";
            var lines = message["feeList"]![0]!["detailList"]!.AsArray();
            lines[0]!["itemName"] = string.Concat(Enumerable.Repeat("钢板+<'", 12)); // the longest that escapes could make of it
            for (var i = 0; i < 600; i++) lines.Add(lines[0]!.DeepClone());
        });
    }

    private static JsonObject Bill(string number, string? red = null)
    {
        var bill = new JsonObject { ["elecSetlCertNo"] = number, ["elecSetlCertFlag"] = red is null ? "0" : "1" };
        if (red is not null) (bill["relElecSetlCertCode"], bill["relElecSetlCertNo"]) = ("44060126", red);
        return bill;
    }

    private static JsonObject Deleted(string number) => new() { ["elecSetlCertNo"] = number, ["rcptType"] = "D" };

    /// <summary>The sample's bill with what is told of each; a deletion by its number alone.</summary>
    private static Task<Replied> BillsAsync(TestCase claim, params JsonObject[] bills) => claim.SendAsync("HOS00023", message =>
    {
        var sample = message["billList"]![0]!;
        message["billList"] = new JsonArray([.. bills.Select(bill =>
        {
            if (bill.ContainsKey("rcptType")) return bill;
            var whole = sample.DeepClone().AsObject();
            foreach (var (name, value) in bill) whole[name] = value!.DeepClone();
            return whole;
        })]);
    });

    private static Task<long> DocumentsAsync(HuiminHost host) => host.NumberAsync("SELECT COUNT(*) FROM case_documents");
}
