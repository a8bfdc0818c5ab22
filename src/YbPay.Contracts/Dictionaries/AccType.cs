namespace YbPay.Contracts.Dictionaries;

/// <summary>The account that pays a credit payment.</summary>
public static class AccType
{
    public const string DebitCard = "01";
    public const string CreditCard = "02";
    public const string Loan = "03";
    public const string PersonalAccount = "04";

    public static CodeTable Table { get; } = new("accType", "交易账户类型",
    [
        new(DebitCard, "借记卡账户"),
        new(CreditCard, "信用卡账户"),
        new(Loan, "信贷产品"),
        new(PersonalAccount, "医保个账"),
    ]);
}
