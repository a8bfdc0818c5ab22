using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The patient of a case; amounts are texts in fen. Answered without encData. Document 清远医保惠民平台 2.74, 患者资料; <see cref="PatientRecordRules"/>.</summary>
[Contract("huimin", "HOS00020", "request", "", "患者资料")]
public sealed record PatientRecordRequest : Contract
{
    [Text(128, "患者Id（医疗机构系统中的唯一Id）"), Masked]                               public required string   PatientId             { get; init; }
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")]                           public required string   TreatmentSerialNo     { get; init; }
    [Text(64, "患者姓名", Length = "2-8"), Masked]                                        public required string   Name                  { get; init; }
    [Code(2, "idType", "证件类型")]                                                       public required string   DocumentsType         { get; init; }
    [Text(18, "证件号码（例如：身份证号码）"), Masked]                                    public required string   DocumentsNo           { get; init; }
    [Code(20, "treatmentType", "诊疗方式（1-其他、2-急诊科室）")]                         public required string   TreatmentType         { get; init; }
    [Stamp("就诊时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "20")]                       public required string   TreatmentTime         { get; init; }
    [Stamp("就诊类型为住院时必填，出院时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "20")] public          string?  DischargeTime         { get; init; }
    [Code(2, "stayState", "就诊类型为住院时必填，出院状态（1-未出院、2-已出院）")]        public          string?  DischargeState        { get; init; }
    [Code(3, "mdcs_type", "医保类型", Length = "2")]                                      public required string   MedicalInsuranceType  { get; init; }
    [Text(64, "社会保障卡号"), Masked]                                                    public          string?  SocialSecurityNo      { get; init; }
    [Text(64, "就诊卡号（医院系统中的“就诊卡卡号”）"), Masked]                            public          string?  MedicalRecordNo       { get; init; }
    [Text(64, "科室名称（例如：胸外科）")]                                                public          string?  DepartmentName        { get; init; }
    [Text(64, "主治医生姓名")]                                                            public          string?  DoctorName            { get; init; }
    [Numeral(11, "预付款（个人预缴金额，单位：分）", Length = "64")]                      public          string?  Prepayment            { get; init; }
    [Numeral(11, "总费用（单位：分）")]                                                   public          string?  Total                 { get; init; }
    [Numeral(11, "医保金额（医保报销的总金额，单位：分）")]                               public          string?  MedicalInsuranceTotal { get; init; }
    [Numeral(11, "自费金额（单位：分）")]                                                 public          string?  SelfPaymentTotal      { get; init; }
    [Numeral(11, "自付金额（单位：分）")]                                                 public          string?  OutPocketTotal        { get; init; }
    [Text(11, "手机号码"), Masked]                                                        public          string?  Tel                   { get; init; }
    [Text(10, "国籍（例如：中国）")]                                                      public          string?  Nationality           { get; init; }
    [Text(64, "籍贯（例如：广东广州）"), Masked]                                          public          string?  BirthPlace            { get; init; }
    [Text(256, "地址"), Masked]                                                           public          string?  Address               { get; init; }
    [Code(1, "drugAllergyFlag", "是否药物过敏（0=否、1=是）", Type = "String")]           public          string?  DrugAllergyFlag       { get; init; }
    [Group("新生儿信息", Type = "JSON")]                                                  public          NewBorn? NewBorn               { get; init; }
}

/// <summary>The newborn that is treated under a parent's name. Document 清远医保惠民平台 2.74, newBorn.</summary>
[Contract("huimin", "HOS00020", "request", "newBorn", "患者资料")]
public sealed record NewBorn : Contract
{
    [Text(64, "新生儿姓名", Length = "2-10"), Masked]    public required string Name          { get; init; }
    [Text(2, "新生儿证件类型（11=身份证…28=其它团体）")] public required string DocumentsType { get; init; }
    [Text(64, "新生儿证件号码"), Masked]                 public required string DocumentsNo   { get; init; }
}
