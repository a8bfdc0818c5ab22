namespace YbPay.Contracts.Dictionaries;

/// <summary>What the terminal is asked to do.</summary>
public static class TransType
{
    public static CodeTable Table { get; } = new("transType", "终端交易类型",
    [
        new("ec.query", "解码电子凭证"),
        new("cn.nhsa.qrcode.get", "终端读取电子凭证"),
        new("cn.nhsa.ec.auth", "刷脸授权"),
        new("cn.nhsa.auth.check", "授权核验"),
        new("cn.nhsa.cert.get", "终端读取身份证"),
        new("iot.gain.ec.qrcode", "终端取码") { Unverified = true },
        new("iot.medical.settle.notify", "结算结果通知") { Unverified = true },
        new("hos.query.insu", "参保查询") { Unverified = true },
        new("hos.upload.fee", "费用上传") { Unverified = true },
        new("hos.revoke.order", "撤销") { Unverified = true },
        new("hos.refund.setl", "退费") { Unverified = true },
        new("ec.gen.link", "生成链接") { Unverified = true },
    ]);
}
