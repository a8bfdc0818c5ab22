using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

/// <summary>What the document asks of an inpatient: 就诊类型为住院时必填. The kind of treatment is the appendix's 诊疗方式.</summary>
public static class PatientRecordRules
{
    public static IReadOnlyList<NamedRule<PatientRecordRequest>> All { get; } =
    [
        new(nameof(StayStateGiven), "dischargeState", "住院时出院状态必填", StayStateGiven),
        new(nameof(DischargeTimeGiven), "dischargeTime", "住院且已出院时出院时间必填", DischargeTimeGiven),
    ];

    /// <summary>Every problem at once; empty when there is none.</summary>
    public static IReadOnlyList<RuleProblem> Check(PatientRecordRequest patient) => NamedRule<PatientRecordRequest>.Check(All, patient);

    private static bool StayStateGiven(PatientRecordRequest patient) => !IsInpatient(patient) || !string.IsNullOrEmpty(patient.DischargeState);

    // Who is still there has no time of discharge yet.
    private static bool DischargeTimeGiven(PatientRecordRequest patient) =>
        !IsInpatient(patient) || patient.DischargeState == StayState.Staying || !string.IsNullOrEmpty(patient.DischargeTime);

    private static bool IsInpatient(PatientRecordRequest patient) => patient.TreatmentType == TreatmentType.Inpatient;
}
