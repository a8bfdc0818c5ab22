using System.Text;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.Tests.Canonical;

public class TheOrderOfTopLevelFields
{
    [Theory]
    [InlineData("err_code", "errCode", -1)] // '_' is U+005F, before 'c' but behind 'C'
    [InlineData("errCode", "errcode", 0)]
    [InlineData("appId", "APPID", 0)]
    [InlineData("data", "encType", -1)]
    [InlineData("signData", "signType", -1)]
    [InlineData("sign", "signType", -1)]
    [InlineData("Z", "a", 1)]
    [InlineData("a1", "aA", -1)]
    [InlineData("", "a", -1)]
    [InlineData("ſ", "s", 0)] // long s folds up to S
    [InlineData("ı", "i", 0)] // dotless i folds up to I
    [InlineData("中", "z", 1)]
    public void Is_Javas(string left, string right, int sign)
    {
        Math.Sign(JavaKeyOrder.Instance.Compare(left, right)).ShouldBe(sign);
        Math.Sign(JavaKeyOrder.Instance.Compare(right, left)).ShouldBe(-sign);
        Math.Sign(JavaKeyOrder.CompareUtf8(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right))).ShouldBe(sign);
    }
}
