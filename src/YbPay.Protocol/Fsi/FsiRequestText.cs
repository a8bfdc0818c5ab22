using System.Text.Json;

namespace YbPay.Protocol.Fsi;

/// <summary>A request on the wire.</summary>
internal static class FsiRequestText
{
    // Name, longest, label: what every request must have.
    private static readonly (string Name, int Longest, string Label)[] Required =
    [
        ("infno", 4, "交易编号"),
        ("msgid", 30, "发送方报文ID"),
        ("mdtrtarea_admvs", 6, "就医地医保区划"),
        ("recer_sys_code", 10, "接收方系统代码"),
        ("infver", 6, "接口版本号"),
        ("opter_type", 3, "经办人类别"),
        ("opter", 30, "经办人"),
        ("opter_name", 50, "经办人姓名"),
        ("inf_time", 19, "交易时间"),
        ("fixmedins_code", 12, "定点医药机构编号"),
        ("fixmedins_name", 20, "定点医药机构名称"),
    ];

    private static readonly (string Name, int Longest, string Label)[] Optional =
    [
        ("insuplc_admdvs", 6, "参保地医保区划"),
        ("sign_no", 30, "交易签到流水号"),
    ];

    public static byte[] Write(FsiHead head, ReadOnlySpan<byte> input, FsiOptions options)
    {
        var infTime = FsiTime.Second(head.InfTime);
        var cainfo = options.Sign == FsiSignType.None ? "" : FsiSignature.Make(options, Signed(head, infTime), input);
        var clear = input.ToArray();
        return FsiContent.Build(writer =>
        {
            writer.WriteString("infno", head.Infno);
            writer.WriteString("msgid", head.Msgid);
            writer.WriteString("mdtrtarea_admvs", head.MdtrtareaAdmvs);
            writer.WriteString("insuplc_admdvs", head.InsuplcAdmdvs ?? "");
            writer.WriteString("recer_sys_code", head.RecerSysCode);
            writer.WriteString("dev_no", "");
            writer.WriteString("dev_safe_info", "");
            writer.WriteString("cainfo", cainfo);
            writer.WriteString("signtype", FsiSignature.Name(options.Sign) ?? "");
            writer.WriteString("infver", "V1.0");
            writer.WriteString("opter_type", head.OpterType);
            writer.WriteString("opter", head.Opter);
            writer.WriteString("opter_name", head.OpterName);
            writer.WriteString("inf_time", infTime);
            writer.WriteString("fixmedins_code", head.FixmedinsCode);
            writer.WriteString("fixmedins_name", head.FixmedinsName);
            writer.WriteString("sign_no", head.SignNo ?? "");
            if (options.Content == FsiContentForm.Sm4Base64) writer.WriteString("enc_type", "SM4");
            FsiContent.Write(writer, "input", clear, options);
        });
    }

    public static FsiHead? Read(ReadOnlyMemory<byte> text, FsiOptions options, out JsonElement input, out string? problem)
    {
        input = default;
        using var document = FsiContent.Message(text, options);
        if (document is null)
        {
            problem = "报文不是有效的JSON对象或超出长度限制";
            return null;
        }

        var root = document.RootElement;
        problem = Missing(root) ?? TooLong(root);
        if (problem is not null) return null;
        if (FsiTime.ParseSecond(FsiContent.Text(root, "inf_time")!) is not { } infTime)
        {
            problem = "交易时间(inf_time)格式应为yyyy-MM-dd HH:mm:ss";
            return null;
        }

        var head = HeadOf(root, infTime);
        var clear = root.TryGetProperty("input", out var content) ? FsiContent.ClearText(content, options) : null;
        if (clear is null || FsiContent.Object(clear) is not { } found)
        {
            problem = "交易输入(input)缺失、无法解密或不是JSON对象";
            return null;
        }

        if (!FsiSignature.Holds(options, FsiContent.Text(root, "cainfo"), Signed(head, FsiTime.Second(infTime)), clear))
        {
            problem = "数字签名信息(cainfo)验证不通过";
            return null;
        }

        input = found;
        return head;
    }

    private static string? Missing(JsonElement root)
    {
        foreach (var (name, _, label) in Required)
            if (FsiContent.Text(root, name) is null) return $"{label}({name})不能为空";
        return null;
    }

    private static string? TooLong(JsonElement root)
    {
        foreach (var (name, longest, label) in Required.Concat(Optional))
            if (FsiContent.Text(root, name) is { } value && value.Length > longest) return $"{label}({name})超过{longest}个字符";
        return null;
    }

    private static FsiHead HeadOf(JsonElement root, DateTimeOffset infTime)
    {
        return new FsiHead
        {
            Infno = Text("infno")!,
            Msgid = Text("msgid")!,
            MdtrtareaAdmvs = Text("mdtrtarea_admvs")!,
            InsuplcAdmdvs = Text("insuplc_admdvs"),
            RecerSysCode = Text("recer_sys_code")!,
            OpterType = Text("opter_type")!,
            Opter = Text("opter")!,
            OpterName = Text("opter_name")!,
            InfTime = infTime,
            FixmedinsCode = Text("fixmedins_code")!,
            FixmedinsName = Text("fixmedins_name")!,
            SignNo = Text("sign_no"),
        };

        string? Text(string name) => FsiContent.Text(root, name);
    }

    private static string Signed(FsiHead head, string infTime) => string.Join('|', head.Infno, head.Msgid, infTime, head.SignNo ?? "");
}
