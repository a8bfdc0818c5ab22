using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The medical record of a case. Answered without encData. Document 清远医保惠民平台 2.74, 电子病历诊疗信息.</summary>
[Contract("huimin", "HOS00021", "request", "", "电子病历诊疗信息")]
public sealed record MedicalRecordRequest : Contract
{
    [Text(128, "患者Id（医疗机构系统中的唯一Id）"), Masked]         public required string          PatientId                  { get; init; }
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")]     public required string          TreatmentSerialNo          { get; init; }
    [Text(128, "住院号")]                                           public          string?         HospitalRegSn              { get; init; }
    [Text(64, "患者姓名", Length = "2-8"), Masked]                  public required string          Name                       { get; init; }
    [Count(1, "性别", Type = "integer")]                            public required int             Gender                     { get; init; }
    [Count(2, "证件类型", Type = "integer")]                        public required int             DocumentsType              { get; init; }
    [Text(18, "证件号码"), Masked]                                  public required string          DocumentsNo                { get; init; }
    [Text(11, "联系电话"), Masked]                                  public          string?         Tel                        { get; init; }
    [Stamp("入院时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "20")] public          string?         AdmissionTime              { get; init; }
    [Stamp("出院时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "20")] public          string?         DischargeTime              { get; init; }
    [Text(1024, "病因描述")]                                        public          string?         MedicalCause               { get; init; }
    [Text(64, "医院科室Id")]                                        public          string?         DepartmentId               { get; init; }
    [Text(64, "医院科室名称")]                                      public          string?         DepartmentName             { get; init; }
    [Text(64, "病房号")]                                            public          string?         WardNumber                 { get; init; }
    [Text(64, "病床号")]                                            public          string?         BedNumber                  { get; init; }
    [Text(1024, "主诉")]                                            public required string          ChiefComplaint             { get; init; }
    [Text(1024, "第一诊断")]                                        public required string          FirstDiagnosis             { get; init; }
    [Text(1024, "其他诊断")]                                        public required string          OtherDiagnoses             { get; init; }
    [Text(1024, "病史")]                                            public          string?         PresentIllnessHistory      { get; init; }
    [Text(1024, "既往病史")]                                        public          string?         PastMedicalHistory         { get; init; }
    [Text(1024, "个人经历史")]                                      public          string?         PersonalHistory            { get; init; }
    [Text(1024, "家族病史")]                                        public          string?         FamilyHistory              { get; init; }
    [Text(1024, "并发症")]                                          public          string?         Complication               { get; init; }
    [Text(1024, "婚育史")]                                          public          string?         MaritalReproductiveHistory { get; init; }
    [Text(1024, "过敏史")]                                          public          string?         AllergyHistory             { get; init; }
    [Text(1024, "月经史")]                                          public          string?         MenstrualHistory           { get; init; }
    [Count(7, "诊疗方式", Type = "integer", Length = "2")]          public required int             TreatmentType              { get; init; }
    [Text(64, "主治医生姓名", Length = "2-8")]                      public          string?         DoctorName                 { get; init; }
    [Text(1024, "临床路径")]                                        public          string?         ClinicalPathways           { get; init; }
    [Text(1024, "治疗建议")]                                        public          string?         TreatmentPlan              { get; init; }
    [Text(1024, "治疗经过")]                                        public          string?         TreatmentProgress          { get; init; }
    [Text(1024, "测试报告")]                                        public          string?         TestReport                 { get; init; }
    [Text(1024, "辅助检查")]                                        public          string?         AncillaryExamination       { get; init; }
    [Text(1024, "体格检查")]                                        public          string?         PhysicalExamination        { get; init; }
    [Text(1024, "手术代码")]                                        public          string?         SurgicalCode               { get; init; }
    [Text(256, "手术名称", Type = "C", Required = "")]              public          string?         SurgicalName               { get; init; }
    [Code(2, "admissionStatus", "住院状态")]                        public          string?         AdmissionStatus            { get; init; }
    [Text(1024, "出院医嘱")]                                        public          string?         DischargeInstruction       { get; init; }
    [Code(2, "dischargeState", "出院状态")]                         public required string          DischargeState             { get; init; }
    [List("诊断列表（list集合里为json对象）")]                      public required CaseDiagnosis[] DiagnosisList              { get; init; }
    [List("手术信息（list集合里为json对象）")]                      public          CaseOperation[] OperationInfoList          { get => field ?? []; init; }
}

/// <summary>One diagnosis. Document 清远医保惠民平台 2.74, diagnosisList.</summary>
[Contract("huimin", "HOS00021", "request", "diagnosisList", "电子病历诊疗信息")]
public sealed record CaseDiagnosis : Contract
{
    [Code(2, "diagnosisType", "诊断类型")]                          public required string  Type          { get; init; }
    [Text(1024, "诊断内容描述")]                                    public          string? Content       { get; init; }
    [Text(64, "疾病代码（ICD-10）")]                                public required string  DiseaseCode   { get; init; }
    [Text(64, "疾病名称（ICD-10）")]                                public required string  DiseaseName   { get; init; }
    [Stamp("诊断时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "64")] public required string  DiagnosisTime { get; init; }
}

/// <summary>One operation. Document 清远医保惠民平台 2.74, operationInfoList.</summary>
[Contract("huimin", "HOS00021", "request", "operationInfoList", "电子病历诊疗信息")]
public sealed record CaseOperation : Contract
{
    [Text(256, "手术名称", Type = "String")]                            public required string SurgicalName      { get; init; }
    [Text(1024, "手术代码")]                                            public required string SurgicalCode      { get; init; }
    [Stamp("手术开始时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "64")] public required string SurgicalStartTime { get; init; }
    [Stamp("手术结束时间（格式：yyyy-MM-dd HH:mm:ss）", Length = "64")] public required string SurgicalEndTime   { get; init; }
}
